import type { Calendar } from "#shared/calendar/calendar.ts";
import type { StepSeen } from "#shared/case/observation.ts";
import type { StepSight } from "#shared/case/step-sights.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import type { Instant } from "#shared/time/instant.ts";
import { type Moment, momentOf } from "#shared/time/moment.ts";
import { netWorkingDays } from "../reports/working-time.ts";

/** A stay with the run of looks that named its step, where one did. */
export interface Stay extends StepSeen {
  run?: number;
  /** the page has it in no table: looks alone tell of it */
  looked: boolean;
}

/** How long a stay lasted at least and at most, as far as it was told or seen: whole seconds of working days, pauses left out. */
export interface Bounds {
  least: number;
  /** Infinity: it was last seen lasting */
  most: number;
  /** its age when the case was first seen; 0 where it began under observation */
  entry: number;
}

const PER_DAY = 86_400;

/** The steps of the page's own table, the one in which the case stands where only that is shown, and those that looks have named. */
export function staysOf(timeline: Timeline): Stay[] {
  const { steps, step, stepEnteredAt, stepSights: runs = [] } = timeline;
  const told = Map.groupBy(steps, ({ name }) => name);
  const named = Map.groupBy(runs.keys(), (n) => runs[n]?.step ?? "");
  // a name that the table has twice and the looks once: nobody knows which they saw
  const nth = new Map<string, number>();
  const table = steps.map((each): Stay => {
    const n = nth.get(each.name) ?? 0;
    nth.set(each.name, n + 1);
    const own = named.get(each.name) ?? [];
    const run = own.length === told.get(each.name)?.length ? own[n] : undefined;
    return { ...each, looked: false, ...(run !== undefined && { run }) };
  });
  const looked: Stay[] = [];
  for (const [name, own] of named) {
    if (name === "" || told.has(name)) continue;
    for (const run of own) {
      const present = name === step && run === own.at(-1);
      const enteredAt = present ? stepEnteredAt : runs[run]?.enteredAt;
      const stay = { name, run, looked: !present, ...(enteredAt !== undefined && { enteredAt }) };
      if (present) table.push(stay);
      else looked.push(stay);
    }
  }
  return [...table, ...looked];
}

/**
 * A step was entered at its first sight at the latest, and after the last sight of the case in another; it was left after its last sight,
 * and at the first of the case in another at the latest. What the page tells is exact.
 * @param end what a stay without any end is known to have lasted to
 * @returns `undefined` where it had begun when the case was first seen and nobody tells when, or the calendar does not reach
 */
export function boundsOf(
  { enteredAt, leftAt, run }: Stay,
  { stepSights: runs = [], firstSeenAt, pauses }: Timeline,
  end: Moment,
  calendar: Calendar,
): Bounds | undefined {
  const seconds = (from: Moment, to: Moment): number | undefined => {
    const days = netWorkingDays(from, to, pauses, calendar);
    // a millisecond of rounding is no second
    return days === undefined ? undefined : Math.round(days * PER_DAY * 1000) / 1000;
  };
  const at = (n: number | undefined, which: "firstAt" | "lastAt"): Moment | undefined => {
    const sight: StepSight | undefined = n === undefined ? undefined : runs[n];
    return sight && shown(sight[which]);
  };
  const before = run === undefined ? undefined : run - 1;
  const after = run === undefined ? undefined : run + 1;
  const first = enteredAt ?? at(before, "lastAt");
  const entered = enteredAt ?? at(run, "firstAt");
  if (first === undefined || entered === undefined) return undefined;
  const left = leftAt ?? at(after, "firstAt");
  const least = seconds(entered, leftAt ?? at(run, "lastAt") ?? end);
  const most = left === undefined ? Infinity : seconds(first, left);
  const since = shown(firstSeenAt);
  const entry = enteredAt !== undefined && enteredAt < since ? seconds(enteredAt, since) : 0;
  if (least === undefined || most === undefined || entry === undefined) return undefined;
  return {
    least: Math.floor(least),
    most: Math.max(Math.floor(least), Math.ceil(most)),
    entry: Math.floor(entry),
  };
}

const shown = (at: Instant): Moment => momentOf(at, undefined, "second");
