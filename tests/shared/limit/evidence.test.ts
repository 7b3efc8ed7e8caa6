import { describe, expect, test } from "vitest";
import { CHINA, chinaCalendar } from "#shared/calendar/china.ts";
import { YEARS } from "#shared/calendar/years/index.ts";
import type { CaseFacts } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { dayPoint } from "#shared/limit/due.ts";
import { findingsOf } from "#shared/limit/findings/index.ts";
import { levels } from "#shared/limit/levels.ts";
import { national } from "#shared/limit/rules/national.ts";
import { isSoon } from "#shared/limit/warning.ts";
import { day, isoDay } from "#shared/time/day.ts";
import { momentOf } from "#shared/time/moment.ts";
import { at, judged, workdays } from "./a-case.ts";

const evidence = (id: string, facts: CaseFacts, when = "2026-09-30") => {
  const t = foldTimeline([{ at: at(when), lastAt: at(when), facts, unreadable: [] }]);
  return findingsOf(t, { regime: national, calendar: CHINA, at: at(when) })
    .filter((found) => found.id === id)
    .map((found) => found.evidence);
};

describe("a finding states exactly what it stands on, and leaves out what no page showed", () => {
  const step = { name: "审查", enteredAt: "2026-09-02", limit: workdays(1) };
  const suspended = { from: "2026-09-02", ground: "suspended" as const };
  const late = { acceptedAt: "2026-09-02T09:30", promisedLimit: workdays(1) };
  test.each<[string, CaseFacts, object[]]>([
    [
      "step-over-limit",
      { steps: [{ ...step, leftAt: "2026-09-07" }] },
      [{ step: "审查", start: "2026-09-02", due: "2026-09-03", ended: "2026-09-07" }],
    ],
    [
      "step-over-limit",
      { steps: [step] },
      [{ step: "审查", start: "2026-09-02", due: "2026-09-03" }],
    ],
    [
      "pause-without-ground",
      { pauses: [{ ...suspended, to: "2026-09-03" }] },
      [{ from: "2026-09-02", to: "2026-09-03" }],
    ],
    ["pause-without-ground", { pauses: [suspended] }, [{ from: "2026-09-02" }]],
    ["overrun-without-reason", late, [{ verdict: "overdue", due: "2026-09-03" }]],
    ["overrun-without-reason", { overdueFlag: true }, [{ verdict: "overdue" }]],
    [
      "outside-office-hours",
      { acceptedAt: "2026-09-05", closedAt: "2026-09-04T23:10" },
      [{ acceptedAt: "2026-09-05" }, { closedAt: "2026-09-04T23:10" }],
    ],
    [
      "late-notice",
      { receivedAt: "2026-09-02", acceptedAt: "2026-09-16" },
      [{ start: "2026-09-02", due: "2026-09-09", ended: "2026-09-16" }],
    ],
    ["late-delivery", { closedAt: "2026-09-02" }, [{ start: "2026-09-02", due: "2026-09-16" }]],
  ])("%s on %j", (id, facts, expected) => {
    expect(evidence(id, facts)).toEqual(expected);
  });

  test.each([
    ["2026-09-04T15:59:00", "2026-09-04T15:59:59", 1],
    ["2026-09-04T15:59:00", "2026-09-04T16:00:00", 0],
    ["2026-09-04T15:59:00", "2026-09-04T15:59:00", 1],
    ["2026-09-04T15:59:01", "2026-09-04T15:59:00", 0],
  ])("accepted %s and closed %s: within the minute or not", (acceptedAt, closedAt, n) => {
    expect(evidence("impossible-speed", { acceptedAt, closedAt })).toHaveLength(n);
  });
});

describe("the warning begins at its boundary", () => {
  const rules = { regime: national, calendar: CHINA };
  const due = dayPoint(day("2026-09-10"), national);

  test("a percentage of a limit in hours: from the very minute", () => {
    const facts = {
      acceptedAt: "2026-09-08T08:00:00",
      limit: { amount: 4, unit: "hour" as const },
    };
    const kind = (when: string) => judged(facts, when).kind;
    expect(kind("2026-09-08T10:59:59")).toBe("on-time");
    expect(kind("2026-09-08T11:00:01")).toBe("due-soon");
  });

  test("a percentage of nobody knows what: on the last day itself", () => {
    const regime = { ...national, warn: { kind: "percent-used" as const, percent: 50 } };
    const soon = (when: string) => isSoon(due, at(when), { ...rules, regime });
    expect([soon("2026-09-09"), soon("2026-09-10")]).toEqual([false, true]);
  });

  test("hours left: at the hour", () => {
    const regime = { ...national, warn: { kind: "hours-left" as const, hours: 4 } };
    const soon = (when: string) => isSoon(due, at(when), { ...rules, regime });
    expect([soon("2026-09-10T19:59"), soon("2026-09-10T20:00")]).toEqual([false, true]);
  });
});

test.each([
  ["minute", "2026-09-10T15:00"],
  ["second", "2026-09-10T15:00:07"],
] as const)(
  "a degree of lateness that begins on another day keeps the time to the %s",
  (grain, moment) => {
    const regime = {
      ...national,
      levels: { promise: [{ name: national.name, of: "promise" as const, workdays: 1 }] },
    };
    const last = at(moment);
    const ends = (last + (grain === "minute" ? 60_000 : 1000)) as typeof last;
    const promise = { day: day("2026-09-10"), ends, moment: momentOf(last, undefined, grain) };
    const [level] = levels("promise", { promise }, { regime, calendar: CHINA });
    expect(level?.point).toEqual({
      day: day("2026-09-11"),
      ends: ends + 86_400_000,
      moment: moment.replace("10T", "11T"),
    });
  },
);

test("the end of December is settled by the very next year's notice", () => {
  // New Year's Day 2019 was a Tuesday: 2018-12-29 to 31 belonged to the notice for 2019
  const local = YEARS.filter(({ year }) => year === 2018);
  const overlays = [{ id: "local", name: "local", years: local }];
  const upTo = (last: number) => {
    const years = YEARS.filter(({ year }) => year <= last);
    return isoDay(chinaCalendar({ years, overlays }).covered.to);
  };
  expect([upTo(2018), upTo(2019)]).toEqual(["2018-12-29", "2019-01-01"]);
});

test("the portal's remaining time is the reason only where it is what was read", () => {
  const only = (facts: CaseFacts) => judged(facts, "2026-09-09");
  expect(only({ remaining: workdays(5) })).toMatchObject({
    kind: "on-time",
    why: ["portal-says-remaining"],
  });
  expect(only({ overdueFlag: false })).toMatchObject({ kind: "on-time", why: ["before-due"] });
});
