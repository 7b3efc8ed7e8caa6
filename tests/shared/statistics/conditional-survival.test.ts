import { expect, test } from "vitest";
import { closedOnlyPercentile } from "#shared/statistics/closed-only.ts";
import { conditionalSurvival } from "#shared/statistics/conditional-survival.ts";
import { kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import { lcg } from "./lcg.ts";

const ten = kaplanMeier(Array.from({ length: 10 }, (_, i) => ({ time: i + 1, event: true })));

test("of those that had lasted five days, the share that outlasts day eight", () => {
  const said = conditionalSurvival(ten, 5, 8);
  expect(said?.share).toBeCloseTo(2 / 5, 12);
  expect(said?.n).toBe(5);
});

test("it is the Kaplan–Meier estimate of those alone who had lasted so long, band included", () => {
  const { below, draw } = lcg(7);
  const lives = Array.from({ length: 200 }, () => ({ time: 1 + below(60), event: draw() < 0.7 }));
  const said = conditionalSurvival(kaplanMeier(lives), 20, 35);
  const late = kaplanMeier(lives.filter(({ time }) => time > 20));
  const step = late.steps.findLast(({ time }) => time <= 35);
  expect(said?.share).toBeCloseTo(step?.survival ?? NaN, 12);
  expect(said?.lower).toBeCloseTo(step?.lower ?? NaN, 12);
  expect(said?.upper).toBeCloseTo(step?.upper ?? NaN, 12);
  expect(said?.n).toBe(late.n);
});

test.each([
  { why: "nothing was seen to last so long", spent: 10, limit: 12 },
  { why: "all had ended", spent: 11, limit: 12 },
])("no chance is told when $why", ({ spent, limit }) => {
  expect(conditionalSurvival(ten, spent, limit)).toBeUndefined();
});

test("no chance is told beyond what was observed", () => {
  const open = kaplanMeier([
    { time: 3, event: true },
    { time: 9, event: false },
  ]);
  expect(conditionalSurvival(open, 4, 9)?.share).toBe(1);
  expect(conditionalSurvival(open, 4, 10)).toBeUndefined();
});

test("the closed-only percentile is a value that occurred, and forgets what is still open", () => {
  expect(closedOnlyPercentile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(closedOnlyPercentile([4, 1, 3, 2], 0.9)).toBe(4);
  expect(closedOnlyPercentile([], 0.5)).toBeUndefined();
});
