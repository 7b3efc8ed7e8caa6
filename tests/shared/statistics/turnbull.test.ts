import fc from "../../property.ts";
import { expect, test } from "vitest";
import { kaplanMeier, survivalAt } from "#shared/statistics/kaplan-meier.ts";
import { openBetween, quantileBetween } from "#shared/statistics/turnbull-quantile.ts";
import { type Between, type Turnbull, turnbull } from "#shared/statistics/turnbull.ts";
import { randomSet } from "./lcg.ts";
import { type TurnbullSaid, oracle } from "./oracle.ts";

/** The share still open after `time`, where the looks decide it. */
const openAfter = (estimate: Turnbull, time: number): number => openBetween(estimate, time).most;

/** @returns how many of R's two full answers could be compared */
function agree(ours: Turnbull, theirs: TurnbullSaid, what: string): number {
  expect(ours.converged, what).toBe(true);
  let compared = 0;
  for (const said of [theirs.survival, theirs.fixed]) {
    if (!Array.isArray(said)) continue;
    compared++;
    for (const [i, time] of theirs.times.entries())
      expect(Math.abs(openAfter(ours, time) - (said[i] ?? NaN)), `${what} at ${time}`).toBeLessThan(
        1e-6,
      );
  }
  // where R's own loop stops, which is early
  for (const [i, time] of theirs.times.entries())
    expect(
      Math.abs(openAfter(ours, time) - (theirs.usual[i] ?? NaN)),
      `${what} at ${time}, as survfit stops`,
    ).toBeLessThan(0.02);
  return compared;
}

test("agrees with R on the breast cosmesis data of Finkelstein and Wolfe", () => {
  const { after, by, ...theirs } = oracle.own.cosmesis;
  const ours = turnbull(after.map((each, i) => ({ after: each, by: by[i] ?? Infinity })));
  expect(agree(ours, theirs, "cosmesis")).toBe(2);
  // the support that is published for these data (Lindsey & Ryan 1998)
  expect(
    ours.places.filter(({ mass }) => mass > 1e-6).map(({ after: a, by: b }) => [a, b]),
  ).toEqual([
    [4, 5],
    [6, 7],
    [7, 8],
    [11, 12],
    [24, 25],
    [33, 34],
    [38, 40],
    [46, 48],
  ]);
});

test("agrees with R on the random data sets that are known between two looks", () => {
  let [sets, answers] = [0, 0];
  for (const said of oracle.random) {
    const set = randomSet(said.seed);
    if (!("durations" in set)) continue;
    sets++;
    answers += agree(turnbull(set.durations), said as unknown as TurnbullSaid, `set ${said.seed}`);
  }
  expect(sets).toBe(333);
  expect(answers).toBeGreaterThan(590);
});

const between: fc.Arbitrary<Between> = fc
  .tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant(Infinity)),
  )
  .map(([after, wide]) => ({ after, by: after + wide }));
const durations = fc.array(between, { minLength: 1, maxLength: 50 });

test("the mass sums to one, and the estimate is the maximum by Kuhn and Tucker's conditions", () => {
  fc.assert(
    fc.property(durations, (sample) => {
      const { places, converged, gap } = turnbull(sample);
      expect(places.reduce((sum, { mass }) => sum + mass, 0)).toBeCloseTo(1, 9);
      expect(places.every(({ mass }) => mass >= 0)).toBe(true);
      expect(converged).toBe(true);
      expect(gap).toBeLessThanOrEqual(1e-11);
      // checked again from the definition: no place could take more mass with profit
      for (const { after, by } of places) {
        const pull = sample.reduce((sum, each) => {
          const holds = (p: { after: number; by: number }): boolean =>
            each.after === each.by
              ? p.after === each.after && p.by === each.by
              : p.after >= each.after && p.by <= each.by && p.by > each.after;
          const chance = places.reduce((all, p) => all + (holds(p) ? p.mass : 0), 0);
          return sum + (holds({ after, by }) ? 1 / chance : 0);
        }, 0);
        expect(pull / sample.length).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
    { numRuns: 300 },
  );
});

test("with exact and open durations only it is the Kaplan–Meier estimate", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean()), { minLength: 1 }),
      (sample) => {
        const estimate = turnbull(
          sample.map(([time, event]) => ({ after: time, by: event ? time : Infinity })),
        );
        const curve = kaplanMeier(sample.map(([time, event]) => ({ time, event })));
        for (const [time] of sample)
          expect(openAfter(estimate, time)).toBeCloseTo(survivalAt(curve, time) ?? NaN, 6);
      },
    ),
    { numRuns: 200 },
  );
});

const late = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 12 }),
      fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(Infinity)),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((all) =>
    all.map(([entry, more, wide]) => ({
      entry,
      after: entry + more,
      by: Math.max(entry + more + wide, entry + 1),
    })),
  );

test("late entries: with exact and open durations it is the Kaplan–Meier estimate of those at risk", () => {
  const exact = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 20 }), fc.boolean()),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(exact, (sample) => {
      const estimate = turnbull(
        sample.map(([entry, more, event]) => ({
          entry,
          after: entry + more,
          by: event ? entry + more : Infinity,
        })),
        1e-10,
      );
      const curve = kaplanMeier(
        sample.map(([entry, more, event]) => ({ time: entry + more, event, entry })),
      );
      for (const [entry, more] of sample) {
        const said = survivalAt(curve, entry + more);
        if (said !== undefined) expect(openAfter(estimate, entry + more)).toBeCloseTo(said, 6);
      }
    }),
    { numRuns: 200 },
  );
});

test("late entries: no other chance of ending in a place makes what was seen more likely", () => {
  fc.assert(
    fc.property(late, (sample) => {
      const { places, mass } = massesOf(turnbull(sample, 1e-10));
      const best = likelihood(sample, places, mass);
      let open = 1;
      for (let j = 0; j < places.length - 1 && open > 1e-9; j++) {
        const hazard = (mass[j] ?? 0) / open;
        for (const other of [hazard - 0.1, hazard - 1e-3, hazard + 1e-3, hazard + 0.1]) {
          if (other < 0 || other > 1 - 1e-6) continue;
          const rest = (1 - other) / (1 - Math.min(hazard, 1 - 1e-12));
          const moved = mass.map((each, k) =>
            k < j ? each : k === j ? open * other : each * rest,
          );
          expect(likelihood(sample, places, moved)).toBeLessThanOrEqual(best + 1e-6);
        }
        open -= mass[j] ?? 0;
      }
    }),
    { numRuns: 200 },
  );
});

const massesOf = ({ places }: Turnbull) => ({ places, mass: places.map(({ mass }) => mass) });

/** From the definition: of each the chance of what was seen, given that it had not ended when it entered. */
function likelihood(
  sample: readonly Between[],
  places: readonly { after: number; by: number }[],
  mass: readonly number[],
): number {
  const chance = (is: (p: { after: number; by: number }) => boolean): number =>
    places.reduce((all, p, j) => all + (is(p) ? (mass[j] ?? 0) : 0), 0);
  let sum = 0;
  for (const { after, by, entry = 0 } of sample) {
    const own = chance((p) =>
      after === by
        ? p.after === after && p.by === by
        : p.after >= after && p.by <= by && p.by > after,
    );
    const met =
      entry === 0 ? 1 : chance((p) => (p.after === p.by ? p.by > entry : p.after >= entry));
    sum += Math.log(own) - Math.log(met);
  }
  return sum;
}

test("late entries: those that were met late count only from then on", () => {
  // of two that were watched from their beginning one ended by 2; the two long ones were met at 2 and say nothing of the time before
  const estimate = turnbull([
    { after: 1, by: 2 },
    { after: 4, by: 6 },
    { after: 4, by: 6, entry: 2 },
    { after: 8, by: Infinity, entry: 3 },
  ]);
  expect(openAfter(estimate, 2)).toBeCloseTo(1 / 2, 9);
  expect(openAfter(estimate, 6)).toBeCloseTo(1 / 6, 9);
});

test("the order of the durations changes nothing", () => {
  fc.assert(
    fc.property(durations, (sample) => {
      const [one, other] = [turnbull(sample), turnbull(sample.toReversed())];
      expect(other.places.map(({ after, by }) => [after, by])).toEqual(
        one.places.map(({ after, by }) => [after, by]),
      );
      expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 6);
    }),
  );
});

test("a median is no narrower than the looks", () => {
  const looked = turnbull([
    { after: 0, by: 7 },
    { after: 0, by: 7 },
    { after: 7, by: 14 },
  ]);
  expect(quantileBetween(looked, 0.5)).toEqual({ after: 0, by: 7 });
  expect(quantileBetween(looked, 0.9)).toEqual({ after: 7, by: 14 });
});

test("a percentile that lies among those still open is not reached", () => {
  const open = turnbull([
    { after: 2, by: 3 },
    { after: 5, by: Infinity },
    { after: 6, by: Infinity },
  ]);
  expect(quantileBetween(open, 0.3)).toEqual({ after: 2, by: 3 });
  expect(quantileBetween(open, 0.5)).toEqual({ after: 6, by: undefined });
});

test("nothing known is no estimate", () => {
  expect(turnbull([])).toEqual({ n: 0, places: [], logLikelihood: 0, gap: 0, converged: true });
  expect(quantileBetween(turnbull([]), 0.5)).toBeUndefined();
});
