import type { Calendar } from "../calendar/calendar.ts";
import type { Ground, Pause } from "../case/observation.ts";
import { type Day, addDays } from "../time/day.ts";
import type { Instant } from "../time/instant.ts";
import { dayOfMoment, earliest } from "../time/moment.ts";
import { type Segment, union } from "../time/segment.ts";
import { type Counter, workingDays } from "./count.ts";
import type { Regime } from "./regime.ts";

/**
 * The days that do not count, half-open: a day `d` with `from ≤ d < to` stands still. Sorted, disjoint; `to` is Infinity while a
 * pause lasts. Pauses end where their approved length ends when the regime caps them.
 * @param limit its first day that can count, and the days of which it is made: matters only where overlaps are added up
 */
export function pausedDays(
  pauses: readonly Pause[],
  grounds: readonly Ground[],
  regime: Regime,
  calendar: Calendar,
  limit: { first: Day; counts: Counter } = {
    first: -Infinity as Day,
    counts: workingDays(calendar),
  },
): Segment<Day>[] {
  const capped = regime.pauses.cap === "approved";
  const segments = pauses
    .filter((p) => grounds.includes(p.ground))
    .map((p) => {
      const from = dayOfMoment(p.from);
      const to = p.to === undefined ? (Infinity as Day) : dayOfMoment(p.to);
      const same = from === to ? addDays(to, regime.pauses.sameDay) : to;
      return {
        from,
        to: Math.min(same, capped ? approvedUntil(p, from, calendar) : Infinity) as Day,
      };
    });
  return regime.pauses.overlap === "sum" ? laidEndToEnd(segments, limit) : union(segments);
}

/** The same as instants, to the precision that the page gave; a date alone means the whole day. */
export function pausedTime(
  pauses: readonly Pause[],
  grounds: readonly Ground[],
  regime: Regime,
): Segment<Instant>[] {
  return union(
    pauses
      .filter((p) => grounds.includes(p.ground))
      .map((p) => ({
        from: earliest(p.from, regime.zone),
        to: p.to === undefined ? (Infinity as Instant) : earliest(p.to, regime.zone),
      })),
  );
}

/** The first day after the length approved for a pause: Infinity without one, or where the calendar does not tell. */
export function approvedUntil({ approved }: Pause, from: Day, calendar: Calendar): number {
  if (!approved) return Infinity;
  const { amount, unit } = approved;
  const whole = Math.ceil(amount);
  if (unit === "day") return addDays(from, whole);
  if (unit !== "workday") return Infinity;
  const last = calendar.add(addDays(from, -1), whole);
  return last === undefined ? Infinity : addDays(last, 1);
}

/**
 * Added up, not joined: a day under two pauses is deducted twice, as some systems do. The second deduction is moved to the days of the
 * same kind that follow, which gives the same due date. What lies before the limit begins is deducted from nothing.
 */
function laidEndToEnd(
  segments: readonly Segment<Day>[],
  { first, counts }: { first: Day; counts: Counter },
): Segment<Day>[] {
  const laid: Segment<Day>[] = [];
  let end = -Infinity;
  for (const s of segments
    .map(({ from, to }) => ({ from: Math.max(from, first) as Day, to }))
    .filter((each) => each.from < each.to)
    .sort((a, b) => a.from - b.from)) {
    if (s.from >= end || s.to === Infinity) laid.push({ ...s });
    else {
      const days = counts.count(s) ?? s.to - s.from;
      const last = days > 0 ? counts.nth(addDays(end as Day, -1), days) : undefined;
      laid.push({
        from: end as Day,
        to: addDays(last ?? (end as Day), last === undefined ? 0 : 1),
      });
    }
    end = Math.max(end, laid.at(-1)?.to ?? end);
  }
  return union(laid);
}
