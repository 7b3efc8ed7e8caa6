import type { Column, ReportDocument, Row } from "../../routes/shapes/report.ts";
import { casesLink } from "../address/casesLink.ts";
import { Link } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { useWords } from "../language.tsx";
import { Definition } from "../ui/Definition.tsx";
import { definitionText } from "../ui/definitionText.ts";
import { wholeOf } from "../ui/wholeOf.ts";
import { cellText } from "../ui/format.ts";

/** Shown large where the report has them: the true rate before the flattering one, then what is late now, then what cannot be told. */
const WANTED = [
  "onTimeRate",
  "closedOnTimeRate",
  "open-overdue",
  "closed-late",
  "unknown",
  "total",
];

export function Headline({ report }: { report: ReportDocument }) {
  const { columns } = report;
  const total = wholeOf(report);
  if (total === null) return null;
  const shown = WANTED.flatMap((key) => columns.filter((column) => column.key === key));
  return (
    <ul className="headline">
      {shown.map((column) => (
        <Figure key={column.key} column={column} row={total} report={report} />
      ))}
    </ul>
  );
}

function Figure({ column, row, report }: { column: Column; row: Row; report: ReportDocument }) {
  const words = useWords().report;
  const { filters } = useFilters();
  const { columns } = report;
  const text = cellText(row.cells[column.key], column);
  const open = row.open[column.key];
  const titleOf = (key: string): string => columns.find((each) => each.key === key)?.title ?? key;
  const partOf = (key: string): string =>
    `${titleOf(key)} ${cellText(row.cells[key], { type: "number" }) ?? "—"}`;
  return (
    <li className={`headline-figure headline-${column.key}`}>
      <p className="headline-name">
        <span>{column.title.split("·").pop()?.trim()}</span>
        <Definition of={column.title} text={definitionText(column, columns, words)} />
      </p>
      <p className="headline-value">
        {text === null ? (
          <span>—</span>
        ) : open === undefined ? (
          text
        ) : (
          <Link
            to={casesLink(open, filters)}
            label={words.openCases(words.total, column.title, text)}
          >
            {text}
          </Link>
        )}
      </p>
      <p className="faint headline-of">
        {text === null ? (
          row.empty[column.key]
        ) : column.of ? (
          <>
            <span>{partOf(column.of.numerator)}</span>
            <span>{`/ ${partOf(column.of.denominator)}`}</span>
          </>
        ) : (
          `n = ${cellText(report.n, { type: "number" }) ?? "—"}`
        )}
      </p>
    </li>
  );
}
