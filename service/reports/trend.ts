import { z } from "zod";
import { strings } from "#shared/strings/strings.ts";
import { type Day, day, isoDay } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import { dayOfMoment } from "#shared/time/moment.ts";
import { PERIODS, periodsBetween } from "#shared/time/period.ts";
import type { JudgedCase } from "./judged-case.ts";
import { isOpen, select, startedAt } from "./population.ts";
import type { Question, Report } from "./report.ts";
import { column, rowMaker } from "./rows.ts";

const params = z.strictObject({ period: z.enum(PERIODS).default("month") });
type Params = z.infer<typeof params>;

/** More rows than anybody reads; a longer past is asked for with a window or a wider period. */
const MOST = 400;

export const trend: Report<Params> = {
  id: "trend",
  title: (language) => strings(language).audit.trend.title,
  definition: (language) => strings(language).audit.trend.definition,
  columns(language) {
    const { columns } = strings(language).audit.trend;
    return [
      column("period", columns.period, "text"),
      column("started", columns.started, "number"),
      column("closed", columns.closed, "number"),
      column("openAtEnd", columns.openAtEnd, "number"),
      column("passed", columns.passed, "number"),
      column("passedOnTime", columns.passedOnTime, "number"),
      column("onTimeRate", columns.onTimeRate, "percent", {
        of: { numerator: "passedOnTime", denominator: "passed" },
      }),
    ];
  },
  params,
  offers: (language) => [
    {
      name: "period",
      title: strings(language).audit.trend.by,
      values: [...PERIODS],
      default: "month",
    },
  ],
  chart: { kind: "line", category: "period", series: ["onTimeRate"] },
  figures(question) {
    const { cases, filter, params, asOf, language } = question;
    const { report, audit } = strings(language);
    const within = select(cases, { ...filter, from: undefined, to: undefined }, asOf);
    const started = select(within, filter, asOf);
    const range = rangeOf(within, question);
    const all = range ? periodsBetween(range.from, range.to, params.period) : [];
    const periods = all.slice(-MOST);
    const dropped = all.length - periods.length;
    const undated = within.filter(closedUndated).length;
    return {
      n: started.length,
      rows: periods.map(({ from, to }) => row(question, within, from, to)),
      total: null,
      notes: [
        ...(within.length === 0 ? [report.note.none] : []),
        ...(dropped > 0 ? [audit.trend.dropped(dropped)] : []),
        ...(undated > 0 ? [audit.trend.undated(undated)] : []),
      ],
    };
  },
};

const closedUndated = ({ timeline }: JudgedCase): boolean =>
  !isOpen(timeline) && timeline.closedAt === undefined;

/** The window that was asked for, else from the first case to the day of the report. */
function rangeOf(
  within: readonly JudgedCase[],
  { filter, asOf }: Question<Params>,
): { from: Day; to: Day } | undefined {
  const today = dayOf(asOf as Instant);
  const days = within.map(({ timeline }) => dayOfMoment(startedAt(timeline)));
  const first = days.reduce<Day | undefined>(
    (least, each) => (least === undefined || each < least ? each : least),
    undefined,
  );
  const from = filter.from === undefined ? first : day(filter.from);
  const to = filter.to === undefined ? today : day(filter.to);
  return from === undefined ? undefined : { from, to: Math.min(to, today) as Day };
}

function row(question: Question<Params>, within: readonly JudgedCase[], from: Day, to: Day) {
  const { filter } = question;
  // the first and the last may reach beyond the window: only what lies in both is counted
  const clipped = {
    from: filter.from !== undefined && day(filter.from) > from ? filter.from : isoDay(from),
    to: filter.to !== undefined && day(filter.to) < to ? filter.to : isoDay(to),
  };
  const make = rowMaker(question, `${isoDay(from)}..${isoDay(to)}`, clipped);
  make.text(
    "period",
    clipped.from === clipped.to ? clipped.from : `${clipped.from} – ${clipped.to}`,
  );
  make.count("started");
  make.count("closed", { cohort: "closed" });
  const end = day(clipped.to);
  make.text(
    "openAtEnd",
    within.filter(({ timeline }) => {
      const ended = timeline.closedAt;
      if (dayOfMoment(startedAt(timeline)) > end) return false;
      return isOpen(timeline) || (ended !== undefined && dayOfMoment(ended) > end);
    }).length,
  );
  make.count("passed", { cohort: "due", passed: "yes" });
  make.count("passedOnTime", { cohort: "due", passed: "yes", verdict: ["closed-on-time"] });
  make.rate("onTimeRate", "passedOnTime", "passed");
  return make.done();
}
