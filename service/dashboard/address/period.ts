import { type Day, isoDay } from "#shared/time/day.ts";
import {
  PERIODS as WINDOWS,
  type Period as Window,
  type Range,
  kindOf,
  neighbour,
  periodOf as windowOf,
  yearEarlier as windowBefore,
} from "#shared/time/period.ts";

export type { Range } from "#shared/time/period.ts";

/** The windows in which these users report, a free range, and `all`, which has no bounds. */
export const PERIODS = [...WINDOWS, "any", "all"] as const;
export type Period = (typeof PERIODS)[number];

export function ymd(d: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = isoDay(d).split("-").map(Number);
  return { year, month, date };
}

const named = (period: Period): Window | undefined => WINDOWS.find((each) => each === period);

/** The window of this kind in which `d` lies. `any` and `all` have no window of their own and yield the day. */
export const periodAt = (period: Period, d: Day): Range => windowOf(d, named(period) ?? "day");

/** The window before (`-1`) or after (`1`); a free range moves by its own length. */
export const step = (period: Period, range: Range, by: -1 | 1): Range =>
  neighbour(range, by, named(period));

/** The same window a year earlier. */
export const yearEarlier = (period: Period, range: Range): Range =>
  windowBefore(range, named(period));

/** Which kind of window this range is exactly, the shortest first; `any` when none. */
export const periodOf = (range: Range): Period => kindOf(range) ?? "any";

export const sameRange = (a: Range, b: Range): boolean => a.from === b.from && a.to === b.to;
