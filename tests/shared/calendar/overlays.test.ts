import { expect, test } from "vitest";
import { calendarFor } from "#shared/calendar/calendars.ts";
import { chinaCalendar } from "#shared/calendar/china.ts";
import { ENGLAND } from "#shared/calendar/england.ts";
import { guangxi } from "#shared/calendar/overlays/guangxi.ts";
import { ningxia } from "#shared/calendar/overlays/ningxia.ts";
import { YEARS } from "#shared/calendar/years/index.ts";
import type { Overlay } from "#shared/calendar/year.ts";
import { day, isoDay } from "#shared/time/day.ts";

const until = (year: number, overlays: Overlay[]) =>
  chinaCalendar({ years: YEARS.filter((y) => y.year <= year), overlays });

test.each([
  ["2017-03-30", "holiday"],
  ["2017-04-01", "holiday"], // worked elsewhere
  ["2017-04-08", "make-up"],
  ["2018-04-18", "holiday"],
  ["2018-04-20", "workday"],
] as const)("广西: %s is a %s", (iso, kind) => {
  expect(until(2018, [guangxi]).kind(day(iso)).kind).toBe(kind);
});

test("宁夏: 开斋节 and 古尔邦节 are no working days there and working days elsewhere", () => {
  const here = until(2021, [ningxia]);
  expect(here.id).toBe("cn+ningxia");
  for (const iso of ["2020-05-25", "2021-07-20"]) {
    expect(here.isWorkday(day(iso))).toBe(false);
    expect(chinaCalendar().isWorkday(day(iso))).toBe(true);
  }
});

test("an overlay that does not know a year covers none of it", () => {
  const shipped = calendarFor({ id: "cn", overlays: ["guangxi"] });
  expect(shipped && [isoDay(shipped.covered.from), isoDay(shipped.covered.to)]).toEqual([
    "2024-01-01",
    "2025-01-01",
  ]);
  expect(shipped?.kind(day("2026-04-20"))).toEqual({ kind: "uncovered" });
});

test("two overlays hold where both are known; one that does not exist gives no calendar", () => {
  const both = chinaCalendar({
    years: YEARS.filter((y) => y.year === 2021),
    overlays: [guangxi, ningxia],
  });
  expect(both.isWorkday(day("2021-04-14"))).toBe(false);
  expect(both.isWorkday(day("2021-05-13"))).toBe(false);
  expect(calendarFor({ id: "cn", overlays: ["atlantis"] })).toBeUndefined();
  expect(calendarFor({ id: "atlantis", overlays: [] })).toBeUndefined();
});

test("a hall's emergency closure is an overlay like any other", () => {
  const notice = {
    title: "台风停工通知",
    published: "2026-07-20",
    address: "https://www.example.gov.cn/",
    off: [["台风", "2026-07-21", "2026-07-21"]],
    makeUp: [],
  } as const;
  const typhoon: Overlay = {
    id: "typhoon",
    name: "台风停工",
    years: [{ year: 2026, notices: [notice] }],
  };
  const here = chinaCalendar({ years: YEARS.filter((y) => y.year === 2026), overlays: [typhoon] });
  expect(here.add(day("2026-07-20"), 1)).toBe(day("2026-07-22"));
  expect(
    chinaCalendar({ years: YEARS, overlays: [typhoon], knownOn: day("2026-07-19") }).isWorkday(
      day("2026-07-21"),
    ),
  ).toBe(true);
});

test("another jurisdiction is another calendar: bank holidays of England", () => {
  expect(ENGLAND.count({ from: day("2025-01-01"), to: day("2026-01-01") })).toBe(253);
  expect(ENGLAND.kind(day("2026-12-28"))).toMatchObject({
    kind: "holiday",
    name: "Boxing Day (substitute day)",
  });
  expect(ENGLAND.isWorkday(day("2026-10-01"))).toBe(true);
  expect(ENGLAND.kind(day("2027-01-04"))).toEqual({ kind: "uncovered" });
});
