import { describe, expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import type { CaseFacts } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { proof } from "#shared/limit/proof.ts";
import { proofSummary } from "#shared/limit/proof-summary.ts";
import { national } from "#shared/limit/rules/national.ts";
import { at, days, workdays } from "./a-case.ts";

const summary = (facts: CaseFacts) => {
  const when = at("2026-11-20");
  const t = foldTimeline([{ at: when, lastAt: when, facts, unreadable: [] }]);
  return proofSummary(proof(t, { regime: national, calendar: CHINA, at: when }));
};

describe("a due date in a few words", () => {
  test("holidays that were passed over by name, weekends unsaid, worked rest days counted", () => {
    expect(summary({ acceptedAt: "2026-09-17", limit: workdays(10) })).toEqual({
      first: "2026-09-18",
      counted: 10,
      due: "2026-10-08",
      skipped: [
        { name: "中秋节", days: 3 },
        { name: "国庆节", days: 7 },
      ],
      madeUp: ["2026-09-20"],
      paused: 0,
    });
  });

  test("days on which the clock stood are told apart", () => {
    const pauses = [{ from: "2026-03-04", to: "2026-03-06", ground: "hearing" as const }];
    expect(summary({ acceptedAt: "2026-03-02", limit: workdays(3), pauses })).toMatchObject({
      first: "2026-03-03",
      counted: 3,
      due: "2026-03-09",
      paused: 2,
    });
  });

  test("the day to which a last day of rest moved is no counted day", () => {
    expect(summary({ acceptedAt: "2026-03-02", limit: days(5) })).toMatchObject({
      counted: 5,
      due: "2026-03-09",
    });
  });

  test.each<[string, CaseFacts]>([
    ["hours", { acceptedAt: "2026-03-02T09:30", limit: { amount: 3, unit: "hour" } }],
    ["months", { acceptedAt: "2026-03-02", limit: { amount: 1, unit: "month" } }],
    [
      "a prolongation in another unit",
      { acceptedAt: "2026-03-02", limit: workdays(3), prolonged: days(3) },
    ],
    ["no limit", { acceptedAt: "2026-03-02" }],
    ["an unpublished year", { acceptedAt: "2026-12-28", limit: workdays(20) }],
  ])("%s has none: nothing is said that the strip does not show", (_, facts) => {
    expect(summary(facts)).toBeUndefined();
  });
});
