import type { Calendar } from "../calendar/calendar.ts";
import { type Day, addDays, isoDay, weekday } from "../time/day.ts";
import { type Instant, dayOf, instantAt, timeOfDay } from "../time/instant.ts";
import { type Segment, intersect, length } from "../time/segment.ts";
import type { OfficeHours, Regime } from "./regime.ts";

type Office = Pick<Regime, "officeHours" | "zone">;

const MINUTE = 60_000;
const clockMs = (hhmm: string): number =>
  (Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3, 5))) * MINUTE;

const inSeason = (hours: OfficeHours, md: string): boolean => {
  if (!hours.season) return true;
  const { from, to } = hours.season;
  return from <= to ? md >= from && md <= to : md >= from || md <= to;
};

/** The sessions of a day that is worked, in ms after midnight; empty when the regime knows no office hours for it. */
export function sessions(d: Day, office: Office): Segment<number>[] {
  const md = isoDay(d).slice(5);
  const found = office.officeHours.find(
    (hours) => inSeason(hours, md) && (hours.weekdays?.includes(weekday(d)) ?? true),
  );
  return (found?.sessions ?? []).map(([open, close]) => ({
    from: clockMs(open),
    to: clockMs(close),
  }));
}

/** The sessions of a day as instants; a rest day has none, an uncovered day is `undefined`. */
export function openings(
  d: Day,
  office: Office,
  calendar: Calendar,
): Segment<Instant>[] | undefined {
  const worked = calendar.isWorkday(d);
  if (worked === undefined) return undefined;
  if (!worked) return [];
  return sessions(d, office).map((s) => ({
    from: instantAt(d, s.from, office.zone),
    to: instantAt(d, s.to, office.zone),
  }));
}

/** The moment at which a day closes, in ms after midnight; `undefined` without office hours. */
export const closing = (d: Day, office: Office): number | undefined =>
  sessions(d, office).at(-1)?.to;

/** No limit in hours is meant to run for longer than this; beyond it the walk gives up instead of never ending. */
const MAX_DAYS = 4000;

/**
 * The instant at which `ms` of working time after `start` have passed, pauses left out.
 * `undefined` where the calendar does not reach, `"stands"` when an endless pause comes first.
 */
export function addWorkingTime(
  start: Instant,
  ms: number,
  paused: readonly Segment<Instant>[],
  office: Office,
  calendar: Calendar,
): Instant | "stands" | undefined {
  let left = ms;
  let d = dayOf(start, office.zone);
  for (let n = 0; n < MAX_DAYS; n++, d = addDays(d, 1)) {
    const open = openings(d, office, calendar);
    if (!open) return undefined;
    for (const session of open) {
      const whole = intersect(session, { from: start, to: Infinity as Instant });
      for (const running of whole ? without(whole, paused) : []) {
        const has = length(running);
        if (has >= left) return (running.from + left) as Instant;
        left -= has;
      }
    }
    if (paused.some((p) => p.to === Infinity && p.from <= instantAt(d, 0, office.zone)))
      return "stands";
  }
  return undefined;
}

/** What remains of a stretch when others are taken out of it. `holes` are sorted and disjoint. */
export function without(
  whole: Segment<Instant>,
  holes: readonly Segment<Instant>[],
): Segment<Instant>[] {
  const rest: Segment<Instant>[] = [];
  let from = whole.from;
  for (const hole of holes) {
    if (hole.to <= from || hole.from >= whole.to) continue;
    if (hole.from > from) rest.push({ from, to: hole.from });
    from = Math.max(from, hole.to) as Instant;
  }
  if (from < whole.to) rest.push({ from, to: whole.to });
  return rest;
}

/** The share of its office hours that a day has behind it at `at`, 0 to 1. */
export function shareOfDay(at: Instant, office: Office): number | undefined {
  const d = dayOf(at, office.zone);
  const all = sessions(d, office);
  const total = all.reduce((sum, s) => sum + length(s), 0);
  if (total === 0) return undefined;
  const now = timeOfDay(at, office.zone);
  return all.reduce((sum, s) => sum + Math.min(Math.max(now - s.from, 0), length(s)), 0) / total;
}

/** The latest instant of a day that has this share of its office hours behind it (a break belongs to what came before it). */
export function atShare(d: Day, share: number, office: Office): Instant | undefined {
  const all = sessions(d, office);
  const total = all.reduce((sum, s) => sum + length(s), 0);
  if (total === 0) return undefined;
  let left = Math.round(share * total);
  for (const s of all) {
    if (left < length(s)) return instantAt(d, s.from + left, office.zone);
    left -= length(s);
  }
  return instantAt(d, all.at(-1)?.to ?? 0, office.zone);
}

/** The earliest instant of a day that has this share of its office hours behind it. */
export function endOfShare(d: Day, share: number, office: Office): Instant | undefined {
  const all = sessions(d, office);
  let left = Math.round(share * all.reduce((sum, s) => sum + length(s), 0));
  for (const s of all) {
    if (left <= length(s)) return instantAt(d, s.from + left, office.zone);
    left -= length(s);
  }
  return undefined;
}
