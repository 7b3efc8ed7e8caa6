import { expect, test } from "vitest";
import { parseInstant } from "#shared/time/instant.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { addFact, type Draft } from "#shared/reading/values/facts.ts";
import { readRating } from "#shared/reading/values/rating.ts";

test.each([
  ["非常满意", true],
  ["满意", true],
  ["基本满意", true],
  ["不满意", false],
  ["非常不满意", false],
  ["五星", true],
  ["差评", false],
  ["待评价", undefined],
  ["95", undefined],
  ["", undefined],
])("%s says satisfied: %s", (text, said) => expect(readRating(text)).toBe(said));

test.each([
  ["2026-330200-04-01-123456", "2026-330200-04-01-123456"],
  // the number of a joint application is a case number, and stays on the page
  ["BL2026110200017", undefined],
  ["2026-330200-04-01-1234567", undefined],
])("of the number %s of a larger whole, only a project's public code travels", (text, code) => {
  const draft: Draft = { facts: {}, unreadable: [] };
  const at = parseInstant("2026-11-20T10:00:00+08:00")!;
  addFact(draft, "parentCaseNo", { text }, { unit: undefined, order: undefined }, { at });
  expect(draft.facts.projectCode).toBe(code);
});

test("a project code that changes is a contradiction", () => {
  const sight = (at: number, projectCode: string) => ({
    at,
    lastAt: at,
    facts: { projectCode },
    unreadable: [],
  });
  const t = foldTimeline([
    sight(1, "2026-330200-04-01-123456"),
    sight(2, "2026-330200-04-01-654321"),
  ]);
  expect(t.projectCode).toBe("2026-330200-04-01-654321");
  expect(t.contradictions.map(({ field }) => field)).toEqual(["projectCode"]);
});
