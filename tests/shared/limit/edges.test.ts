import { describe, expect, test } from "vitest";
import { CHINA, chinaCalendar } from "#shared/calendar/china.ts";
import { YEARS } from "#shared/calendar/years/index.ts";
import type { CaseFacts } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { run } from "#shared/limit/clock.ts";
import { possibleWorkingDays } from "#shared/limit/count.ts";
import { proof } from "#shared/limit/proof.ts";
import { proofSummary } from "#shared/limit/proof-summary.ts";
import { hunan } from "#shared/limit/rules/hunan.ts";
import { national } from "#shared/limit/rules/national.ts";
import { day } from "#shared/time/day.ts";
import { at, days, judged, processing, workdays } from "./a-case.ts";

const opened = (facts: CaseFacts, when: string) => {
  const t = foldTimeline([{ at: at(when), lastAt: at(when), facts, unreadable: [] }]);
  return proof(t, { regime: national, calendar: CHINA, at: at(when) });
};
const five = { acceptedAt: "2026-09-14", limit: workdays(5), status: processing }; // due 2026-09-20

describe("the portal's date beside ours, neither passed", () => {
  test.each([
    ["2026-09-18", "2026-09-18", "declared"],
    ["2026-09-22", "2026-09-22", "declared"],
    ["2026-09-20", "2026-09-20", "declared"],
  ])("declared %s: due %s by what is %s", (due, shown, basis) => {
    expect(judged({ ...five, due }, "2026-09-15")).toMatchObject({ due: shown, basis });
  });
  test("both passed on one day: the portal's own date is the one that is shown", () => {
    expect(judged({ ...five, due: "2026-09-20" }, "2026-09-23").basis).toBe("declared");
  });
});

describe("what is left", () => {
  test("on the rest day after the due date nothing of a working day is over yet", () => {
    const friday = { acceptedAt: "2026-03-02", limit: workdays(4) }; // due Friday 03-06
    expect(judged(friday, "2026-03-07")).toMatchObject({
      kind: "overdue",
      left: { amount: 0, unit: "workday" },
    });
  });
  test("the warning of a limit in minutes begins with its last quarter, to the second", () => {
    const short = {
      acceptedAt: "2026-09-24T10:00",
      limit: { amount: 3, unit: "minute" as const },
    };
    expect(judged(short, "2026-09-24T10:02:59").kind).toBe("on-time");
    expect(judged(short, "2026-09-24T10:03:00").kind).toBe("due-soon");
  });
});

describe("a case that stands", () => {
  test("a status alone is enough, and a pause without acceptance, date or status is none", () => {
    expect(judged({ status: { text: "挂起", kind: "paused" } }, "2026-09-15").kind).toBe("paused");
    const pauses = [{ from: "2026-09-14", ground: "hearing" as const }];
    expect(judged({ pauses, status: processing }, "2026-09-15")).toMatchObject({
      kind: "unknown",
      why: ["no-limit"],
    });
  });
});

describe("a portal's mark of an earlier day proves nothing today", () => {
  test.each<[string, CaseFacts]>([
    ["a flag", { overdueFlag: false }],
    ["remaining time", { remaining: workdays(6) }],
  ])("%s", (_, facts) => {
    expect(judged(facts, "2026-09-22", { seen: "2026-09-21" }).why).toEqual(["mark-outdated"]);
  });
  test("and where there is none, nothing is outdated", () => {
    expect(judged({ status: processing }, "2026-09-22", { seen: "2026-09-21" }).why).toEqual([
      "no-limit",
    ]);
  });
});

describe("months", () => {
  test("a pause that begins on the day after the last one moves nothing", () => {
    const pauses = [{ from: "2026-04-17", to: "2026-04-20", ground: "hearing" as const }];
    const limit = { amount: 1, unit: "month" as const };
    expect(judged({ acceptedAt: "2026-03-16", limit, pauses }, "2026-03-16").due).toBe(
      "2026-04-16",
    );
  });
});

describe("working hours", () => {
  const rules = { regime: national, calendar: CHINA };
  const hours = (amount: number) => ({ amount, unit: "work-hour" as const });
  test("a pause of several days that ends is left out, and the clock goes on", () => {
    const pauses = [{ from: "2026-09-14", to: "2026-09-17", ground: "hearing" as const }];
    expect(run("2026-09-11T16:30", hours(3), pauses, rules)).toMatchObject({
      kind: "at",
      moment: "2026-09-17T10:30",
    });
  });
});

describe("where no notice reaches, bounds and never a guess", () => {
  const regime = hunan;
  const rules = { regime, calendar: CHINA };
  test("a limit to the moment has both bounds at that time of day", () => {
    const due = run("2026-12-28T10:00", workdays(5), [], rules);
    expect(due).toMatchObject({
      kind: "between",
      earliest: { moment: "2027-01-02T10:00" },
      latest: { moment: expect.stringMatching(/^2027-01-\d\dT10:00$/) },
    });
  });
  test("a pause in a year without notice leaves the latest date open", () => {
    const pauses = [{ from: "2027-01-04", to: "2027-01-11", ground: "hearing" as const }];
    const due = run("2026-12-28T10:00", workdays(8), pauses, rules);
    expect(due).toMatchObject({ kind: "between", earliest: { moment: expect.any(String) } });
    expect(due).not.toHaveProperty("latest");
    const late = [{ from: "2027-06-01", ground: "hearing" as const }];
    expect(run("2026-12-28T10:00", workdays(8), late, rules)).toHaveProperty("latest");
  });
  test("a pause that begins as the latest date ends takes nothing from it", () => {
    const plain = run("2026-12-28T10:00", workdays(8), [], rules);
    if (plain.kind !== "between" || !plain.latest) throw new Error(plain.kind);
    const from = plain.latest.moment.replace("T10:00", "T10:01");
    expect(run("2026-12-28T10:00", workdays(8), [{ from, ground: "hearing" }], rules)).toEqual(
      plain,
    );
  });
  test("working hours too, where the office keeps the same hours every day", () => {
    const work = { amount: 8, unit: "work-hour" as const };
    const by = { regime: national, calendar: CHINA };
    expect(run("2026-12-31T16:00", work, [], by)).toMatchObject({
      kind: "between",
      why: "calendar-unpublished",
      earliest: { moment: "2027-01-02T17:00" },
      latest: { moment: "2027-01-08T17:00" },
    });
    const seasons = [
      { season: { from: "05-01", to: "09-30" }, sessions: [["08:00", "12:00"]] as const },
      { sessions: [["08:30", "12:00"]] as const },
    ];
    const changing = { ...by, regime: { ...national, officeHours: seasons } };
    expect(run("2026-12-31T11:00", work, [], changing)).toEqual({
      kind: "none",
      why: "calendar-unpublished",
    });
  });
  test("a prolongation in another unit moves both bounds", () => {
    const facts = { acceptedAt: "2026-12-28", limit: workdays(5), prolonged: days(10) };
    const { range } = judged(facts, "2026-12-29");
    const plain = judged({ acceptedAt: "2026-12-28", limit: workdays(5) }, "2026-12-29").range;
    expect(plain).toEqual({ earliest: "2027-01-02", latest: "2027-01-11" });
    expect(range?.earliest.slice(0, 7)).toBe("2027-01");
    expect(range && range.earliest >= "2027-01-12").toBe(true);
    expect((range?.latest ?? "") >= "2027-01-21").toBe(true);
  });
  test("overlaps that are added up have no bound there", () => {
    const regime2 = { ...national, pauses: { ...national.pauses, overlap: "sum" as const } };
    const pauses = [
      { from: "2027-01-04", to: "2027-01-11", ground: "hearing" as const },
      { from: "2027-01-04", to: "2027-01-11", ground: "supplement" as const },
    ];
    const due = run("2026-12-28", workdays(8), pauses, { regime: regime2, calendar: CHINA });
    expect(due).toEqual({ kind: "none", why: "calendar-unpublished" });
  });
  test("counting from the very first covered day is still bounded", () => {
    const only = chinaCalendar({ years: YEARS.filter(({ year }) => year === 2026) });
    const counter = possibleWorkingDays(only, "earliest");
    const stretch = { from: day("2026-01-01"), to: day("2027-01-10") };
    expect(counter.count(stretch)).toBeGreaterThan(248);
    expect(counter.count({ ...stretch, from: day("2025-12-31") })).toBeUndefined();
  });
  test("the strip of a range ends with its earliest day", () => {
    const [leg] = opened({ acceptedAt: "2026-12-28", limit: workdays(5) }, "2026-12-29").legs;
    expect(leg?.days.at(-1)?.day).toBe("2027-01-02");
  });
});

describe("added up, not joined", () => {
  const regime = { ...national, pauses: { ...national.pauses, overlap: "sum" as const } };
  const due = (facts: CaseFacts) => judged(facts, facts.acceptedAt ?? "", { regime }).due;
  const twice = (from: string, to: string) => [
    { from, to, ground: "hearing" as const },
    { from, to, ground: "supplement" as const },
  ];
  test("what lies before acceptance is deducted from nothing", () => {
    const pauses = twice("2026-02-27", "2026-03-02");
    expect(due({ acceptedAt: "2026-03-02", limit: workdays(5), pauses })).toBe("2026-03-09");
  });
  test("natural days are deducted as natural days", () => {
    // Thursday to Monday twice: eight days, of which a working-day count would see four
    const pauses = twice("2026-03-05", "2026-03-09");
    expect(due({ acceptedAt: "2026-03-02", limit: days(10), pauses })).toBe("2026-03-20");
  });
  test("hours are deducted as hours, and working hours as working hours", () => {
    const pauses = twice("2026-03-02T11:00", "2026-03-02T15:00");
    const facts = { acceptedAt: "2026-03-02T10:00", pauses };
    // an hour before the pause, four hours twice, and the second hour
    expect(due({ ...facts, limit: { amount: 2, unit: "hour" } })).toBe("2026-03-02T20:00");
    // 11:00 to 12:00 and 14:00 to 15:00 twice: open again at 17:00, with half an hour before the office closes
    expect(due({ ...facts, limit: { amount: 2, unit: "work-hour" } })).toBe("2026-03-03T09:00");
  });
  test("hours that would be moved to where no day is certain yet have no due time", () => {
    const pauses = twice("2026-12-31T09:00", "2026-12-31T17:30");
    const limit = { amount: 2, unit: "work-hour" as const };
    expect(due({ acceptedAt: "2026-12-31T08:30", limit, pauses })).toBeNull();
  });
});

test("a last day of rest that moves to a worked Sunday skips no holiday", () => {
  const summary = proofSummary(opened({ acceptedAt: "2026-09-18", limit: days(1) }, "2026-09-18"));
  expect(summary).toMatchObject({ due: "2026-09-20", skipped: [] });
});

describe("an approved length", () => {
  const pause = { ground: "hearing" as const, to: "2018-10-30T10:00" };
  const due = (approved: { amount: number; unit: "day" | "hour" | "workday" }, from: string) => {
    const found = run("2018-10-15T10:00", workdays(3), [{ ...pause, from, approved }], {
      regime: hunan,
      calendar: CHINA,
    });
    return found.kind === "at" ? found.moment : found.kind;
  };
  test.each([
    [{ amount: 2, unit: "day" as const }, "2018-10-16T10:00", "2018-10-22T10:00"],
    [{ amount: 24, unit: "hour" as const }, "2018-10-16T10:00", "2018-10-19T10:00"],
    [{ amount: 1, unit: "workday" as const }, "2018-10-16", "2018-10-19T10:00"],
    [{ amount: 2, unit: "day" as const }, "2018-10-16", "2018-10-22T10:00"],
  ])("%j from %s: due %s", (approved, from, expected) => {
    expect(due(approved, from)).toBe(expected);
  });
});
