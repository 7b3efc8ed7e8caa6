import type { Coverage, ReportDocument } from "../../routes/shapes/report.ts";
import { useWords } from "../language.tsx";
import { Facts } from "./Facts.tsx";
import { instantText, number } from "./format.ts";

/** What the figures stand on: without it no figure may be quoted. */
export function ReportBasis({ report }: { report: ReportDocument }) {
  const words = useWords().report;
  return (
    <div className="basis">
      <Facts
        tight
        facts={[
          { key: "n", label: "n", value: words.n(number(report.n)) },
          { key: "coverage", label: words.coverage, value: <CoverageText of={report.coverage} /> },
          { key: "asOf", label: words.asOf, value: instantText(report.asOf) },
          { key: "at", label: words.generatedAt, value: instantText(report.generatedAt) },
          { key: "regime", label: words.regime, value: report.versions.regime },
          { key: "calendar", label: words.calendar, value: report.versions.calendar },
          { key: "program", label: words.program, value: report.versions.program },
        ]}
      />
    </div>
  );
}

export function CoverageText({ of }: { of: Coverage }) {
  const words = useWords().report;
  if (of.looks === 0) return <strong className="warn">{words.noLooks}</strong>;
  const parts = [
    words.looks(number(of.looks), number(of.devices)),
    words.seen(number(of.cases)),
    ...(of.firstLookAt !== null && of.lastLookAt !== null
      ? [words.between(instantText(of.firstLookAt), instantText(of.lastLookAt))]
      : []),
    ...(of.unidentified > 0 ? [words.unidentified(number(of.unidentified))] : []),
    ...(of.unreadableLooks > 0 ? [words.unreadable(number(of.unreadableLooks))] : []),
    ...of.seenOf.map(({ portal, seen, total }) =>
      words.seenOf(portal, number(seen), number(total)),
    ),
  ];
  return (
    <ul className="inline-list">
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}
