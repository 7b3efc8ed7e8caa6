import { lcg } from "../../shared/statistics/lcg.ts";

/** One invented case of a permit log; times in ms since 1970. */
export interface LoggedCase {
  caseNo: string;
  start: number;
  /** absent: still open when the log was written */
  end?: number;
  deadline: number;
  steps: { name: string; at: number }[];
}

const DAY = 86_400_000;
const STEPS = [
  "Confirmation of receipt",
  "T02 Check confirmation of receipt",
  "T04 Determine confirmation of receipt",
  "T05 Print and send confirmation of receipt",
  "T06 Determine necessity of stop advice",
  "T10 Determine necessity to stop indication",
];

/**
 * A log of the shape of the public Dutch permit-receipt log: 1,434 cases over sixteen months that cross three changes of summer time,
 * deadlines eight weeks after the start, durations with a long tail, one case in five without an end, some steps done twice.
 */
export function receiptLog(cases = 1434): LoggedCase[] {
  const { draw, below } = lcg(20_101_003);
  const first = Date.UTC(2010, 9, 3);
  return Array.from({ length: cases }, (_, i) => {
    const start = first + Math.floor(draw() * 480 * DAY);
    const lasts = -Math.log(1 - draw()) * (draw() < 0.3 ? 150 : 40) * DAY;
    const open = draw() < 0.2;
    const steps = Array.from({ length: 1 + below(9) }, () => ({
      name: STEPS[below(STEPS.length)] ?? "",
      // the real log dates some first steps a little before the case begins
      at: start - 3_600_000 + Math.floor(draw() * Math.min(lasts, 60 * DAY)),
    })).sort((a, b) => a.at - b.at);
    return {
      caseNo: `case-${891_000 + i * 7}`,
      start,
      ...(!open && { end: start + Math.floor(lasts) }),
      deadline: start + 56 * DAY,
      steps,
    };
  });
}

/** `2011-10-11 13:42:22.688000+02:00`: Dutch wall clock with the offset of that day. */
export function dutch(at: number): string {
  const summer = SUMMERS.some(([from, to]) => at >= from && at < to);
  const wall = new Date(at + (summer ? 2 : 1) * 3_600_000).toISOString();
  return `${wall.slice(0, 10)} ${wall.slice(11, 23)}000+0${summer ? 2 : 1}:00`;
}
const SUMMERS = [
  [Date.UTC(2010, 2, 28, 1), Date.UTC(2010, 9, 31, 1)],
  [Date.UTC(2011, 2, 27, 1), Date.UTC(2011, 9, 30, 1)],
  [Date.UTC(2012, 2, 25, 1), Date.UTC(2012, 9, 28, 1)],
] as const;

/** A row per step, the case's columns repeated, rows in the order of time, as such logs are published. */
export function receiptCsv(cases: readonly LoggedCase[]): string {
  const rows = cases.flatMap((each) => each.steps.map((step) => ({ each, step })));
  rows.sort((a, b) => a.step.at - b.step.at);
  const lines = rows.map(({ each, step }, i) =>
    [
      each.caseNo,
      "Internet",
      each.end === undefined ? "" : dutch(each.end),
      dutch(each.start),
      dutch(each.deadline),
      `task-${i}`,
      step.name,
      "complete",
      `Resource${i % 40}`,
      dutch(step.at),
    ].join(","),
  );
  const header =
    "case:concept:name,case:channel,case:enddate,case:startdate,case:deadline,concept:instance,concept:name,lifecycle:transition,org:resource,time:timestamp";
  return `${[header, ...lines].join("\n")}\n`;
}
