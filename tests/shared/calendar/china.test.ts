import chineseDays from "chinese-days";
import { expect, test } from "vitest";
import { CHINA, chinaCalendar } from "#shared/calendar/china.ts";
import { YEARS } from "#shared/calendar/years/index.ts";
import { addDays, day, isoDay } from "#shared/time/day.ts";

test("every day from 2013 to 2026 is worked or free as an independent data set has it", () => {
  const differ: string[] = [];
  for (let d = day("2013-01-01"); d < day("2027-01-01"); d = addDays(d, 1))
    if (CHINA.isWorkday(d) !== chineseDays.isWorkday(isoDay(d))) differ.push(isoDay(d));
  expect(differ).toEqual([]);
});

test.each([
  [2018, 250],
  [2019, 250],
  [2020, 249],
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])("%i has %i working days", (year, n) => {
  expect(CHINA.count({ from: day(`${year}-01-01`), to: day(`${year + 1}-01-01`) })).toBe(n);
});

test.each([
  ["2026-10-01", "holiday", "国庆节", "国办发明电〔2025〕7号"],
  ["2026-02-14", "make-up", "春节", "国办发明电〔2025〕7号"],
  ["2018-12-31", "holiday", "元旦", "国办发明电〔2018〕15号"],
  ["2018-12-29", "make-up", "元旦", "国办发明电〔2018〕15号"],
  ["2019-05-02", "holiday", "劳动节", "国办发明电〔2019〕3号"],
  ["2020-02-01", "holiday", "春节", "国办发明电〔2020〕1号"],
  ["2015-09-06", "make-up", "抗日战争暨世界反法西斯战争胜利70周年纪念日", "国发明电〔2015〕1号"],
])("%s is a %s of %s by notice %s", (iso, kind, name, number) => {
  expect(CHINA.kind(day(iso))).toMatchObject({ kind, name, notice: { number } });
});

test("an uncovered day is never called a working day", () => {
  for (const iso of ["2012-12-31", "2027-01-01", "2027-10-01", "2030-03-05"]) {
    expect(CHINA.kind(day(iso))).toEqual({ kind: "uncovered" });
    expect(CHINA.isWorkday(day(iso))).toBeUndefined();
  }
  expect(CHINA.add(day("2026-12-25"), 5)).toBeUndefined();
  expect(CHINA.add(day("2012-12-25"), 5)).toBeUndefined();
  expect(CHINA.count({ from: day("2026-12-25"), to: day("2027-01-02") })).toBeUndefined();
  expect(CHINA.count({ from: day("2012-12-25"), to: day("2013-01-02") })).toBeUndefined();
});

test("the last days of December are open while the next notice may still move them", () => {
  const until = (last: number): string =>
    isoDay(chinaCalendar({ years: YEARS.filter((y) => y.year <= last) }).covered.to);
  expect(until(2018)).toBe("2018-12-29"); // 2019-01-01 is a Tuesday: the notice for 2019 moved 12-29 and 12-31
  expect(until(2022)).toBe("2022-12-29"); // a Sunday: 12-31 was taken into the break
  expect(until(2026)).toBe("2027-01-01"); // a Friday adjoins the weekend: nothing to bridge
});

test("as known on a day: a later notice is not used before it was published", () => {
  const before = chinaCalendar({ knownOn: day("2019-03-21") });
  expect(before.isWorkday(day("2019-05-02"))).toBe(true);
  expect(before.isWorkday(day("2019-05-05"))).toBe(false);
  expect(before.kind(day("2020-01-01"))).toEqual({ kind: "uncovered" });
  const after = chinaCalendar({ knownOn: day("2019-03-22") });
  expect(after.isWorkday(day("2019-05-02"))).toBe(false);
  expect(after.version).toBe("2019-03-22");
});

test("a year that is missing ends the coverage: across it nothing can be counted", () => {
  const gap = chinaCalendar({ years: YEARS.filter((y) => y.year !== 2020) });
  expect(gap.isWorkday(day("2021-03-01"))).toBe(true);
  expect(gap.kind(day("2019-12-31"))).toEqual({ kind: "uncovered" });
});

test("every year cites its notice and changes only its own days and the December before", () => {
  for (const { year, notices } of YEARS) {
    expect(notices.length).toBeGreaterThan(0);
    for (const n of notices) {
      expect(n.address).toMatch(/^https:\/\/www\.gov\.cn\/zhengce\//);
      expect(n.number).toMatch(/^国(办)?发明电〔\d{4}〕\d+号$/);
      const days = [...n.off.flatMap(([, a, b]) => [a, b]), ...n.makeUp.map(([, d]) => d)];
      expect(days.filter((d) => d < `${year - 1}-12-29` || d > `${year}-12-31`)).toEqual([]);
    }
  }
});
