import { strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { CaseSet } from "../facts/case-set.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, rowMaker } from "./rows.ts";

export const unreadablePages: Report<object> = {
  id: "unreadable-pages",
  title: (language) => strings(language).supervision.unreadable.title,
  definition: (language) => strings(language).supervision.unreadable.definition,
  columns(language) {
    const { columns } = strings(language).supervision.unreadable;
    return [
      column("portal", columns.portal, "text"),
      column("total", columns.total, "number"),
      column("unreadRate", columns.unreadRate, "percent"),
      column("fields", columns.fields, "text"),
      column("unknown", columns.unknown, "number"),
      column("unknownRate", columns.unknownRate, "percent", {
        of: { numerator: "unknown", denominator: "total" },
      }),
    ];
  },
  params: noParams,
  chart: null,
  figures(question) {
    const { cases, filter, language } = question;
    const { report, supervision } = strings(language);
    const started = cases.where(filter);
    return {
      n: started.size,
      rows: started.groupBy("portal").map(({ name }) => row(question, name)),
      total: row(question, undefined),
      notes: [
        ...(started.size === 0 ? [report.note.none] : []),
        ...(started.size > 0 ? [supervision.unreadable.withoutNumber] : []),
      ],
    };
  },
};

function row(question: Question<object>, portal: string | undefined): Row {
  const { language } = question;
  const { report, supervision } = strings(language);
  const make = rowMaker(
    question,
    portal === undefined ? "total" : `portal:${portal}`,
    portal === undefined ? {} : { portal },
  );
  make.text("portal", portal ?? report.total);
  const own = make.count("total");
  const unread = own.where({ has: ["unreadable"] });
  make.figure("unreadRate", own.size === 0 ? undefined : unread.size / own.size, report.note.none);
  make.text("fields", fieldsOf(unread, question));
  make.count("unknown", { verdict: ["unknown"] });
  make.rate("unknownRate", "unknown", "total");
  const made = make.done();
  if (made.cells.fields === null)
    made.empty.fields = own.size === 0 ? report.note.none : supervision.unreadable.allRead;
  return made;
}

/** The fields that could not be read, each with its number of cases, the most frequent first. */
function fieldsOf(unread: CaseSet, { language }: Question<object>): string | null {
  const { dashboard, supervision } = strings(language);
  const counts = new Map<string, number>();
  for (const [{ unreadable }, n] of unread.traits())
    for (const field of unreadable) counts.set(field, (counts.get(field) ?? 0) + n);
  const words = [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([field, n]) => supervision.unreadable.field(dashboard.field[field] ?? field, n));
  return words.length === 0 ? null : words.join(supervision.findings.comma);
}
