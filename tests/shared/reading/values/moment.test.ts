import { expect, test } from "vitest";
import {
  dayOrder,
  exactMoment,
  findMoments,
  readMoment,
} from "../../../../shared/reading/values/moment.ts";
import { instant } from "../../../../shared/time/instant.ts";

const at = instant("2026-10-15T10:00:00+08:00");

test.each([
  // as portals write them (DOMAIN 5.4)
  ["2026-09-24 09:30:15", "2026-09-24T09:30:15"],
  ["2026-09-24", "2026-09-24"],
  ["2026-09-24 09:30", "2026-09-24T09:30"],
  ["20260924", "2026-09-24"],
  ["20260924093015", "2026-09-24T09:30:15"],
  ["2026年9月3日", "2026-09-03"],
  ["2026年09月03日09:30", "2026-09-03T09:30"],
  ["2026年09月03日09时30分", "2026-09-03T09:30"],
  ["2026/9/3 9:05:00", "2026-09-03T09:05:00"],
  ["2026.9.3", "2026-09-03"],
  ["2026-09-24 09-30-15", "2026-09-24T09:30:15"],
  ["2026-09-24 09:30:15.0", "2026-09-24T09:30:15"],
  ["2026-09-24T09:30:15", "2026-09-24T09:30:15"],
  ["２０２６-０９-２４", "2026-09-24"],
  ["1790213400000", "2026-09-24T09:30:00"],
  // without a year: the one that brings it nearest to the look
  ["09-24 10:00", "2026-09-24T10:00"],
  ["01-03 10:00", "2027-01-03T10:00"],
  ["9月24日", "2026-09-24"],
  ["12-28", "2026-12-28"],
  // relative to the look
  ["今天 09:30", "2026-10-15T09:30"],
  ["昨天 16:20", "2026-10-14T16:20"],
  ["3天前", "2026-10-12"],
  ["5分钟前", "2026-10-15T09:55"],
  ["about 2 hours ago", "2026-10-15"],
  // English
  ["24 Sep 2026", "2026-09-24"],
  ["September 24, 2026 9:30 am", "2026-09-24T09:30"],
  ["13/09/2026", "2026-09-13"],
  ["10/07/2019 10:12 AM Wed", "2019-07-10T10:12"],
  ["2026-07-19（剩余1个工作日）", "2026-07-19"],
] as const)("%s is the moment %s, to the precision shown", (text, moment) => {
  expect(readMoment(text, { at })).toBe(moment);
});

test.each([
  ["1753-01-01", "a date of the database, not of the case"],
  ["1900-01-01", "a date of the database, not of the case"],
  ["9999-12-31", "for ever"],
  ["0000-00-00", "nothing"],
  ["2026-02-30", "a day that does not exist"],
  ["02-06-2025", "day and month cannot be told apart by one cell"],
  ["2026-09-24 至 2026-09-30", "two dates"],
  ["PG-FSM-2024-03-11-002786", "a number with a date inside"],
  ["201633542448", "a number"],
  ["2个月前", "no day can be told"],
  ["办理中", "no date"],
])("%s is no moment: %s", (text) => {
  expect(readMoment(text, { at })).toBeUndefined();
});

test("a column tells whether the day or the month comes first", () => {
  expect(dayOrder(["02-06-2025", "18-06-2025"])).toBe("day-first");
  expect(dayOrder(["02/06/2025", "06/18/2025"])).toBe("month-first");
  expect(dayOrder(["01/07/2019 10:12 AM Mon", "03/07/2019 11:21 AM Wed"])).toBe("day-first");
  expect(dayOrder(["02/06/2025", "03/06/2025"])).toBeUndefined();
  expect(readMoment("02-06-2025", { at, order: "day-first" })).toBe("2025-06-02");
});

test("a machine time gives the minutes that the shown date leaves open, on the day that is shown", () => {
  expect(exactMoment("14 July 2025", "2025-07-14 08:56:12 +0000", { at })).toBe(
    "2025-07-14T08:56:12",
  );
  expect(exactMoment("1 July 2025", "2025-07-01 23:59:59 UTC", { at })).toBe("2025-07-01T23:59:59");
  expect(exactMoment("2025-07-02", "2025-07-01T16:00:00Z", { at })).toBe("2025-07-02T00:00:00");
});

test("two dates in one text are found in order", () => {
  expect(findMoments("2026-09-24 ~ 2026-10-08", { at }).map((each) => each.moment)).toEqual([
    "2026-09-24",
    "2026-10-08",
  ]);
});
