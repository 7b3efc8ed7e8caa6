import { z } from "zod";
import { kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import type { LifeCounts } from "#shared/statistics/life-counts.ts";
import { quantile } from "#shared/statistics/quantile.ts";
import { strings } from "#shared/strings/strings.ts";
import type { CaseSet, Span } from "../facts/case-set.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { Question, Report } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

const BY = ["department", "item"] as const;
const params = z.strictObject({ by: z.enum(BY).default("department") });
type Params = z.infer<typeof params>;

const IDS = ["front", "back", "delivery"] as const;

/** A portal that never shows a delivery cannot tell that one is outstanding. */
const spansOf = (cases: CaseSet): readonly Span[] => [
  { from: "filedDay", to: "acceptedDay" },
  { from: "acceptedDay", to: "closedDay", undropped: true },
  { from: "closedDay", to: "deliveredDay", portals: cases.delivering() },
];

export const segments: Report<Params> = {
  id: "segments",
  title: (language) => strings(language).measures.segments.title,
  definition: (language) => strings(language).measures.segments.definition,
  columns(language) {
    const { columns, of, part } = strings(language).measures.segments;
    return [
      column("name", columns.name, "text"),
      column("total", columns.total, "number"),
      ...IDS.flatMap((id) => [
        column(`${id}N`, part.n(...of[id]), "number"),
        column(`${id}Median`, part.median(...of[id]), "duration", { unit: "day" }),
        column(`${id}P90`, part.p90(...of[id]), "duration", { unit: "day" }),
      ]),
    ];
  },
  params,
  offers: (language) => [
    {
      name: "by",
      title: strings(language).measures.segments.by,
      values: [...BY],
      default: "department",
    },
  ],
  chart: { kind: "bar", category: "name", series: ["frontMedian", "backMedian", "deliveryMedian"] },
  figures(question) {
    const { cases, filter, params, language } = question;
    const started = cases.where(filter);
    const { whole, groups } = started.spans(params.by, spansOf(cases));
    return {
      n: started.size,
      rows: started.groupBy(params.by).map(({ name, cases: own }) =>
        row(question, own, groups.get(name) ?? [], `${params.by}:${name}`, shown(name, language), {
          [params.by]: name,
        }),
      ),
      total: row(question, started, whole, "total", strings(language).report.total, {}),
      notes: started.size === 0 ? [strings(language).report.note.none] : [],
    };
  },
};

function row(
  question: Question<Params>,
  own: CaseSet,
  lives: readonly LifeCounts[],
  key: string,
  name: string,
  query: Record<string, string>,
): Row {
  const { none } = strings(question.language).measures.segments;
  const { empty } = strings(question.language).report;
  const make = rowMaker({ ...question, cases: own }, key, query);
  make.text("name", name);
  make.count("total");
  for (const [i, id] of IDS.entries()) {
    const curve = kaplanMeier(lives[i] ?? []);
    make.figure(`${id}N`, curve.n, none);
    const why = curve.n === 0 ? none : undefined;
    make.figure(`${id}Median`, quantile(curve, 0.5), why ?? empty["not-reached"]);
    make.figure(`${id}P90`, quantile(curve, 0.9), why ?? empty["percentile-not-reached"]);
  }
  return make.done();
}
