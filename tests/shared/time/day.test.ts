import { expect, test } from "vitest";
import { type Day, addDays, day, isoDay, parseDay, weekday, yearOf } from "#shared/time/day.ts";

test("every day of five centuries is the day that the platform's calendar says, and back", () => {
  for (let d = day("1800-01-01"); d < day("2300-01-01"); d = addDays(d, 1)) {
    const there = new Date(d * 86_400_000);
    const iso = there.toISOString().slice(0, 10);
    if (
      isoDay(d) !== iso ||
      day(iso) !== d ||
      yearOf(d) !== there.getUTCFullYear() ||
      weekday(d) !== (there.getUTCDay() || 7)
    )
      throw new Error(`${iso}: ${isoDay(d)}`);
  }
  expect(isoDay(0 as Day)).toBe("1970-01-01");
});

test.each([
  "2026-02-30",
  "2026-13-01",
  "2026-00-10",
  "2026-01-00",
  "2025-02-29",
  "1900-02-29",
  "2026-4-01",
  "26-04-01",
  "2026-04-31",
  "0999-01-01",
  " 2026-04-01",
  "2026-04-01T00:00",
  "abcd-ef-gh",
  "",
])("%j is no day", (text) => {
  expect(parseDay(text)).toBeUndefined();
  expect(() => day(text)).toThrow(RangeError);
});

test.each(["2024-02-29", "2000-02-29", "2026-12-31", "1000-01-01"])("%s is a day", (text) => {
  expect(isoDay(day(text))).toBe(text);
});
