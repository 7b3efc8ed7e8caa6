import { expect, test } from "vitest";
import { calendarFor } from "#shared/calendar/calendars.ts";
import { CHINA } from "#shared/calendar/china.ts";
import { type HouseRules, houseCalendar, rulesOf } from "#shared/limit/house-rules.ts";
import { england } from "#shared/limit/rules/england.ts";
import { national } from "#shared/limit/rules/national.ts";
import { strict } from "#shared/limit/rules/strict.ts";
import { day } from "#shared/time/day.ts";

const year = (n: number, off: [string, string, string][] = []) => ({
  year: n,
  notices: [
    { title: `${n}`, published: "2026-11-10", address: "https://www.gov.cn/", off, makeUp: [] },
  ],
});
const house = (over: Partial<HouseRules>): HouseRules => ({
  calendar: "v1",
  years: [],
  overlays: [],
  regime: null,
  ...over,
});
const local = (id: string) => ({
  id,
  name: id,
  years: [year(2025), year(2026, [["开渔节", "2026-09-16", "2026-09-16"]])],
});
const regional = (id: string) => ({ ...national, calendar: { id: "cn", overlays: [id] } });

test("nothing of one's own is what ships, by its own version", () => {
  const plain = rulesOf(house({}));
  expect(plain.regime).toBe(national);
  expect(plain.calendar).toBe(CHINA);
  expect(rulesOf(house({ regime: strict })).regime).toBe(strict);
});

test("an imported year reaches further and gives the calendar the version that the service named", () => {
  const { calendar } = rulesOf(house({ years: [year(2027)] }));
  expect(calendar.isWorkday(day("2027-03-01"))).toBe(true);
  expect(CHINA.isWorkday(day("2027-03-01"))).toBeUndefined();
  expect([calendar.id, calendar.version]).toEqual(["cn", "v1"]);
});

test("a region's days hold where the rule set names the region, and nowhere else", () => {
  const own = { overlays: [local("qingyu")] };
  const here = rulesOf(house({ ...own, regime: regional("qingyu") })).calendar;
  expect(here.kind(day("2026-09-16"))).toMatchObject({ name: "开渔节" });
  expect([here.id, here.version]).toEqual(["cn+qingyu", "v1"]);
  expect(rulesOf(house(own)).calendar).toBe(CHINA);
  expect(rulesOf(house({ ...own, regime: regional("guangxi") })).calendar.id).toBe("cn+guangxi");
});

test("a region that nobody knows has no calendar: the page goes on with what ships", () => {
  const named = { id: "cn", overlays: ["nowhere"] };
  expect(
    houseCalendar(named, { years: [year(2027)], overlays: [], version: "v1" }),
  ).toBeUndefined();
  expect(rulesOf(house({ regime: regional("nowhere") }))).toEqual({
    regime: national,
    calendar: CHINA,
  });
});

test("a Chinese notice changes nothing in another jurisdiction's calendar", () => {
  const { calendar } = rulesOf(house({ years: [year(2027)], regime: england }));
  expect(calendar).toBe(calendarFor(england.calendar));
});
