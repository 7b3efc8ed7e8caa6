import { describe, expect, test } from "vitest";
import { calendar } from "#shared/calendar/calendar.ts";
import { ENGLAND } from "#shared/calendar/england.ts";
import { england } from "#shared/limit/rules/england.ts";
import { day } from "#shared/time/day.ts";
import { judged, workdays } from "../a-case.ts";

describe("england: a second jurisdiction", () => {
  const world = { regime: england, calendar: ENGLAND };
  test.each([
    ["2025-04-10", "2025-05-13"], // Good Friday, Easter Monday and the Early May holiday lie between
    ["2025-12-19", "2026-01-21"],
    ["2026-11-26", "2026-12-24"],
  ])("FOIA 10(1): received %s, answered by %s", (acceptedAt, due) => {
    expect(judged({ acceptedAt, statutoryLimit: workdays(20) }, acceptedAt, world).due).toBe(due);
  });
  test("FOIA 10(2): days between the fees notice and the payment are disregarded, others are not", () => {
    const facts = (ground: "payment" | "suspended") => ({
      acceptedAt: "2026-06-01",
      statutoryLimit: workdays(20),
      pauses: [{ from: "2026-06-08", to: "2026-06-15", ground }],
    });
    expect(judged(facts("payment"), "2026-06-01", world).due).toBe("2026-07-06");
    expect(judged(facts("suspended"), "2026-06-01", world).due).toBe("2026-06-29");
  });
  test("hours run on the wall clock across the change to summer time", () => {
    const facts = (amount: number, unit: "hour" | "work-hour") => ({
      acceptedAt: "2026-03-27T16:00",
      limit: { amount, unit },
    });
    expect(judged(facts(2, "work-hour"), "2026-03-28", world).due).toBe("2026-03-30T10:00");
    expect(judged(facts(48, "hour"), "2026-03-28", world).due).toBe("2026-03-29T17:00"); // the hour that is skipped
    expect(
      judged(
        { acceptedAt: "2026-10-24T16:00", limit: { amount: 24, unit: "hour" } },
        "2026-10-25T04:00",
        world,
      ).due,
    ).toBe("2026-10-25T15:00");
  });
  test("shifts with breaks, over the night and over the hour that comes twice or not at all", () => {
    // worked from Sunday to Thursday by night: 22:00–24:00 and 00:00–06:00 with a break at 02:00
    const nights = {
      ...world.regime,
      officeHours: [
        {
          sessions: [
            ["00:00", "02:00"],
            ["02:30", "06:00"],
            ["22:00", "24:00"],
          ] as const,
        },
      ],
    };
    const on = (acceptedAt: string, amount: number, when: string) =>
      judged({ acceptedAt, limit: { amount, unit: "work-hour" } }, when, {
        ...world,
        regime: nights,
      }).due;
    expect(on("2026-06-01T23:00", 3.5, "2026-06-02T08:00")).toBe("2026-06-02T03:00");
    // Friday 27 March to Monday 30 March 2026: the change to summer time falls on the Sunday between, which is not worked
    expect(on("2026-03-27T22:30", 2, "2026-03-28T08:00")).toBe("2026-03-30T00:30");
  });
  test("a shift on the night of the change is as long as it is, not as long as the clock shows", () => {
    const regime = { ...world.regime, officeHours: [{ sessions: [["00:00", "06:00"]] as const }] };
    const sundaysWorked = calendar({
      id: "sundays",
      version: "1",
      covered: { from: day("2026-01-01"), to: day("2027-01-01") },
      weekend: [5, 6],
      named: new Map(),
    });
    const after = (acceptedAt: string, amount: number) =>
      judged({ acceptedAt, limit: { amount, unit: "work-hour" } }, "2026-10-25T12:00", {
        regime,
        calendar: sundaysWorked,
      }).due;
    expect(after("2026-03-29T00:00", 5)).toBe("2026-03-29T06:00"); // the hour from 1 to 2 does not come
    expect(after("2026-10-25T00:00", 6)).toBe("2026-10-25T05:00"); // it comes twice
    expect(after("2026-10-18T00:00", 6)).toBe("2026-10-18T06:00");
  });
  test("a day ends at midnight in London", () => {
    const facts = { acceptedAt: "2026-06-01", statutoryLimit: workdays(20) }; // due 06-29
    expect(judged(facts, "2026-06-30T06:59", world).kind).toBe("due-soon"); // Beijing time
    expect(judged(facts, "2026-06-30T07:00", world).kind).toBe("overdue");
  });
});
