import { type Survival, kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import { quantile } from "#shared/statistics/quantile.ts";
import { strings } from "#shared/strings/strings.ts";
import type { Curve, Row } from "../routes/shapes/report.ts";
import { select } from "./population.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, rowMaker } from "./rows.ts";
import { type StepDuration, stepDurations } from "./step-durations.ts";

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
    ];
  },
  params: noParams,
  chart: { kind: "survival", category: "step", series: ["median", "p90"] },
  figures(question) {
    const { cases, filter, asOf, language } = question;
    const texts = strings(language).report;
    const started = select(cases, filter, asOf);
    const all = started.flatMap((each) => stepDurations(each, asOf));
    const bySteps = [...Map.groupBy(all, ({ step }) => step)].sort(
      ([a, x], [b, y]) => y.length - x.length || a.localeCompare(b, "zh-CN"),
    );
    const curves: Curve[] = [];
    const rows = bySteps.map(([step, stays]) => {
      const net = survivalOf(stays, ({ net }) => net);
      if (net.n > 0)
        curves.push({
          key: `step:${step}`,
          name: step,
          unit: "workday",
          n: net.n,
          points: net.steps.map(({ time, survival, lower, upper }) => [
            time,
            survival,
            lower,
            upper,
          ]),
        });
      return row(question, step, stays, net);
    });
    const withoutTimes = all.filter(({ missing }) => missing === "no-entry").length;
    const uncovered = all.filter(({ missing }) => missing === "uncovered").length;
    return {
      n: started.length,
      rows,
      // steps follow one another: a whole over them would be a duration of nothing
      total: null,
      notes: [
        ...(started.length === 0 ? [texts.note.none] : []),
        ...(withoutTimes > 0 ? [texts.note.withoutTimes(withoutTimes)] : []),
        ...(uncovered > 0 ? [texts.note.uncovered(uncovered)] : []),
      ],
      curves,
    };
  },
};

function row(
  question: Question<unknown>,
  step: string,
  stays: readonly StepDuration[],
  net: Survival,
): Row {
  const { empty } = strings(question.language).report;
  const make = rowMaker(question, `step:${step}`, { through: step });
  const timed = stays.filter((each) => each.net !== undefined);
  const left = timed.filter((each) => each.left);
  make.text("step", step);
  make.text("n", timed.length);
  make.text("left", left.length);
  make.text("open", timed.length - left.length);
  const none = timed.length === 0 ? empty["no-duration"] : undefined;
  make.figure("median", quantile(net, 0.5), none ?? empty["not-reached"]);
  make.figure("p90", quantile(net, 0.9), none ?? empty["percentile-not-reached"]);
  const sum = left.reduce((total, each) => total + (each.net ?? 0), 0);
  make.figure("closedMean", left.length > 0 ? sum / left.length : undefined, empty["no-duration"]);
  const gross = survivalOf(stays, (each) => each.gross);
  make.figure("gross", quantile(gross, 0.5), none ?? empty["not-reached"]);
  make.text("withoutTimes", stays.length - timed.length);
  return make.done();
}

const survivalOf = (
  stays: readonly StepDuration[],
  of: (stay: StepDuration) => number | undefined,
): Survival =>
  kaplanMeier(
    stays.flatMap((stay) => {
      const time = of(stay);
      return time === undefined ? [] : [{ time, event: stay.left }];
    }),
  );
