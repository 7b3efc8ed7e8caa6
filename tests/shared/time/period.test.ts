import fc from "../../property.ts";
import { expect, test } from "vitest";
import { type Day, day, isoDay } from "#shared/time/day.ts";
import { PERIODS, periodOf, periodsBetween } from "#shared/time/period.ts";

test.each([
  ["day", "2026-11-22", "2026-11-22", "2026-11-22"],
  ["week", "2026-11-22", "2026-11-16", "2026-11-22"],
  ["week", "2026-11-23", "2026-11-23", "2026-11-29"],
  ["ten-days", "2026-11-10", "2026-11-01", "2026-11-10"],
  ["ten-days", "2026-11-11", "2026-11-11", "2026-11-20"],
  ["ten-days", "2026-02-28", "2026-02-21", "2026-02-28"],
  ["ten-days", "2026-10-31", "2026-10-21", "2026-10-31"],
  ["half-month", "2026-11-15", "2026-11-01", "2026-11-15"],
  ["half-month", "2026-11-16", "2026-11-16", "2026-11-30"],
  ["month", "2024-02-10", "2024-02-01", "2024-02-29"],
  ["two-months", "2026-11-22", "2026-11-01", "2026-12-31"],
  ["two-months", "2026-10-01", "2026-09-01", "2026-10-31"],
  ["quarter", "2026-11-22", "2026-10-01", "2026-12-31"],
  ["half-year", "2026-06-30", "2026-01-01", "2026-06-30"],
  ["year", "2026-11-22", "2026-01-01", "2026-12-31"],
] as const)("the %s of %s is %s to %s", (period, d, from, to) => {
  const found = periodOf(day(d), period);
  expect([isoDay(found.from), isoDay(found.to)]).toEqual([from, to]);
});

test("periods follow one another without gap or overlap and cover what was asked", () => {
  const anyDay = fc.integer({ min: 10_000, max: 25_000 });
  fc.assert(
    fc.property(
      fc.constantFrom(...PERIODS),
      anyDay,
      fc.integer({ min: 0, max: 800 }),
      (period, from, wide) => {
        const all = periodsBetween(from as Day, (from + wide) as Day, period);
        expect(all[0]!.from <= from && all[0]!.to >= from).toBe(true);
        expect(all.at(-1)!.to >= from + wide && all.at(-1)!.from <= from + wide).toBe(true);
        for (const [i, each] of all.entries())
          if (i > 0) expect(each.from).toBe(all[i - 1]!.to + 1);
      },
    ),
    { numRuns: 300 },
  );
});
