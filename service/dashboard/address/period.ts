import { type Day, addDays, day, isoDay, weekday } from "#shared/time/day.ts";

/** The windows in which these users report; 旬 is a third of a month (1–10, 11–20, 21–end); `all` has no bounds. */
export const PERIODS = [
  "day",
  "week",
  "xun",
  "half-month",
  "month",
  "two-month",
  "quarter",
  "half-year",
  "year",
  "any",
  "all",
] as const;
export type Period = (typeof PERIODS)[number];

/** Both days belong to it. */
export interface Range {
  from: Day;
  to: Day;
}

interface Ymd {
  year: number;
  month: number;
  date: number;
}

export function ymd(d: Day): Ymd {
  const text = isoDay(d);
  return {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    date: Number(text.slice(8, 10)),
  };
}

/** `month` may run over the year's ends: 0 is December of the year before. */
export function dayAt(year: number, month: number, date: number): Day {
  const months = year * 12 + month - 1;
  const text = [Math.floor(months / 12), (months % 12) + 1, date].map((part) =>
    String(part).padStart(2, "0"),
  );
  return day(text.join("-"));
}

const monthEnd = (year: number, month: number): Day => addDays(dayAt(year, month + 1, 1), -1);

/** The part of a month that starts at `first` of the `starts` and ends the day before the next one. */
function partOfMonth({ year, month, date }: Ymd, starts: readonly number[]): Range {
  const index = starts.filter((start) => start <= date).length - 1;
  const next = starts[index + 1];
  return {
    from: dayAt(year, month, starts[index] ?? 1),
    to: next === undefined ? monthEnd(year, month) : dayAt(year, month, next - 1),
  };
}

function months({ year, month }: Ymd, count: number): Range {
  const first = month - ((month - 1) % count);
  return { from: dayAt(year, first, 1), to: monthEnd(year, first + count - 1) };
}

const MONTHS: Partial<Record<Period, number>> = {
  month: 1,
  "two-month": 2,
  quarter: 3,
  "half-year": 6,
  year: 12,
};

const OWN_WINDOW = (period: Period): boolean => period !== "any" && period !== "all";

/** The window of this kind in which `d` lies. `any` and `all` have no window of their own and yield the day. */
export function periodAt(period: Period, d: Day): Range {
  const count = MONTHS[period];
  if (count !== undefined) return months(ymd(d), count);
  if (period === "week") {
    const from = addDays(d, 1 - weekday(d));
    return { from, to: addDays(from, 6) };
  }
  if (period === "xun") return partOfMonth(ymd(d), [1, 11, 21]);
  if (period === "half-month") return partOfMonth(ymd(d), [1, 16]);
  return { from: d, to: d };
}

/** The window before (`-1`) or after (`1`); a free range moves by its own length. */
export function step(period: Period, range: Range, by: -1 | 1): Range {
  if (OWN_WINDOW(period))
    return periodAt(period, by < 0 ? addDays(range.from, -1) : addDays(range.to, 1));
  const length = range.to - range.from + 1;
  return { from: addDays(range.from, by * length), to: addDays(range.to, by * length) };
}

/** 29 February has no day a year before: the month's last day stands for it. */
function yearBefore(d: Day): Day {
  const { year, month, date } = ymd(d);
  const last = ymd(monthEnd(year - 1, month)).date;
  return dayAt(year - 1, month, Math.min(date, last));
}

/** The same window a year earlier; a week is the week 52 weeks before, so that it has the same weekdays. */
export function yearEarlier(period: Period, range: Range): Range {
  if (period === "week") return { from: addDays(range.from, -364), to: addDays(range.to, -364) };
  if (period === "any" || period === "day")
    return { from: yearBefore(range.from), to: yearBefore(range.to) };
  return periodAt(period, yearBefore(range.from));
}

/** Which kind of window this range is exactly, the shortest first; `any` when none. */
export function periodOf(range: Range): Period {
  const found = PERIODS.find((period) => {
    return OWN_WINDOW(period) && sameRange(periodAt(period, range.from), range);
  });
  return found ?? "any";
}

export const sameRange = (a: Range, b: Range): boolean => a.from === b.from && a.to === b.to;
