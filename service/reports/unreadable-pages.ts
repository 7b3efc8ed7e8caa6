import { strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { JudgedCase } from "./judged-case.ts";
import { select } from "./population.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, groups, rowMaker } from "./rows.ts";

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
    const { cases, filter, asOf, language } = question;
    const { report, supervision } = strings(language);
    const started = select(cases, filter, asOf);
    return {
      n: started.length,
      rows: groups(started, ({ portal }) => portal).map((portal) => row(question, portal)),
      total: row(question, undefined),
      notes: [
        ...(started.length === 0 ? [report.note.none] : []),
        ...(started.length > 0 ? [supervision.unreadable.withoutNumber] : []),
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
  const unread = own.filter(({ timeline }) => timeline.unreadable.length > 0);
  make.figure(
    "unreadRate",
    own.length === 0 ? undefined : unread.length / own.length,
    report.note.none,
  );
  make.text("fields", fieldsOf(unread, question));
  make.count("unknown", { verdict: ["unknown"] });
  make.rate("unknownRate", "unknown", "total");
  const made = make.done();
  if (made.cells.fields === null)
    made.empty.fields = own.length === 0 ? report.note.none : supervision.unreadable.allRead;
  return made;
}

/** The fields that could not be read, each with its number of cases, the most frequent first. */
function fieldsOf(unread: readonly JudgedCase[], { language }: Question<object>): string | null {
  const { dashboard, supervision } = strings(language);
  const counts = new Map<string, number>();
  for (const { timeline } of unread)
    for (const field of new Set(timeline.unreadable.map((each) => each.field)))
      counts.set(field, (counts.get(field) ?? 0) + 1);
  const words = [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([field, n]) => supervision.unreadable.field(dashboard.field[field] ?? field, n));
  return words.length === 0 ? null : words.join(supervision.findings.comma);
}
