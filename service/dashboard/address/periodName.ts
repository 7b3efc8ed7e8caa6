import type { Strings } from "#shared/strings/strings.ts";
import { isoDay } from "#shared/time/day.ts";
import { type Period, type Range, ymd } from "./period.ts";

/** How an office calls this window: 2026年11月下旬. */
export function periodName(
  words: Strings["dashboard"]["window"],
  period: Period,
  range: Range | null,
): string {
  if (range === null) return words.all;
  const { year, month, date } = ymd(range.from);
  switch (period) {
    case "day":
      return words.day(year, month, date);
    case "week":
      return words.week(isoDay(range.from), isoDay(range.to));
    case "ten-days":
      return words.xun(year, month, date === 1 ? 0 : date === 11 ? 1 : 2);
    case "half-month":
      return words.halfMonth(year, month, date === 1 ? 0 : 1);
    case "month":
      return words.month(year, month);
    case "two-months":
      return words.twoMonth(year, month);
    case "quarter":
      return words.quarter(year, (month - 1) / 3);
    case "half-year":
      return words.halfYear(year, month === 1 ? 0 : 1);
    case "year":
      return words.year(year);
    default:
      return words.any(isoDay(range.from), isoDay(range.to));
  }
}
