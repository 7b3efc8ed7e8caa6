import { z } from "zod";
import { closedOnlyOf } from "#shared/statistics/closed-only.ts";
import { kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import { quantile, quantileBand } from "#shared/statistics/quantile.ts";
import { strings } from "#shared/strings/strings.ts";
import type { Curve, Row } from "../routes/shapes/report.ts";
import { curvePoints } from "./curve-points.ts";
import type { Question, Report } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

const BY = ["item", "department"] as const;
const params = z.strictObject({ by: z.enum(BY).default("item") });
type Params = z.infer<typeof params>;

/** A curve of fewer says little and hides the others. */
const DRAWN = 8;

export const durations: Report<Params> = {
  id: "durations",
  title: (language) => strings(language).audit.durations.title,
  definition: (language) => strings(language).audit.durations.definition,
  columns(language) {
    const { columns } = strings(language).audit.durations;
    const days = (key: keyof typeof columns) =>
      column(key, columns[key], "duration", { unit: "day" });
    const workdays = (key: keyof typeof columns) =>
      column(key, columns[key], "duration", { unit: "workday" });
    return [
      column("name", columns.name, "text"),
      column("total", columns.total, "number"),
      column("timed", columns.timed, "number"),
      column("open", columns.open, "number"),
      days("median"),
      days("medianLower"),
      days("medianUpper"),
      days("p90"),
      days("closedOnlyMedian"),
      workdays("medianWorking"),
      workdays("p90Working"),
    ];
  },
  params,
  offers: (language) => [
    { name: "by", title: strings(language).audit.durations.by, values: [...BY], default: "item" },
  ],
  chart: { kind: "survival", category: "name", series: ["median", "p90"] },
  figures(question) {
    const { cases, filter, params, language } = question;
    const { report, overview } = strings(language);
    const started = cases.where(filter);
    const names = started.groupBy(params.by).map(({ name }) => name);
    const curves: Curve[] = [];
    const { closedAtUnknown, uncovered } = started.lives();
    return {
      n: started.size,
      rows: names.map((name) => row(question, name, curves)),
      total: row(question, undefined, []),
      notes: [
        ...(started.size === 0 ? [report.note.none] : []),
        ...(closedAtUnknown > 0 ? [overview.closedAtUnknown(closedAtUnknown)] : []),
        ...(uncovered > 0 ? [report.note.uncovered(uncovered)] : []),
      ],
      curves: curves.slice(0, DRAWN),
    };
  },
};

function row(question: Question<Params>, name: string | undefined, curves: Curve[]): Row {
  const { language, params } = question;
  const { report, overview } = strings(language);
  const key = name === undefined ? "total" : `${params.by}:${name}`;
  const make = rowMaker(question, key, name === undefined ? {} : { [params.by]: name });
  const label = name === undefined ? report.total : shown(name, language);
  make.text("name", label);
  const lives = make.count("total").lives();
  make.count("open", { state: "open" });
  make.text("timed", lives.timed);
  const curve = kaplanMeier(lives.natural);
  const working = kaplanMeier(lives.working);
  const { empty } = report;
  const none = curve.n === 0 ? empty["no-duration"] : undefined;
  const band = quantileBand(curve, 0.5);
  make.figure("median", quantile(curve, 0.5), none ?? empty["not-reached"]);
  make.figure("medianLower", band.lower, none ?? overview.bandNotReached);
  make.figure("medianUpper", band.upper, none ?? overview.bandNotReached);
  make.figure("p90", quantile(curve, 0.9), none ?? empty["percentile-not-reached"]);
  make.figure("closedOnlyMedian", closedOnlyOf(lives.natural, 0.5), empty["no-duration"]);
  const noWork = working.n === 0 ? empty["no-duration"] : undefined;
  make.figure("medianWorking", quantile(working, 0.5), noWork ?? empty["not-reached"]);
  make.figure("p90Working", quantile(working, 0.9), noWork ?? empty["percentile-not-reached"]);
  if (curve.n > 0)
    curves.push({
      key,
      name: label,
      unit: "day",
      n: curve.n,
      points: curvePoints(curve),
    });
  return make.done();
}
