import type { Calendar } from "../calendar/calendar.ts";
import type { Amount } from "../case/amount.ts";
import type { Ground, Pause } from "../case/observation.ts";
import { type Day, addDays } from "../time/day.ts";
import { dayOf, timeOfDay } from "../time/instant.ts";
import { type Moment, dayOfMoment, earliest, precision } from "../time/moment.ts";
import type { Segment } from "../time/segment.ts";
import { type Counter, countOut, naturalDays, possibleWorkingDays, workingDays } from "./count.ts";
import { type Due, type Point, dayPoint, morningPoint } from "./due.ts";
import { runHours } from "./hours.ts";
import { afterMonths } from "./months.ts";
import { closing } from "./office.ts";
import { pausedDays } from "./pauses.ts";
import type { Regime } from "./regime.ts";
import { runWorkdaysByMoment } from "./workdays-by-moment.ts";

/** The rules under which one clock runs. */
export interface Rules {
  regime: Regime;
  calendar: Calendar;
}

/**
 * When a limit that began at `start` ends, pauses on these `grounds` left out.
 * @returns the due point, a range whose bounds are true, or why there is none
 */
export function run(
  start: Moment,
  limit: Amount,
  pauses: readonly Pause[],
  rules: Rules,
  grounds: readonly Ground[] = rules.regime.pauses.stops,
): Due {
  if (!(limit.amount >= 0)) return { kind: "none", why: "limit-unreadable" };
  if (limit.amount === 0) return onTheSpot(start, rules);
  const holes = (): Segment<Day>[] =>
    pauses.length === 0
      ? []
      : pausedDays(pauses, grounds, rules.regime, rules.calendar, stretchOf(start, limit, rules));
  const due = dueOf(start, limit, pauses, grounds, holes, rules);
  // how far overlaps reach that are added up cannot be bounded where the calendar ends
  const endless = rules.regime.pauses.overlap === "sum" && pauses.length > 1;
  return due.kind === "between" && due.why === "calendar-unpublished" && endless
    ? { kind: "none", why: "calendar-unpublished" }
    : due;
}

/** The first day of a limit that can count, and the days of which it is made. */
export function stretchOf(
  start: Moment,
  { unit }: Amount,
  rules: Rules,
): { first: Day; counts: Counter } {
  const natural = unit === "day" || unit === "month" || unit === "year";
  return {
    first: addDays(eve(start, rules), 1),
    counts: natural ? naturalDays : workingDays(rules.calendar),
  };
}

function dueOf(
  start: Moment,
  limit: Amount,
  pauses: readonly Pause[],
  grounds: readonly Ground[],
  holes: () => Segment<Day>[],
  rules: Rules,
): Due {
  const { unit } = limit;
  switch (unit) {
    case "immediate":
      return onTheSpot(start, rules);
    case "workday":
      return rules.regime.granularity === "moment"
        ? runWorkdaysByMoment(start, limit.amount, pauses, grounds, rules)
        : byDays(start, limit.amount, holes(), rules);
    case "day":
      return rolled((counter) => {
        const last = countOut(eve(start, rules), Math.ceil(limit.amount), holes(), naturalDays);
        return typeof last === "number" ? roll(last, holes(), counter, rules) : last;
      }, rules);
    case "month":
    case "year": {
      const months = limit.amount * (limit.unit === "year" ? 12 : 1);
      if (!Number.isInteger(months)) return { kind: "none", why: "unit-unsupported" };
      return rolled((counter) => {
        const last = afterMonths(dayOfMoment(start), months, holes());
        return typeof last === "number" ? roll(last, holes(), counter, rules) : last;
      }, rules);
    }
    default:
      return runHours(start, { amount: limit.amount, unit }, pauses, grounds, rules);
  }
}

/** The day after which counting begins: the start itself, which is left out (民法典 201), or the day before where it counts. */
const eve = (start: Moment, { regime }: Rules): Day =>
  addDays(dayOfMoment(start), regime.startDayCounts ? -1 : 0);

/** The n-th working day after the start; a half is the morning session of the day after the whole ones. */
function byDays(start: Moment, amount: number, holes: readonly Segment<Day>[], rules: Rules): Due {
  const { regime } = rules;
  const whole = Math.ceil(amount);
  const half = amount % 1 > 0 && amount % 1 <= 0.5;
  const point = (d: Day): Point => (half ? morningPoint(d, regime) : dayPoint(d, regime));
  return bothSides((counter) => countOut(eve(start, rules), whole, holes, counter), rules, point);
}

/** 即办: the working day of acceptance itself, or the next one when it came on a rest day or after close. */
function onTheSpot(start: Moment, rules: Rules): Due {
  const { regime } = rules;
  if (regime.immediate === "none") return { kind: "none", why: "immediate" };
  const d = dayOfMoment(start);
  const close = closing(d, regime);
  const at = earliest(start, regime.zone);
  const afterClose =
    regime.immediate === "next-workday" &&
    precision(start) !== "day" &&
    close !== undefined &&
    dayOf(at, regime.zone) === d &&
    timeOfDay(at, regime.zone) >= close;
  return bothSides(
    (counter) => counter.nth(addDays(d, afterClose ? 0 : -1), 1),
    rules,
    (last) => dayPoint(last, regime),
  );
}

const rolled = (last: (counter: Counter) => Day | "stands" | undefined, rules: Rules): Due =>
  bothSides(last, rules, (d) => dayPoint(d, rules.regime));

/** A last day that is a day of rest moves to the next working day that counts (民法典 203). */
function roll(
  last: Day,
  holes: readonly Segment<Day>[],
  counter: Counter,
  { regime }: Rules,
): Day | "stands" | undefined {
  return regime.rolls ? countOut(addDays(last, -1), 1, holes, counter) : last;
}

/** The same count on what is published and, where that does not reach, on both sides of what is possible. */
function bothSides(
  last: (counter: Counter) => Day | "stands" | undefined,
  { calendar }: Rules,
  point: (d: Day) => Point,
): Due {
  const exact = last(workingDays(calendar));
  if (exact === "stands") return { kind: "stands" };
  if (exact !== undefined) return { kind: "at", ...point(exact) };
  const low = last(possibleWorkingDays(calendar, "earliest"));
  const high = last(possibleWorkingDays(calendar, "latest"));
  if (typeof low !== "number") return { kind: "none", why: "calendar-unpublished" };
  return {
    kind: "between",
    why: "calendar-unpublished",
    earliest: point(low),
    ...(typeof high === "number" && { latest: point(high) }),
  };
}
