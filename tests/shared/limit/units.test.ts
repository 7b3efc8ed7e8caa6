import { describe, expect, test } from "vitest";
import type { Pause } from "#shared/case/observation.ts";
import { national } from "#shared/limit/rules/national.ts";
import { judged } from "./a-case.ts";

const limit = (amount: number, unit: string) =>
  ({ amount, unit }) as { amount: number; unit: "hour" };
const due = (acceptedAt: string, amount: number, unit: string, pauses: Pause[] = []) =>
  judged({ acceptedAt, limit: limit(amount, unit), pauses }, `${acceptedAt.slice(0, 10)}T00:00`, {})
    .due ??
  judged(
    { acceptedAt, limit: limit(amount, unit), pauses },
    acceptedAt.length === 10 ? `${acceptedAt}T23:59` : acceptedAt,
  ).due;

describe("民法典 201 ¶2: counted by hours, time runs from the moment stated", () => {
  test.each([
    ["2026-09-24T10:00", 4, "hour", "2026-09-24T14:00"],
    ["2026-09-24T22:30", 4, "hour", "2026-09-25T02:30"],
    ["2026-09-24T10:00:30", 90, "minute", "2026-09-24T11:30:30"],
    ["2026-09-24T10:00", 48, "hour", "2026-09-26T10:00"],
    // 08:30–12:00 and 14:00–17:30 on working days; 09-25 to 09-27 is a holiday
    ["2026-09-24T10:00", 2, "work-hour", "2026-09-24T12:00"],
    ["2026-09-24T10:00", 3, "work-hour", "2026-09-24T15:00"],
    ["2026-09-24T16:30", 2, "work-hour", "2026-09-28T09:30"],
    ["2026-09-24T12:30", 30, "work-minute", "2026-09-24T14:30"],
    ["2026-09-26T09:00", 30, "work-minute", "2026-09-28T09:00"],
    ["2026-09-30T17:00", 7, "work-hour", "2026-10-08T17:00"],
    ["2026-10-09T14:00", 180, "work-minute", "2026-10-09T17:00"],
    ["2026-10-09T16:00", 180, "work-minute", "2026-10-10T10:00"], // the Saturday is worked
  ])("%s + %d %s is due at %s", (acceptedAt, amount, unit, expected) => {
    expect(due(acceptedAt, amount, unit)).toBe(expected);
  });

  test("a pause of hours moves it by the hours that it covers, counted on the same clock", () => {
    const pause = { from: "2026-09-24T11:00", to: "2026-09-24T15:00", ground: "hearing" as const };
    expect(due("2026-09-24T10:00", 4, "hour", [pause])).toBe("2026-09-24T18:00");
    expect(due("2026-09-24T10:00", 3, "work-hour", [pause])).toBe("2026-09-24T17:00");
    expect(due("2026-09-24T10:00", 30, "minute", [pause])).toBe("2026-09-24T10:30");
  });

  test("two pauses in one minute, and two that overlap, count once", () => {
    const a = { from: "2026-09-24T11:00", to: "2026-09-24T12:00", ground: "hearing" as const };
    const b = { from: "2026-09-24T11:00", to: "2026-09-24T11:30", ground: "hearing" as const };
    const c = { from: "2026-09-24T11:45", to: "2026-09-24T13:00", ground: "supplement" as const };
    expect(due("2026-09-24T10:00", 4, "hour", [a, b])).toBe("2026-09-24T15:00");
    expect(due("2026-09-24T10:00", 4, "hour", [a, b, c])).toBe("2026-09-24T16:00");
  });

  test("while it stands there is no due time", () => {
    const open = { from: "2026-09-24T11:00", ground: "hearing" as const };
    const facts = { acceptedAt: "2026-09-24T10:00", limit: limit(4, "hour"), pauses: [open] };
    expect(judged(facts, "2026-09-30")).toMatchObject({ kind: "paused", due: null });
    const late = { ...facts, pauses: [{ ...open, from: "2026-09-24T15:00" }] };
    expect(judged(late, "2026-09-30")).toMatchObject({ kind: "overdue", due: "2026-09-24T14:00" });
    const worked = { ...facts, limit: limit(20, "work-hour") };
    expect(judged(worked, "2026-09-30")).toMatchObject({ kind: "paused", due: null });
  });

  test("the last quarter of a limit in hours is the warning period", () => {
    const facts = { acceptedAt: "2026-09-24T10:00", limit: limit(4, "hour") };
    expect(judged(facts, "2026-09-24T13:00").kind).toBe("on-time");
    expect(judged(facts, "2026-09-24T13:01").kind).toBe("due-soon");
    expect(judged(facts, "2026-09-24T14:00:59").kind).toBe("due-soon"); // the page hides the seconds
    expect(judged(facts, "2026-09-24T14:01")).toMatchObject({
      kind: "overdue",
      left: { amount: 0, unit: "minute" },
    });
  });
});

describe("a day is never its midnight: where the hour would decide, the verdict says so", () => {
  const facts = { acceptedAt: "2026-09-24", limit: limit(4, "hour") };
  test.each([
    ["2026-09-24T03:59", "on-time"],
    ["2026-09-24T12:00", "unknown"],
    ["2026-09-25T03:59", "unknown"],
    ["2026-09-25T04:01", "overdue"],
  ])("4 hours from some time on 2026-09-24, at %s: %s", (when, kind) => {
    expect(judged(facts, when)).toMatchObject({
      kind,
      due: null,
      range: { earliest: "2026-09-24T04:00", latest: "2026-09-25T04:00" },
    });
  });

  test("working hours likewise, within the hours that are worked", () => {
    const worked = { acceptedAt: "2026-09-24", limit: limit(2, "work-hour") };
    expect(judged(worked, "2026-09-24T12:00")).toMatchObject({
      kind: "unknown",
      why: ["hour-decides"],
      range: { earliest: "2026-09-24T10:30", latest: "2026-09-28T10:30" },
    });
  });
});

describe("half a working day is one session", () => {
  test.each([
    ["2026-09-24", 0.5, "2026-09-28T12:00"],
    ["2026-09-24T09:00", 1.5, "2026-09-29T12:00"],
    ["2026-09-24", 2.5, "2026-09-30T12:00"],
    ["2026-09-24", 0.75, "2026-09-28"],
  ])("%s + %d working days is due %s", (acceptedAt, amount, expected) => {
    expect(due(acceptedAt, amount, "workday")).toBe(expected);
  });
  test("without office hours it is the whole day", () => {
    const regime = { ...national, officeHours: [] };
    const facts = { acceptedAt: "2026-09-24", limit: limit(0.5, "workday") };
    expect(judged(facts, "2026-09-24", { regime }).due).toBe("2026-09-28");
  });
});

describe("民法典 202: months end on the corresponding day, or on the month's last", () => {
  test.each([
    ["2026-01-31", 1, "month", "2026-02-28"], // a make-up Saturday
    ["2024-01-31", 1, "month", "2024-02-29"],
    ["2026-03-31", 1, "month", "2026-04-30"],
    ["2026-03-16", 1, "month", "2026-04-16"],
    ["2025-11-30", 3, "month", "2026-02-28"],
    ["2025-12-31", 2, "month", "2026-02-28"],
    ["2026-04-01", 1, "month", "2026-05-06"], // 05-01 to 05-05 is off: 民法典 203
    ["2024-02-29", 1, "year", "2025-02-28"],
    ["2025-03-10", 12, "month", "2026-03-10"],
  ])("%s + %i %s is due on %s", (acceptedAt, amount, unit, expected) => {
    expect(due(acceptedAt, amount, unit)).toBe(expected);
  });

  test("paused days are added at the end, also those that the addition runs into", () => {
    const pauses = [
      { from: "2026-03-18", to: "2026-03-20", ground: "hearing" as const },
      { from: "2026-04-17", to: "2026-04-20", ground: "hearing" as const },
    ];
    expect(due("2026-03-16", 1, "month", pauses)).toBe("2026-04-21");
    const nextDay = [{ from: "2026-03-17", to: "2026-03-18", ground: "hearing" as const }];
    expect(due("2026-03-16", 1, "month", nextDay)).toBe("2026-04-17");
    const sameDay = [{ from: "2026-03-16", to: "2026-03-17", ground: "hearing" as const }];
    expect(due("2026-03-16", 1, "month", sameDay)).toBe("2026-04-16");
    const lastDay = [{ from: "2026-04-16", to: "2026-04-17", ground: "hearing" as const }];
    expect(due("2026-03-16", 1, "month", lastDay)).toBe("2026-04-17");
    const open = [{ from: "2026-03-18", ground: "hearing" as const }];
    const facts = { acceptedAt: "2026-03-16", limit: limit(1, "month"), pauses: open };
    expect(judged(facts, "2026-06-01")).toMatchObject({ kind: "paused", due: null });
  });
});

test("part of a natural day is rounded up to the whole of it", () => {
  expect(due("2026-09-14", 1.5, "day")).toBe("2026-09-16");
});

test("a rule that counts the start day ends one day earlier", () => {
  const regime = { ...national, startDayCounts: true };
  const on = (acceptedAt: string, amount: number, unit: string) =>
    judged({ acceptedAt, limit: limit(amount, unit) }, acceptedAt, { regime }).due;
  expect(on("2026-09-21", 3, "workday")).toBe("2026-09-23");
  expect(on("2026-09-26", 1, "workday")).toBe("2026-09-28");
  expect(on("2026-09-21", 3, "day")).toBe("2026-09-23");
});

test("a rule that does not roll ends a natural-day limit on the rest day itself", () => {
  const regime = { ...national, rolls: false };
  expect(
    judged({ acceptedAt: "2026-09-30", limit: limit(1, "day") }, "2026-09-30", { regime }).due,
  ).toBe("2026-10-01");
});

test("natural days roll past rest days that no notice covers only as a range", () => {
  const said = judged({ acceptedAt: "2026-12-28", limit: limit(5, "day") }, "2026-12-28");
  expect(said).toMatchObject({ kind: "on-time", due: null, why: ["calendar-unpublished"] });
  expect(said.range?.earliest).toBe("2027-01-02");
});
