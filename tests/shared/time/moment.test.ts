import { expect, test } from "vitest";
import {
  SHANGHAI,
  dayOf,
  instant,
  instantAt,
  parseInstant,
  timeOfDay,
} from "#shared/time/instant.ts";
import {
  dayOfMoment,
  earliest,
  isMoment,
  latest,
  momentOf,
  precision,
} from "#shared/time/moment.ts";
import { intersect, length, union } from "#shared/time/segment.ts";
import { day } from "#shared/time/day.ts";

test("a moment is as wide as its precision: a day is a day and not its midnight", () => {
  expect(latest("2026-09-24") - earliest("2026-09-24")).toBe(86_400_000);
  expect(latest("2026-09-24T09:30") - earliest("2026-09-24T09:30")).toBe(60_000);
  expect(latest("2026-09-24T09:30:15") - earliest("2026-09-24T09:30:15")).toBe(1000);
  expect(earliest("2026-09-24")).toBe(instant("2026-09-24T00:00:00+08:00"));
  expect(earliest("2026-09-24T09:30")).toBe(instant("2026-09-24T01:30:00Z"));
  expect(["2026-09-24", "2026-09-24T09:30", "2026-09-24T09:30:15"].map(precision)).toEqual([
    "day",
    "minute",
    "second",
  ]);
});

test.each([
  "2026-09-24 09:30",
  "2026-09-31",
  "2026-09-24T24:00",
  "2026-09-24T09:60",
  "2026-09-24T09:30:60",
  "2026-09-24T9:30",
  "",
])("%j is no moment", (text) => {
  expect(isMoment(text)).toBe(false);
});

test("what is no moment is refused and never taken for another day", () => {
  for (const text of ["2026-13-01", "tomorrow", "2026-09-24T25:00"]) {
    expect(() => earliest(text)).toThrow(RangeError);
    expect(() => dayOfMoment(text)).toThrow(RangeError);
  }
});

test("an instant without an offset is no instant", () => {
  expect(parseInstant("2026-09-24T09:30:00")).toBeUndefined();
  expect(parseInstant("2026-09-24")).toBeUndefined();
  expect(parseInstant("2026-09-24T09:30:00+0800")).toBe(instant("2026-09-24T01:30:00Z"));
  expect(() => instant("2026-09-24")).toThrow(RangeError);
});

test.each([
  ["2026-03-29T00:59:59Z", "2026-03-29T00:59:59"],
  ["2026-03-29T01:00:00Z", "2026-03-29T02:00:00"],
  ["2026-10-25T00:59:59Z", "2026-10-25T01:59:59"],
  ["2026-10-25T01:00:00Z", "2026-10-25T01:00:00"],
])("%s is %s on the wall clock of London", (at, wall) => {
  expect(momentOf(instant(at), "Europe/London")).toBe(wall);
});

test("a wall time that comes twice is its earlier instant; one that is skipped is after the gap", () => {
  const hour = 3_600_000;
  expect(instantAt(day("2026-10-25"), 1.5 * hour, "Europe/London")).toBe(
    instant("2026-10-25T00:30:00Z"),
  );
  expect(instantAt(day("2026-03-29"), 1.5 * hour, "Europe/London")).toBe(
    instant("2026-03-29T00:30:00Z"),
  );
  expect(instantAt(day("2026-03-29"), 2 * hour, "Europe/London")).toBe(
    instant("2026-03-29T01:00:00Z"),
  );
});

test("China had summer time until 1991 and none since", () => {
  expect(momentOf(instant("1990-07-01T00:00:00Z"), SHANGHAI)).toBe("1990-07-01T09:00:00");
  expect(momentOf(instant("2026-07-01T00:00:00Z"), SHANGHAI)).toBe("2026-07-01T08:00:00");
});

test("day and time of day are those of the wall clock", () => {
  const at = instant("2026-09-24T16:30:00Z");
  expect(dayOf(at)).toBe(day("2026-09-25"));
  expect(timeOfDay(at)).toBe(30 * 60_000);
  expect(dayOf(at, "Europe/London")).toBe(day("2026-09-24"));
  expect(momentOf(at, SHANGHAI, "day")).toBe("2026-09-25");
  expect(momentOf(at, SHANGHAI, "minute")).toBe("2026-09-25T00:30");
});

test("half-open stretches meet without overlap, and joined they count once", () => {
  expect(intersect({ from: 1, to: 3 }, { from: 3, to: 5 })).toBeUndefined();
  expect(intersect({ from: 1, to: 4 }, { from: 3, to: 5 })).toEqual({ from: 3, to: 4 });
  expect(
    union([
      { from: 5, to: 8 },
      { from: 1, to: 3 },
      { from: 3, to: 4 },
      { from: 6, to: 7 },
      { from: 9, to: 9 },
    ]),
  ).toEqual([
    { from: 1, to: 4 },
    { from: 5, to: 8 },
  ]);
  expect(length({ from: 5, to: 3 })).toBe(0);
});

test.each(["2026-09-24T24:00", "2026-09-24T10:60", "2026-09-24T10:00:60"])(
  "%s is no time that exists",
  (text) => {
    expect(isMoment(text)).toBe(false);
  },
);
