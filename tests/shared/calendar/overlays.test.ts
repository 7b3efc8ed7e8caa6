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
  ["2018-04-15", "make-up"],
  ["2018-04-20", "holiday"],
  ["2019-04-03", "workday"],
  ["2019-04-08", "holiday"],
] as const)("广西: %s is a %s", (iso, kind) => {
  expect(until(2019, [guangxi]).kind(day(iso)).kind).toBe(kind);
});

test.each([
  ["2022-04-02", "holiday"], // worked elsewhere
  ["2022-04-06", "holiday"],
  ["2023-04-23", "holiday"], // worked elsewhere
  ["2023-04-24", "workday"],
  ["2025-03-31", "holiday"],
  ["2025-04-02", "workday"],
  ["2026-04-16", "workday"],
  ["2026-04-17", "holiday"],
  ["2026-04-20", "holiday"],
  ["2026-04-21", "workday"],
] as const)("广西, as it ships today: %s is a %s", (iso, kind) => {
  expect(calendarFor({ id: "cn", overlays: ["guangxi"] })?.kind(day(iso)).kind).toBe(kind);
});

test("宁夏: 开斋节 and 古尔邦节 are no working days there and working days elsewhere", () => {
  const here = until(2022, [ningxia]);
  expect(here.id).toBe("cn+ningxia");
  for (const iso of ["2020-05-25", "2021-07-20", "2022-07-11"]) {
    expect(here.isWorkday(day(iso))).toBe(false);
    expect(chinaCalendar().isWorkday(day(iso))).toBe(true);
  }
});

test.each([
  ["guangxi", "2021-01-01", "2027-01-01"], // 2020 was not read
  ["ningxia", "2019-01-01", "2024-01-01"], // what is told of 2024 to 2026 contradicts itself: no date is guessed
])("an overlay that does not know a year covers none of it: %s from %s to %s", (id, from, to) => {
  const shipped = calendarFor({ id: "cn", overlays: [id] });
  expect(shipped && [isoDay(shipped.covered.from), isoDay(shipped.covered.to)]).toEqual([from, to]);
  expect(shipped?.kind(day(to))).toEqual({ kind: "uncovered" });
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
