import { expect, test } from "vitest";
import { chinaCalendar } from "#shared/calendar/china.ts";
import { YEARS } from "#shared/calendar/years/index.ts";
import { type Day, addDays, day, isoDay, weekday } from "#shared/time/day.ts";
import { HOLIDAY_CN } from "./holiday-cn.ts";

const POLICY_LIBRARY = "https://www.gov.cn/zhengce/zhengceku/";
const written = (year: number, text: string): Day => {
  const full = text.length === 4 ? `${year}${text}` : text;
  return day(`${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`);
};

test("every year that ships is in the table, and no other", () => {
  expect(YEARS.map(({ year }) => String(year))).toEqual(Object.keys(HOLIDAY_CN));
});

test.each(YEARS.map(({ year }) => [year] as const))(
  "%i: its notices say day by day what an independent data set has, and cite the same papers",
  (year) => {
    const facts = HOLIDAY_CN[year];
    if (!facts) throw new Error(String(year));
    // the year's own notices alone, over plain weeks
    const only = YEARS.filter((each) => each.year === year);
    const calendar = chinaCalendar({ years: only });
    const off = new Set<Day>();
    for (const run of facts.off.split(" ")) {
      const [first = "", last = first] = run.split("-");
      for (let d = written(year, first); d <= written(year, last); d = addDays(d, 1)) off.add(d);
    }
    const worked = new Set(facts.worked.split(" ").map((text) => written(year, text)));
    const notices = only.flatMap((each) => each.notices);
    const before = notices.flatMap((n) => [
      ...n.off.map(([, d]) => d),
      ...n.makeUp.map(([, d]) => d),
    ]);
    const differ: string[] = [];
    for (let d = day(`${year}-01-01`); d < calendar.covered.to; d = addDays(d, 1)) {
      const expected = worked.has(d) || (weekday(d) < 6 && !off.has(d));
      if (calendar.isWorkday(d) !== expected) differ.push(isoDay(d));
    }
    expect(differ).toEqual([]);
    // what a notice moves in the December before is among its days too
    const earlier = [...off, ...worked].filter((d) => d < day(`${year}-01-01`)).map(isoDay);
    for (const iso of earlier) expect(before.some((each) => each <= iso)).toBe(true);
    expect(notices.map((n) => n.address.replace(POLICY_LIBRARY, ""))).toEqual(facts.papers);
  },
);

test("every notice bears a number of the State Council or its General Office, of the year in which it was published", () => {
  for (const { year, notices } of YEARS)
    for (const { number = "", published, title } of notices) {
      expect(number).toMatch(/^国(办)?发明电〔\d{4}〕\d{1,2}号$/);
      expect([title, number.slice(number.indexOf("〔") + 1, -1).slice(0, 4)]).toEqual([
        title,
        published.slice(0, 4),
      ]);
      expect(published >= `${year - 1}-10-01` && published < `${year}-12-31`).toBe(true);
    }
});
