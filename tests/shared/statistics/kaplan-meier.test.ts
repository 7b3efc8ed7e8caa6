import fc from "../../property.ts";
import { expect, test } from "vitest";
import { kaplanMeier, stepAt, survivalAt } from "#shared/statistics/kaplan-meier.ts";
import type { Life } from "#shared/statistics/life.ts";
import { quantile, quantileBand } from "#shared/statistics/quantile.ts";
import { randomSet } from "./lcg.ts";
import { type KaplanMeierSaid, oracle } from "./oracle.ts";

const WITHIN = 1e-6;

/** Equal to R within 1e-6, or without a value on both sides. */
function agree(ours: number | undefined, theirs: number | null | undefined, what: string): void {
  if (theirs === null || theirs === undefined) expect(ours, what).toBeUndefined();
  else expect(Math.abs((ours ?? NaN) - theirs), what).toBeLessThan(WITHIN);
}

test.each(["lung", "aml", "heart"] as const)("agrees with R at every step of %s", (name) => {
  const { time, event, entry, curve, quantiles } = oracle.own[name];
  const lives = time.map((each, i): Life => ({
    time: each,
    event: event[i] === 1,
    ...(entry && { entry: entry[i] ?? 0 }),
  }));
  const ours = kaplanMeier(lives);
  const falls = ours.steps.filter(({ events }) => events > 0);
  expect(falls.map((step) => step.time)).toEqual(curve.time);
  expect(falls.map((step) => step.atRisk)).toEqual(curve.atRisk);
  expect(falls.map((step) => step.events)).toEqual(curve.events);
  for (const [i, step] of falls.entries()) {
    agree(step.survival, curve.survival[i], `${name} S(${step.time})`);
    if (step.survival === 0) continue;
    agree(step.variance, curve.variance[i], `${name} variance at ${step.time}`);
    agree(step.lower, curve.lower[i], `${name} lower at ${step.time}`);
    agree(step.upper, curve.upper[i], `${name} upper at ${step.time}`);
  }
  for (const [i, p] of [0.25, 0.5, 0.75, 0.9].entries()) {
    agree(quantile(ours, p), quantiles.at[i], `${name} ${p}`);
    agree(quantileBand(ours, p).lower, quantiles.lower[i], `${name} ${p} lower`);
    agree(quantileBand(ours, p).upper, quantiles.upper[i], `${name} ${p} upper`);
  }
});

test("agrees with R on the random data sets with censoring and with late entries", () => {
  let [compared, bands] = [0, 0];
  for (const said of oracle.random) {
    const set = randomSet(said.seed);
    if (!("lives" in set)) continue;
    compared++;
    const theirs = said as { seed: number } & KaplanMeierSaid;
    const ours = kaplanMeier(set.lives);
    for (const [i, time] of [5, 20, 35].entries()) {
      const what = `set ${said.seed} at ${time}`;
      const step = ours.steps[stepAt(ours, time)];
      agree(step?.survival ?? 1, theirs.survival[i], what);
      if (step && step.survival > 0) agree(step.variance, theirs.variance[i], what);
      if (!step || step.survival === 0 || step.survival === 1) continue;
      agree(step.lower, theirs.lower[i], what);
      agree(step.upper, theirs.upper[i], what);
    }
    for (const [i, p] of [0.5, 0.9].entries()) {
      agree(quantile(ours, p), theirs.quantiles.at[i], `set ${said.seed} p ${p}`);
      // where late entries make a bound rise again, R sorts it first and says something else than "the first time that"
      if (
        !falls(ours.steps.map(({ lower }) => lower)) ||
        !falls(ours.steps.map(({ upper }) => upper))
      )
        continue;
      bands++;
      const band = quantileBand(ours, p);
      agree(band.lower, theirs.quantiles.lower[i], `set ${said.seed} p ${p} lower`);
      agree(band.upper, theirs.quantiles.upper[i], `set ${said.seed} p ${p} upper`);
    }
  }
  expect(compared).toBe(667);
  expect(bands).toBeGreaterThan(500);
});

const falls = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value <= (values[i - 1] ?? 1));

const life = fc.record({
  time: fc.integer({ min: 0, max: 50 }),
  event: fc.boolean(),
  entry: fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined }),
}) as fc.Arbitrary<Life>;
const lives = fc.array(life, { maxLength: 60 });

test("the share still open never rises and stays within its band, and the band within 0 and 1", () => {
  fc.assert(
    fc.property(lives, (sample) => {
      let before = 1;
      for (const { survival, lower, upper } of kaplanMeier(sample).steps) {
        expect(survival).toBeLessThanOrEqual(before);
        expect(lower).toBeLessThanOrEqual(survival + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(survival - 1e-12);
        expect(lower >= 0 && upper <= 1).toBe(true);
        before = survival;
      }
    }),
  );
});

test("without open cases and late entries it is the empirical distribution", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }),
      fc.integer({ min: 0, max: 30 }),
      (times, t) => {
        const curve = kaplanMeier(times.map((time) => ({ time, event: true })));
        const longer = times.filter((time) => time > t).length / times.length;
        expect(survivalAt(curve, t)).toBeCloseTo(longer, 10);
      },
    ),
  );
});

test("the order in which cases arrive changes nothing, and a count of two is two of them", () => {
  fc.assert(
    fc.property(lives, (sample) => {
      const curve = kaplanMeier(sample);
      expect(kaplanMeier(sample.toReversed())).toEqual(curve);
      expect(kaplanMeier([...sample, ...sample])).toEqual(
        kaplanMeier(sample.map((each) => ({ ...each, count: 2 }))),
      );
    }),
  );
});

test("what too few have reached is not reached, and beyond the last observation nothing is said", () => {
  const curve = kaplanMeier([
    { time: 3, event: true },
    { time: 5, event: false },
    { time: 8, event: false },
  ]);
  expect(quantile(curve, 0.3)).toBe(3);
  expect(quantile(curve, 0.5)).toBeUndefined();
  expect(survivalAt(curve, 8)).toBeCloseTo(2 / 3, 12);
  expect(survivalAt(curve, 9)).toBeUndefined();
});

test("nothing observed is an empty curve and no percentile", () => {
  const curve = kaplanMeier([{ time: 4, event: true, entry: 4 }]);
  expect([curve.n, curve.events, curve.censored, curve.length]).toEqual([0, 0, 0, 0]);
  expect(curve.steps).toEqual([]);
  expect(quantile(curve, 0.5)).toBeUndefined();
});

test("a case first seen late counts from its first sight on, so that quick ones which nobody could see do not lengthen the rest", () => {
  const seen = kaplanMeier([
    { time: 2, event: true },
    { time: 10, event: true, entry: 6 },
    { time: 12, event: true, entry: 6 },
  ]);
  expect(seen.steps.map(({ atRisk }) => atRisk)).toEqual([1, 2, 1]);
});
