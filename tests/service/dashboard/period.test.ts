import { expect, test } from "vitest";
import { day, isoDay } from "#shared/time/day.ts";
import {
  type Period,
  PERIODS,
  periodAt,
  periodOf,
  step,
  yearEarlier,
} from "../../../service/dashboard/address/period.ts";

const text = ({ from, to }: ReturnType<typeof periodAt>): string => `${isoDay(from)} ${isoDay(to)}`;
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });

test.each<[Period, string, string]>([
  ["day", "2026-11-22", "2026-11-22 2026-11-22"],
  ["week", "2026-11-22", "2026-11-16 2026-11-22"],
  ["ten-days", "2026-11-10", "2026-11-01 2026-11-10"],
  ["ten-days", "2026-11-11", "2026-11-11 2026-11-20"],
  ["ten-days", "2026-02-28", "2026-02-21 2026-02-28"],
  ["half-month", "2026-11-15", "2026-11-01 2026-11-15"],
  ["half-month", "2026-11-16", "2026-11-16 2026-11-30"],
  ["month", "2024-02-03", "2024-02-01 2024-02-29"],
  ["two-months", "2026-12-31", "2026-11-01 2026-12-31"],
  ["quarter", "2026-05-01", "2026-04-01 2026-06-30"],
  ["half-year", "2026-07-01", "2026-07-01 2026-12-31"],
  ["year", "2026-07-01", "2026-01-01 2026-12-31"],
])("the %s in which %s lies is %s", (period, at, window) => {
  expect(text(periodAt(period, day(at)))).toBe(window);
});

test.each(PERIODS.filter((each) => each !== "all"))(
  "windows of kind %s meet without gap or overlap, back and forth over a leap year's end",
  (period) => {
    let here =
      period === "any" ? range("2024-01-30", "2024-02-05") : periodAt(period, day("2023-12-27"));
    for (let i = 0; i < 60; i++) {
      const next = step(period, here, 1);
      expect(next.from).toBe(here.to + 1);
      expect(step(period, next, -1)).toEqual(here);
      here = next;
    }
  },
);

test.each<[Period, string, string, string]>([
  ["month", "2024-02-01", "2024-02-29", "2023-02-01 2023-02-28"],
  ["ten-days", "2025-02-21", "2025-02-28", "2024-02-21 2024-02-29"],
  ["year", "2026-01-01", "2026-12-31", "2025-01-01 2025-12-31"],
  ["day", "2024-02-29", "2024-02-29", "2023-02-28 2023-02-28"],
  ["week", "2026-11-16", "2026-11-22", "2025-11-17 2025-11-23"],
])("the same %s of %s to %s a year earlier is %s", (period, from, to, window) => {
  expect(text(yearEarlier(period, range(from, to)))).toBe(window);
});

test("a range that is exactly a window is called by it, and any other is free", () => {
  expect(periodOf(range("2026-10-01", "2026-12-31"))).toBe("quarter");
  expect(periodOf(range("2026-02-21", "2026-02-28"))).toBe("ten-days");
  expect(periodOf(range("2026-10-02", "2026-12-31"))).toBe("any");
});
