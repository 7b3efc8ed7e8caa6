import { type Day, day, digits, parseDay } from "./day.ts";
import { type Instant, type Zone, SHANGHAI, dayOf, instantAt, timeOfDay } from "./instant.ts";

/**
 * A time as a page states it: wall clock of the portal's zone, to the precision shown and never finer.
 * `2026-09-24` | `2026-09-24T09:30` | `2026-09-24T09:30:15`. A date without a time is a whole day, not its midnight.
 */
export type Moment = string;

export type Precision = "day" | "minute" | "second";

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?)?$/;

export const isMoment = (text: string): boolean => {
  const found = MOMENT.exec(text);
  return found !== null && parseDay(found[1] ?? "") !== undefined;
};

/** Seconds after midnight. @throws RangeError when `m` is no moment with a time */
function secondsOf(m: Moment): number {
  const hour = digits(m, 11, 13);
  const minute = digits(m, 14, 16);
  const second = m.length === 19 ? digits(m, 17, 19) : 0;
  const shaped =
    m[10] === "T" && m[13] === ":" && (m.length === 16 || (m.length === 19 && m[16] === ":"));
  if (shaped && hour < 24 && minute < 60 && second < 60) return (hour * 60 + minute) * 60 + second;
  throw new RangeError(`not a moment: ${m}`);
}

export const precision = (m: Moment): Precision =>
  m.length === 10 ? "day" : m.length === 16 ? "minute" : "second";

/** @throws RangeError when `m` is no moment */
export function dayOfMoment(m: Moment): Day {
  if (m.length === 10) return day(m);
  secondsOf(m);
  return day(m.slice(0, 10));
}

/** The first instant that `m` may mean. */
export function earliest(m: Moment, zone: Zone = SHANGHAI): Instant {
  if (m.length === 10) return instantAt(day(m), 0, zone);
  return instantAt(day(m.slice(0, 10)), secondsOf(m) * 1000, zone);
}

const WIDTH: Record<Precision, number> = { day: 86_400_000, minute: 60_000, second: 1000 };

/** The instant after the last one that `m` may mean: `[earliest, latest)` is what the page left open. */
export function latest(m: Moment, zone: Zone = SHANGHAI): Instant {
  if (precision(m) === "day") return instantAt((day(m) + 1) as Day, 0, zone);
  return (earliest(m, zone) + WIDTH[precision(m)]) as Instant;
}

/** An instant written as a moment of `zone`. */
export function momentOf(at: Instant, zone: Zone = SHANGHAI, to: Precision = "second"): Moment {
  const wall = new Date(dayOf(at, zone) * 86_400_000 + timeOfDay(at, zone)).toISOString();
  return wall.slice(0, to === "day" ? 10 : to === "minute" ? 16 : 19);
}
