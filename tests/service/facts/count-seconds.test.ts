import { expect, test } from "vitest";
import { countLives } from "#shared/statistics/life-counts.ts";
import { kaplanMeier, survivalAt } from "#shared/statistics/kaplan-meier.ts";
import { quantile } from "#shared/statistics/quantile.ts";
import { Durations } from "../../../service/facts/count-seconds.ts";
import { DayLives } from "../../../service/facts/day-lives.ts";
import { random } from "./random-case.ts";

const DAY = 86_400;
const MINUTE = 1 / 1440;

/** Lives of up to forty days, to the second; some still open, some met late. */
function lives(n: number, seed: number) {
  const next = random(seed);
  return Array.from({ length: n }, () => {
    const seconds = Math.floor(next() ** 2 * 40 * DAY);
    const entry = next() < 0.3 ? Math.floor(next() * seconds) : 0;
    return { seconds, entry, ended: next() < 0.7 };
  });
}

test("few lives are counted as they are; many to the minute, so that no figure moves by more than one", () => {
  for (const n of [500, 30_000]) {
    const durations = new Durations();
    const sample = lives(n, n);
    for (const { seconds, entry, ended } of sample) durations.addSeconds(seconds, ended, entry);
    const exact = countLives(
      sample.map(({ seconds, entry, ended }) => ({
        time: seconds / DAY,
        event: ended,
        ...(entry > 0 && { entry: entry / DAY }),
      })),
    );
    const ours = durations.counts();
    if (n === 500) expect(ours).toEqual(exact);
    expect(ours.n).toBe(exact.n);
    const [curve, truth] = [kaplanMeier(ours), kaplanMeier(exact)];
    expect([curve.events, curve.censored]).toEqual([truth.events, truth.censored]);
    for (const p of [0.1, 0.5, 0.9])
      expect(Math.abs((quantile(curve, p) ?? 0) - (quantile(truth, p) ?? 0))).toBeLessThanOrEqual(
        n === 500 ? 0 : 2 * MINUTE,
      );
    for (const at of [1, 5, 20])
      expect(survivalAt(curve, at)).toBeCloseTo(survivalAt(truth, at) ?? NaN, 3);
    // the counters are clean for the next one
    expect(new Durations().counts().n).toBe(0);
    expect(durations.counts()).toEqual(ours);
  }
});

test("whole days are counted as they are, however long, and two counts add up", () => {
  const [one, other, both] = [new DayLives(), new DayLives(), new DayLives()];
  const sample = lives(400, 3).map(({ seconds, entry, ended }, i) => ({
    days: Math.floor(seconds / DAY) * (i % 50 === 0 ? 300 : 1),
    entry: Math.floor(entry / DAY),
    ended,
  }));
  for (const [i, { days, ended, entry }] of sample.entries()) {
    (i % 2 === 0 ? one : other).add(days, ended, entry);
    both.add(days, ended, entry);
  }
  one.take(other);
  const exact = countLives(
    sample.map(({ days, entry, ended }) => ({
      time: days,
      event: ended,
      ...(entry > 0 && { entry }),
    })),
  );
  expect(both.counts()).toEqual(exact);
  expect(one.counts()).toEqual(exact);
});
