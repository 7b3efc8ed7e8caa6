import type { Calendar } from "../calendar/calendar.ts";
import type { Ground, Pause } from "../case/observation.ts";
import { type Day, addDays } from "../time/day.ts";
import type { Instant } from "../time/instant.ts";
import { dayOfMoment, earliest } from "../time/moment.ts";
import { type Segment, union } from "../time/segment.ts";
import type { Regime } from "./regime.ts";

/**
 * The days that do not count, half-open: a day `d` with `from ≤ d < to` stands still. Sorted, disjoint; `to` is Infinity while a
 * pause lasts. Pauses end where their approved length ends when the regime caps them.
 */
export function pausedDays(
  pauses: readonly Pause[],
  grounds: readonly Ground[],
  regime: Regime,
  calendar: Calendar,
): Segment<Day>[] {
  const segments = pauses
    .filter((p) => grounds.includes(p.ground))
    .map((p) => {
      const from = dayOfMoment(p.from);
      const to = p.to === undefined ? (Infinity as Day) : dayOfMoment(p.to);
      const same = from === to ? addDays(to, regime.pauses.sameDay) : to;
      return { from, to: Math.min(same, cap(p, from, regime, calendar)) as Day };
    });
  return regime.pauses.overlap === "sum" ? laidEndToEnd(segments, calendar) : union(segments);
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

function cap(p: Pause, from: Day, regime: Regime, calendar: Calendar): number {
  if (regime.pauses.cap === "none" || !p.approved) return Infinity;
  const { amount, unit } = p.approved;
  const whole = Math.ceil(amount);
  if (unit === "day") return addDays(from, whole);
  if (unit !== "workday") return Infinity;
  const last = calendar.add(addDays(from, -1), whole);
  return last === undefined ? Infinity : addDays(last, 1);
}

/**
 * Added up, not joined: a day under two pauses is deducted twice, as some systems do. The second deduction is moved to the working
 * days that follow, which gives the same due date.
 */
function laidEndToEnd(segments: readonly Segment<Day>[], calendar: Calendar): Segment<Day>[] {
  const laid: Segment<Day>[] = [];
  let end = -Infinity;
  for (const s of [...segments]
    .filter((each) => each.from < each.to)
    .sort((a, b) => a.from - b.from)) {
    if (s.from >= end || s.to === Infinity) laid.push({ ...s });
    else {
      const worked = calendar.count(s) ?? s.to - s.from;
      const last = calendar.add(addDays(end as Day, -1), worked);
      laid.push({ from: end as Day, to: addDays(last ?? s.to, 1) });
    }
    end = Math.max(end, laid.at(-1)?.to ?? end);
  }
  return union(laid);
}
