import { BUCKETS } from "#shared/limit/bucket.ts";
import { closedOnlyOf } from "#shared/statistics/closed-only.ts";
import { type Survival, kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import { quantile, quantileBand } from "#shared/statistics/quantile.ts";
import { strings } from "#shared/strings/strings.ts";
import type { Curve } from "../routes/shapes/report.ts";
import { curvePoints } from "./curve-points.ts";
import { type Report, noParams } from "./report.ts";
import { type RowMaker, column, rowMaker } from "./rows.ts";

export const overview: Report<object> = {
  id: "overview",
  title: (language) => strings(language).overview.title,
  definition: (language) => strings(language).overview.definition,
  columns(language) {
    const { bucket, bucketDefinition } = strings(language).report;
    const { columns } = strings(language).overview;
    const rate = (numerator: string, denominator: string) => ({ of: { numerator, denominator } });
    return [
      column("scope", columns.scope, "text"),
      column("total", columns.total, "number"),
      column("open", columns.open, "number"),
      column("passed", columns.passed, "number"),
      column("passedOnTime", columns.passedOnTime, "number"),
      column("onTimeRate", columns.onTimeRate, "percent", rate("passedOnTime", "passed")),
      column("closed", columns.closed, "number"),
      column("closedOnTime", columns.closedOnTime, "number"),
      column(
        "closedOnTimeRate",
        columns.closedOnTimeRate,
        "percent",
        rate("closedOnTime", "closed"),
      ),
      ...BUCKETS.map((each) => column(each, [bucket[each], bucketDefinition[each]], "number")),
      column("timed", columns.timed, "number"),
      column("median", columns.median, "duration", { unit: "day" }),
      column("medianLower", columns.medianLower, "duration", { unit: "day" }),
      column("medianUpper", columns.medianUpper, "duration", { unit: "day" }),
      column("p90", columns.p90, "duration", { unit: "day" }),
      column("closedOnlyMedian", columns.closedOnlyMedian, "duration", { unit: "day" }),
      column("closedOnlyP90", columns.closedOnlyP90, "duration", { unit: "day" }),
      column("timedWorking", columns.timedWorking, "number"),
      column("medianWorking", columns.medianWorking, "duration", { unit: "workday" }),
      column("p90Working", columns.p90Working, "duration", { unit: "workday" }),
    ];
  },
  params: noParams,
  chart: { kind: "survival", category: "scope", series: ["median", "p90"] },
  figures(question) {
    const { cases, filter, language } = question;
    const { report, overview: texts } = strings(language);
    const started = cases.where(filter);
    const make = rowMaker(question, "all", {});
    make.text("scope", report.total);
    make.count("total");
    make.count("open", { state: "open" });
    for (const bucket of BUCKETS) make.count(bucket, { bucket: [bucket] });
    make.count("passed", { cohort: "due", passed: "yes" });
    make.count("passedOnTime", { cohort: "due", passed: "yes", verdict: ["closed-on-time"] });
    make.rate("onTimeRate", "passedOnTime", "passed");
    make.count("closed", { cohort: "closed", verdict: ["closed-on-time", "closed-late"] });
    make.count("closedOnTime", { cohort: "closed", verdict: ["closed-on-time"] });
    make.rate("closedOnTimeRate", "closedOnTime", "closed");

    const { natural, working, timed, closedAtUnknown, uncovered } = started.lives();
    const [curve, workingCurve] = [kaplanMeier(natural), kaplanMeier(working)];
    const { empty, note } = report;
    addQuantiles(make, "", curve, timed, empty);
    const band = quantileBand(curve, 0.5);
    const none = timed === 0 ? empty["no-duration"] : undefined;
    make.figure("medianLower", band.lower, none ?? texts.bandNotReached);
    make.figure("medianUpper", band.upper, none ?? texts.bandNotReached);
    make.figure("closedOnlyMedian", closedOnlyOf(natural, 0.5), empty["no-duration"]);
    make.figure("closedOnlyP90", closedOnlyOf(natural, 0.9), empty["no-duration"]);
    addQuantiles(make, "Working", workingCurve, timed - uncovered, empty);
    const row = make.done();
    const unknown = Number(row.cells.unknown);
    return {
      n: started.size,
      rows: [row],
      total: null,
      notes: [
        ...(started.size === 0 ? [note.none] : []),
        ...(unknown > 0 ? [note.unknown(unknown, started.size)] : []),
        ...(closedAtUnknown > 0 ? [texts.closedAtUnknown(closedAtUnknown)] : []),
        ...(uncovered > 0 ? [note.uncovered(uncovered)] : []),
      ],
      curves: [
        curveOf("natural", texts.curve.natural, "day", curve),
        curveOf("working", texts.curve.working, "workday", workingCurve),
      ].filter(({ n }) => n > 0),
    };
  },
};

function addQuantiles(
  make: RowMaker,
  suffix: "" | "Working",
  curve: Survival,
  timed: number,
  empty: Record<"no-duration" | "not-reached" | "percentile-not-reached", string>,
): void {
  const none = curve.n === 0 ? empty["no-duration"] : undefined;
  make.text(`timed${suffix}`, timed);
  make.figure(`median${suffix}`, quantile(curve, 0.5), none ?? empty["not-reached"]);
  make.figure(`p90${suffix}`, quantile(curve, 0.9), none ?? empty["percentile-not-reached"]);
}

const curveOf = (key: string, name: string, unit: Curve["unit"], curve: Survival): Curve => ({
  key,
  name,
  unit,
  n: curve.n,
  points: curvePoints(curve),
});
