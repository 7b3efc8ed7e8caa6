import { type Day, addDays, isoDay, weekday } from "./day.ts";

/** The windows in which offices report: 周 旬 半月 月 双月 季 半年 年. A 旬 is ten days, the last of a month what remains. */
export const PERIODS = [
  "day",
  "week",
  "ten-days",
  "half-month",
  "month",
  "two-months",
  "quarter",
  "half-year",
  "year",
] as const;
export type Period = (typeof PERIODS)[number];

/** Both days belong to it. */
export interface Range {
  from: Day;
  to: Day;
}

const MONTHS: Partial<Record<Period, number>> = {
  month: 1,
  "two-months": 2,
  quarter: 3,
  "half-year": 6,
  year: 12,
};

const dayAt = (year: number, month: number, date: number): Day =>
  (Date.UTC(year, month, date) / 86_400_000) as Day;

/** The period that `d` lies in: first and last day, both inclusive. Weeks begin on Monday (ISO 8601). */
export function periodOf(d: Day, period: Period): Range {
  if (period === "day") return { from: d, to: d };
  if (period === "week") {
    const from = addDays(d, 1 - weekday(d));
    return { from, to: addDays(from, 6) };
  }
  const [year = 0, month = 0, date = 0] = isoDay(d).split("-").map(Number);
  const last = (m: number): Day => addDays(dayAt(year, m + 1, 1), -1);
  if (period === "ten-days" || period === "half-month") {
    const starts = period === "ten-days" ? [1, 11, 21] : [1, 16];
    const i = starts.filter((start) => start <= date).length - 1;
    const next = starts[i + 1];
    return {
      from: dayAt(year, month - 1, starts[i] ?? 1),
      to: next === undefined ? last(month - 1) : dayAt(year, month - 1, next - 1),
    };
  }
  const wide = MONTHS[period] ?? 1;
  const first = Math.floor((month - 1) / wide) * wide;
  return { from: dayAt(year, first, 1), to: last(first + wide - 1) };
}

/** Every period that touches `from`…`to`, in order, whole. */
export function periodsBetween(from: Day, to: Day, period: Period): Range[] {
  const all: Range[] = [];
  for (
    let each = periodOf(from, period);
    each.from <= to;
    each = periodOf(addDays(each.to, 1), period)
  )
    all.push(each);
  return all;
}

/** Which kind of window this range is exactly, the shortest first; `undefined` for a free one. */
export const kindOf = ({ from, to }: Range): Period | undefined =>
  PERIODS.find((period) => {
    const own = periodOf(from, period);
    return own.from === from && own.to === to;
  });

/** The window of the same kind before (`-1`) or after (`1`); a free range moves by its own length. */
export function neighbour({ from, to }: Range, by: -1 | 1, period?: Period): Range {
  if (period !== undefined) return periodOf(by < 0 ? addDays(from, -1) : addDays(to, 1), period);
  const length = to - from + 1;
  return { from: addDays(from, by * length), to: addDays(to, by * length) };
}

/** The same window a year earlier; a week is the week 52 weeks before, so that it has the same weekdays. */
export function yearEarlier({ from, to }: Range, period?: Period): Range {
  if (period === "week") return { from: addDays(from, -364), to: addDays(to, -364) };
  if (period === undefined || period === "day")
    return { from: yearBefore(from), to: yearBefore(to) };
  return periodOf(yearBefore(from), period);
}

/** 29 February has no day a year before: the month's last day stands for it. */
function yearBefore(d: Day): Day {
  const [year = 0, month = 0, date = 0] = isoDay(d).split("-").map(Number);
  const end = addDays(dayAt(year - 1, month, 1), -1);
  return Math.min(dayAt(year - 1, month - 1, date), end) as Day;
}
