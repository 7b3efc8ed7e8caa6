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
export function periodOf(d: Day, period: Period): { from: Day; to: Day } {
  if (period === "day") return { from: d, to: d };
  if (period === "week") {
    const from = addDays(d, 1 - weekday(d));
    return { from, to: addDays(from, 6) };
  }
  const [year = 0, month = 0, date = 0] = isoDay(d).split("-").map(Number);
  const last = (m: number): Day => addDays(dayAt(year, m + 1, 1), -1);
  if (period === "ten-days" || period === "half-month") {
    const starts = period === "ten-days" ? [1, 11, 21] : [1, 16];
    const i = starts.findLastIndex((start) => start <= date);
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
export function periodsBetween(from: Day, to: Day, period: Period): { from: Day; to: Day }[] {
  const all: { from: Day; to: Day }[] = [];
  for (
    let each = periodOf(from, period);
    each.from <= to;
    each = periodOf(addDays(each.to, 1), period)
  )
    all.push(each);
  return all;
}
