import { expect, test } from "vitest";
import { day, isoDay } from "#shared/time/day.ts";
import { parsePeriod } from "#shared/time/period-text.ts";
import { kindOf, neighbour, yearEarlier } from "#shared/time/period.ts";

test.each([
  ["2026", "year", "2026-01-01", "2026-12-31"],
  ["2026-H1", "half-year", "2026-01-01", "2026-06-30"],
  ["2026-Q3", "quarter", "2026-07-01", "2026-09-30"],
  ["2026-B6", "two-months", "2026-11-01", "2026-12-31"],
  ["2024-02", "month", "2024-02-01", "2024-02-29"],
  ["2026-11-H2", "half-month", "2026-11-16", "2026-11-30"],
  ["2026-02-X3", "ten-days", "2026-02-21", "2026-02-28"],
  ["2026-W47", "week", "2026-11-16", "2026-11-22"],
  ["2026-W01", "week", "2025-12-29", "2026-01-04"],
  ["2020-W53", "week", "2020-12-28", "2021-01-03"],
  ["2026-11-22", "day", "2026-11-22", "2026-11-22"],
])("%s is the %s from %s to %s", (text, period, from, to) => {
  const found = parsePeriod(text);
  expect(found && [found.period, isoDay(found.from), isoDay(found.to)]).toEqual([period, from, to]);
  // the window's own kind is found again, so that the one before it is one of the same kind
  expect(found && kindOf(found)).toBe(period);
});

test.each(["2026-13", "2026-Q5", "2026-02-30", "2026-W54", "2025-W53", "2026-W00", "q3", "", "26"])(
  "%s is no window",
  (text) => expect(parsePeriod(text)).toBeUndefined(),
);

test.each([
  ["2026-03", "2026-02-01 2026-02-28", "2025-03-01 2025-03-31"],
  ["2026-Q1", "2025-10-01 2025-12-31", "2025-01-01 2025-03-31"],
  ["2025-02-X3", "2025-02-11 2025-02-20", "2024-02-21 2024-02-29"],
  ["2026-W47", "2026-11-09 2026-11-15", "2025-11-17 2025-11-23"],
  ["2024-02-29", "2024-02-28 2024-02-28", "2023-02-28 2023-02-28"],
])("before %s lies %s, and a year earlier %s", (text, previous, lastYear) => {
  const found = parsePeriod(text)!;
  const said = ({ from, to }: { from: number; to: number }) =>
    `${isoDay(from as never)} ${isoDay(to as never)}`;
  expect(said(neighbour(found, -1, found.period))).toBe(previous);
  expect(said(yearEarlier(found, found.period))).toBe(lastYear);
});

test("a free range is compared with as many days before it, and with the same dates a year before", () => {
  const free = { from: day("2026-11-03"), to: day("2026-11-12") };
  expect(kindOf(free)).toBeUndefined();
  expect(isoDay(neighbour(free, -1).from)).toBe("2026-10-24");
  expect(isoDay(neighbour(free, -1).to)).toBe("2026-11-02");
  expect(isoDay(yearEarlier(free).from)).toBe("2025-11-03");
});
