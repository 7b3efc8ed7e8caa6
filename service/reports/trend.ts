import { z } from "zod";
import { strings } from "#shared/strings/strings.ts";
import { type Day, day, isoDay } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import { PERIODS, periodsBetween } from "#shared/time/period.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { Question, Report } from "./report.ts";
import { column, queryText, rowMaker } from "./rows.ts";

const params = z.strictObject({ by: z.enum(PERIODS).default("month") });
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
      name: "by",
      title: strings(language).audit.trend.by,
      values: [...PERIODS],
      default: "month",
    },
  ],
  chart: { kind: "line", category: "period", series: ["onTimeRate"] },
  figures(question) {
    const { cases, filter, params, language } = question;
    const { report, audit } = strings(language);
    const within = cases.where({ ...filter, from: undefined, to: undefined });
    const flow = flowOf(within);
    const range = rangeOf(flow, question);
    const all = range ? periodsBetween(range.from, range.to, params.by) : [];
    const periods = all.slice(-MOST);
    const dropped = all.length - periods.length;
    return {
      n: cases.count(filter),
      rows: periods.map(({ from, to }) => row(question, flow, from, to)),
      total: null,
      notes: [
        ...(within.size === 0 ? [report.note.none] : []),
        ...(dropped > 0 ? [audit.trend.dropped(dropped)] : []),
        ...(flow.undated > 0 ? [audit.trend.undated(flow.undated)] : []),
      ],
    };
  },
};

/** How many cases came and went on each day. */
interface Flow {
  first: Day | undefined;
  started: Map<number, number>;
  ended: Map<number, number>;
  /** closed, but nobody tells when: they are open at no day's end */
  undated: number;
}

function flowOf(cases: CaseSet): Flow {
  const flow: Flow = { first: undefined, started: new Map(), ended: new Map(), undated: 0 };
  const add = (to: Map<number, number>, d: Day): void => void to.set(d, (to.get(d) ?? 0) + 1);
  cases.each(({ startedDay, closedDay, open }) => {
    if (flow.first === undefined || startedDay < flow.first) flow.first = startedDay;
    if (!open && closedDay === undefined) flow.undated += 1;
    else {
      add(flow.started, startedDay);
      // one that ended before it started was open on no day
      if (!open && closedDay !== undefined)
        add(flow.ended, closedDay < startedDay ? startedDay : closedDay);
    }
  });
  return flow;
}

/** Those that had started and not ended when the day was over. */
const openAt = ({ started, ended }: Flow, end: Day): number =>
  upTo(started, end) - upTo(ended, end);

function upTo(counts: ReadonlyMap<number, number>, end: Day): number {
  let sum = 0;
  for (const [d, n] of counts) if (d <= end) sum += n;
  return sum;
}

/** The window that was asked for, else from the first case to the day of the report. */
function rangeOf(
  { first }: Flow,
  { filter, cases }: Question<Params>,
): { from: Day; to: Day } | undefined {
  const today = dayOf(cases.asOf as Instant);
  const from = filter.from === undefined ? first : day(filter.from);
  const to = filter.to === undefined ? today : day(filter.to);
  return from === undefined ? undefined : { from, to: Math.min(to, today) as Day };
}

function row(question: Question<Params>, flow: Flow, from: Day, to: Day) {
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
  make.text("openAtEnd", openAt(flow, day(clipped.to)));
  make.count("passed", { cohort: "due", passed: "yes" });
  make.count("passedOnTime", { cohort: "due", passed: "yes", verdict: ["closed-on-time"] });
  make.rate("onTimeRate", "passedOnTime", "passed");
  const made = make.done();
  const whole = { ...filter, from: undefined, to: undefined, openOn: clipped.to };
  made.open.openAtEnd = queryText(whole, question.carried);
  return made;
}
