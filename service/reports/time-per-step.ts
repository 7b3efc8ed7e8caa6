import { type Survival, kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import { quantile } from "#shared/statistics/quantile.ts";
import { quantileBetween } from "#shared/statistics/turnbull-quantile.ts";
import { turnbull } from "#shared/statistics/turnbull.ts";
import { strings } from "#shared/strings/strings.ts";
import type { StepTimes } from "../facts/case-set.ts";
import type { StretchCounts } from "../facts/stretches.ts";
import type { Curve, Row } from "../routes/shapes/report.ts";
import { curvePoints } from "./curve-points.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { type RowMaker, column, rowMaker } from "./rows.ts";

const ID = "time-per-step";

export const timePerStep: Report<object> = {
  id: ID,
  title: (language) => strings(language).report.report[ID].title,
  definition: (language) => strings(language).report.report[ID].definition,
  columns(language) {
    const { columns } = strings(language).report.report[ID];
    return [
      column("step", columns.step, "text"),
      column("n", columns.n, "number"),
      column("left", columns.left, "number"),
      column("open", columns.open, "number"),
      column("median", columns.median, "duration", { unit: "workday" }),
      column("p90", columns.p90, "duration", { unit: "workday" }),
      column("closedMean", columns.closedMean, "duration", { unit: "workday" }),
      column("gross", columns.gross, "duration", { unit: "day" }),
      column("withoutTimes", columns.withoutTimes, "number"),
      ...(["exact", "bounded", "lasting", "unwatched"] as const).map((key) =>
        column(key, columns[key], "number"),
      ),
      ...(["medianFrom", "medianTo", "p90From", "p90To"] as const).map((key) =>
        column(key, columns[key], "duration", { unit: "workday" }),
      ),
    ];
  },
  params: noParams,
  chart: { kind: "survival", category: "step", series: ["median", "p90"] },
  figures(question) {
    const { cases, filter, language } = question;
    const texts = strings(language).report;
    const started = cases.where(filter);
    const steps = started.steps();
    const curves: Curve[] = [];
    const rows = steps.map((times) => {
      const net = kaplanMeier(times.net);
      if (net.n > 0)
        curves.push({
          key: `step:${times.step}`,
          name: times.step,
          unit: "workday",
          n: net.n,
          points: curvePoints(net),
        });
      return row(question, times, net);
    });
    const withoutTimes = steps.reduce((sum, { withoutEntry }) => sum + withoutEntry, 0);
    const uncovered = steps.reduce((sum, times) => sum + times.uncovered, 0);
    return {
      n: started.size,
      rows,
      // steps follow one another: a whole over them would be a duration of nothing
      total: null,
      notes: [
        ...(started.size === 0 ? [texts.note.none] : []),
        ...(withoutTimes > 0 ? [texts.note.withoutTimes(withoutTimes)] : []),
        ...(uncovered > 0 ? [texts.note.uncovered(uncovered)] : []),
      ],
      curves,
    };
  },
};

function row(question: Question<unknown>, times: StepTimes, net: Survival): Row {
  const { empty } = strings(question.language).report;
  const { step, timed, left, leftDays, withoutEntry, uncovered } = times;
  const make = rowMaker(question, `step:${step}`, { through: step });
  make.text("step", step);
  make.text("n", timed);
  make.text("left", left);
  make.text("open", timed - left);
  const none = timed === 0 ? empty["no-duration"] : undefined;
  make.figure("median", quantile(net, 0.5), none ?? empty["not-reached"]);
  make.figure("p90", quantile(net, 0.9), none ?? empty["percentile-not-reached"]);
  make.figure("closedMean", left > 0 ? leftDays / left : undefined, empty["no-duration"]);
  make.figure("gross", quantile(kaplanMeier(times.gross), 0.5), none ?? empty["not-reached"]);
  make.text("withoutTimes", withoutEntry + uncovered);
  addRanges(make, times.seen, empty);
  return make.done();
}

/** Beyond this gap of the likelihood no percentile moves by what is shown. */
const ENOUGH = 1e-7;
const SECOND = 1 / 86_400;

function addRanges(
  make: RowMaker,
  { between, exact, bounded, lasting, unwatched }: StretchCounts,
  empty: Record<"no-duration" | "not-reached" | "percentile-not-reached", string>,
): void {
  make.text("exact", exact);
  make.text("bounded", bounded);
  make.text("lasting", lasting);
  make.text("unwatched", unwatched);
  const estimate = turnbull(between, ENOUGH);
  for (const [key, share, why] of [
    ["median", 0.5, empty["not-reached"]],
    ["p90", 0.9, empty["percentile-not-reached"]],
  ] as const) {
    const found = quantileBetween(estimate, share);
    const none = found === undefined ? empty["no-duration"] : why;
    // a range begins with the second after the last that is ruled out, but where it begins with an exact time
    const open = !estimate.places.some(({ after, by }) => after === by && after === found?.after);
    const from = found && Math.max(0, found.after + (open ? SECOND : 0));
    make.figure(`${key}From`, from === undefined ? undefined : tidy(from), none);
    make.figure(`${key}To`, found?.by === undefined ? undefined : tidy(found.by), none);
  }
}

/** To the second, as it was counted. */
const tidy = (days: number): number => Math.round(days / SECOND) * SECOND;
