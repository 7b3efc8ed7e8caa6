import { expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import { YEARS } from "#shared/calendar/years/index.ts";
import { run } from "#shared/limit/clock.ts";
import { possibleWorkingDays } from "#shared/limit/count.ts";
import { national } from "#shared/limit/rules/national.ts";
import { day, isoDay } from "#shared/time/day.ts";
import { withhold } from "./withhold.ts";

test.each(YEARS.map((y) => y.year).filter((y) => y >= 2014))(
  "with the notice for %i withheld, the real due date lies inside the range that was given",
  (year) => {
    const { n, outside, widths } = withhold(year);
    expect(outside).toEqual([]);
    expect(n).toBeGreaterThan(3000);
    const median = widths[Math.floor(n / 2)] ?? 0;
    const most = widths.at(-1) ?? 0;
    expect(median, `median ${median}, at most ${most} days wide`).toBeLessThanOrEqual(12);
  },
);

test("the bounds of an unpublished stretch hold what is certain", () => {
  const { outlook } = CHINA;
  if (!outlook) throw new Error("no outlook");
  const stretch = (from: string, to: string) => ({ from: day(from), to: day(to) });
  expect(outlook.most(stretch("2027-10-01", "2027-10-04"))).toBe(0); // statutory days are off for certain
  expect(outlook.most(stretch("2027-01-01", "2027-01-02"))).toBe(0);
  expect(outlook.most(stretch("2027-07-12", "2027-07-17"))).toBe(5);
  expect(outlook.fewest(stretch("2027-07-12", "2027-07-17"))).toBe(3); // one arrangement out of season
  expect(outlook.fewest(stretch("2027-02-08", "2027-02-13"))).toBe(0);
  expect(outlook.most(stretch("2090-01-01", "2090-01-11"))).toBe(10); // beyond every table: all open
  expect(outlook.fewest(stretch("2090-01-01", "2090-01-11"))).toBe(0);
});

test("an allowance reaches as far from its festival as it says, to the day", () => {
  const { outlook } = CHINA;
  if (!outlook) throw new Error("no outlook");
  const most = (from: string, to: string) => outlook.most({ from: day(from), to: day(to) });
  const fewest = (from: string, to: string) => outlook.fewest({ from: day(from), to: day(to) });
  // Saturday 2027-04-17: 14 days before 05-01, 12 after Qingming, and one arrangement out of season
  expect(most("2027-04-17", "2027-04-18")).toBe(3);
  // Monday 2027-05-10: 9 days after 05-01; nine weekdays, that one and two out of season may be off
  expect(fewest("2027-05-10", "2027-05-21")).toBe(6);
  expect(fewest("2027-05-11", "2027-05-21")).toBe(6);
  expect(outlook.earliest(day("2027-07-12"), 5)).toBe(day("2027-07-16"));
  expect(outlook.latest(day("2027-07-12"), 5)).toBe(day("2027-07-20"));
});

test("what is counted beyond coverage is what is known up to its end and what is possible after it", () => {
  const low = possibleWorkingDays(CHINA, "latest");
  const high = possibleWorkingDays(CHINA, "earliest");
  const stretch = (from: string, to: string) => ({ from: day(from), to: day(to) });
  expect(high.count(stretch("2026-12-28", "2027-01-01"))).toBe(4); // all known
  expect(high.count(stretch("2026-12-28", "2027-01-02"))).toBe(4); // 1 January is off for certain
  expect(high.count(stretch("2026-12-28", "2027-01-05"))).toBe(4 + 1 + 2 + 1); // Monday, two rest days by the festival, one out of season
  expect(low.count(stretch("2026-12-28", "2027-01-05"))).toBe(4);
  expect(high.count(stretch("2027-07-12", "2027-07-17"))).toBe(5); // all beyond
  expect(low.count(stretch("2027-07-12", "2027-07-17"))).toBe(3);
  expect(high.count(stretch("2012-12-28", "2027-01-05"))).toBeUndefined(); // before every year that is known
  expect(high.nth(day("2012-12-28"), 3)).toBeUndefined();
});

test("a pause in an unpublished year widens nothing and moves both bounds", () => {
  const rules = { regime: national, calendar: CHINA };
  const limit = { amount: 20, unit: "workday" as const };
  const due = (to: string) =>
    run("2026-12-21", limit, [{ from: "2027-07-01", to, ground: "hearing" }], rules);
  const plain = run("2026-12-21", limit, [], rules);
  expect(due("2027-07-10")).toEqual(plain); // it begins after the latest due date
  const early = [{ from: "2027-01-11", to: "2027-01-18", ground: "hearing" as const }];
  const paused = run("2026-12-21", limit, early, rules);
  if (plain.kind !== "between" || paused.kind !== "between") throw new Error("no range");
  expect(isoDay(plain.earliest.day)).toBe("2027-01-14");
  expect(isoDay(paused.earliest.day)).toBe("2027-01-21");
  expect((paused.latest?.day ?? 0) - (plain.latest?.day ?? 0)).toBeGreaterThanOrEqual(5);
});
