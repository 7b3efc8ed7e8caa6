import type { Ground, Pause } from "../case/observation.ts";
import { type Instant, dayOf, instantAt } from "../time/instant.ts";
import { dayOfMoment, precision } from "../time/moment.ts";
import { type Day, addDays } from "../time/day.ts";
import { type Segment, intersect, length, union } from "../time/segment.ts";
import type { Rules } from "./clock.ts";
import { addWorkingTime, atShare, openings } from "./office.ts";
import { approvedUntil, pausedTime } from "./pauses.ts";
import { place } from "./place.ts";

/**
 * Pauses as stretches of time; those that the regime caps end where what was approved for them ends.
 * @param limit when it began, and whether only time in which the office is open counts for it: matters only where overlaps are added up
 */
export function stretches(
  pauses: readonly Pause[],
  grounds: readonly Ground[],
  rules: Rules,
  limit: { start: Instant; working: boolean },
): Segment<Instant>[] {
  const { regime } = rules;
  const each = pauses.flatMap((p) => {
    const [own] = pausedTime([p], grounds, regime);
    if (!own) return [];
    const end = regime.pauses.cap === "none" ? own.to : Math.min(own.to, cap(own.from, p, rules));
    return [{ from: own.from, to: end as Instant }];
  });
  return regime.pauses.overlap === "sum" ? laidEndToEnd(each, limit, rules) : union(each);
}

/**
 * Time under two pauses is deducted twice, as some systems do: the second deduction is moved to the time of the same kind that follows.
 * Where no day is certain yet it is laid up to the end of those that are, so that whatever it moves is seen to reach beyond them.
 */
function laidEndToEnd(
  each: readonly Segment<Instant>[],
  { start, working }: { start: Instant; working: boolean },
  { regime, calendar }: Rules,
): Segment<Instant>[] {
  const horizon = instantAt(calendar.covered.to, 0, regime.zone);
  const moved = (s: Segment<Instant>, to: Instant): Instant => {
    if (!working) return (to + length(s)) as Instant;
    let ms = 0;
    for (let d = dayOf(s.from, regime.zone); instantAt(d, 0, regime.zone) < s.to; d = addDays(d, 1))
      for (const session of openings(d, regime, calendar) ?? [])
        ms += length(intersect(session, s) ?? { from: s.to, to: s.to });
    if (ms === 0) return to;
    const end = addWorkingTime(to, ms, [], regime, calendar);
    return typeof end === "number" ? end : (Math.max(to, horizon) as Instant);
  };
  const laid: Segment<Instant>[] = [];
  let end = -Infinity as Instant;
  for (const s of each
    .map(({ from, to }) => ({ from: Math.max(from, start) as Instant, to }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)) {
    const next = s.from >= end || s.to === Infinity ? s : { from: end, to: moved(s, end) };
    laid.push(next);
    end = Math.max(end, next.to) as Instant;
  }
  return union(laid);
}

/** When the length approved for a pause has passed: with its last day, or at the hour at which it began where that was told. */
function cap(from: Instant, p: Pause, { regime, calendar }: Rules): number {
  const { approved } = p;
  if (approved?.unit === "hour") return from + approved.amount * 3_600_000;
  if (!approved || precision(p.from) === "day") {
    const end = approvedUntil(p, dayOfMoment(p.from), calendar);
    return end === Infinity ? Infinity : instantAt(end as Day, 0, regime.zone);
  }
  if (approved.unit === "day") return from + approved.amount * 86_400_000;
  const begin = approved.unit === "workday" ? place(from, { regime, calendar }) : undefined;
  const last = begin && calendar.add(begin.on, Math.floor(approved.amount));
  const end = last === undefined || !begin ? undefined : atShare(last, begin.share, regime);
  return end ?? Infinity;
}
