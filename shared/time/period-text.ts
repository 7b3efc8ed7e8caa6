import { isoDay, parseDay } from "./day.ts";
import { type Period, type Range, periodOf } from "./period.ts";

interface Named extends Range {
  period: Period;
}

/** A window by its short name. The letter says the kind, so that no two kinds share a spelling. */
const FORMS: readonly [form: RegExp, read: (parts: number[]) => [Period, string] | undefined][] = [
  [/^(\d{4})$/, ([y = 0]) => at("year", y, 1)],
  [/^(\d{4})-H([12])$/, ([y = 0, n = 1]) => at("half-year", y, 6 * n - 5)],
  [/^(\d{4})-Q([1-4])$/, ([y = 0, n = 1]) => at("quarter", y, 3 * n - 2)],
  [/^(\d{4})-B([1-6])$/, ([y = 0, n = 1]) => at("two-months", y, 2 * n - 1)],
  [/^(\d{4})-(\d{2})$/, ([y = 0, m = 1]) => at("month", y, m)],
  [/^(\d{4})-(\d{2})-H([12])$/, ([y = 0, m = 1, n = 1]) => at("half-month", y, m, 15 * n - 14)],
  [/^(\d{4})-(\d{2})-X([123])$/, ([y = 0, m = 1, n = 1]) => at("ten-days", y, m, 10 * n - 9)],
  [/^(\d{4})-(\d{2})-(\d{2})$/, ([y = 0, m = 1, d = 1]) => at("day", y, m, d)],
];

const at = (period: Period, year: number, month: number, date = 1): [Period, string] => [
  period,
  [String(year).padStart(4, "0"), ...[month, date].map((n) => String(n).padStart(2, "0"))].join(
    "-",
  ),
];

/**
 * `2026` · `2026-H2` half-year · `2026-Q3` quarter · `2026-B6` two months · `2026-11` month · `2026-11-H2` half-month ·
 * `2026-11-X3` 下旬 · `2026-W47` week of ISO 8601 · `2026-11-22` day. `undefined`: none of these, or none that exists.
 */
export function parsePeriod(text: string): Named | undefined {
  const week = /^(\d{4})-W(\d{2})$/.exec(text);
  if (week) return isoWeek(Number(week[1]), Number(week[2]));
  for (const [form, read] of FORMS) {
    const parts = form.exec(text)?.slice(1).map(Number);
    const found = parts && read(parts);
    const first = found && parseDay(found[1]);
    if (found && first !== undefined) return { period: found[0], ...periodOf(first, found[0]) };
  }
  return undefined;
}

/** The week that holds 4 January is the first of its year. */
function isoWeek(year: number, week: number): Named | undefined {
  const fourth = parseDay(`${String(year).padStart(4, "0")}-01-04`);
  if (fourth === undefined || week < 1) return undefined;
  const first = periodOf(fourth, "week").from;
  const own = periodOf((first + 7 * (week - 1)) as typeof first, "week");
  const thursday = isoDay((own.from + 3) as typeof first);
  return Number(thursday.slice(0, 4)) === year ? { period: "week", ...own } : undefined;
}
