import { type Between, type Support, innermostIntervals } from "./innermost-intervals.ts";
import { isotonic } from "./isotonic.ts";
import { fittedLate } from "./late-entries.ts";

export type { Between } from "./innermost-intervals.ts";

export interface Turnbull {
  n: number;
  /** where the mass lies; within a place nothing is known, and `by: Infinity` is what may never end */
  places: { after: number; by: number; mass: number }[];
  logLikelihood: number;
  /**
   * How far the likelihood may still lie below its maximum, per duration: max dⱼ/n − 1 (Kuhn & Tucker). At the maximum it is 0,
   * and the mass is the maximum likelihood estimate, not merely a place where iteration stopped.
   */
  gap: number;
  converged: boolean;
}

const ENOUGH = 1e-12;
const MOST = 20_000;

/**
 * The nonparametric maximum likelihood estimate of a duration that is known only to lie between two looks (Turnbull 1976), with
 * exact and still open ones. The steps alternate between self-consistency and the iterative convex minorant, which together
 * reach the maximum from any start (Wellner & Zhan 1997). Where some entered late, `late-entries.ts` finds it.
 * @param enough the gap with which it is content
 */
export function turnbull(durations: readonly Between[], enough = ENOUGH): Turnbull {
  const support = innermostIntervals(durations);
  const { places, spans, entries } = support;
  const n = spans.reduce((all, { weight }) => all + weight, 0);
  if (entries.length > 0) {
    const { mass, gap, logLikelihood: likelihood } = fittedLate(support, enough, MOST);
    return { ...estimate(n, places, mass, gap, enough), logLikelihood: likelihood };
  }
  let mass = new Float64Array(places.length).fill(1 / Math.max(1, places.length));
  let [gap, round] = [places.length > 0 ? Infinity : 0, 0];
  while (gap > enough && round++ < MOST) {
    const pull = pullOf(support, mass);
    gap = pull.reduce((most, each) => Math.max(most, each / n - 1), 0);
    if (gap <= enough) break;
    mass = convexMinorant(
      support,
      mass.map((share, j) => (share * (pull[j] ?? 0)) / n),
    );
  }
  return {
    ...estimate(n, places, mass, gap, enough),
    logLikelihood: logLikelihood(support, cumulative(mass)),
  };
}

const estimate = (
  n: number,
  places: Support["places"],
  mass: Float64Array,
  gap: number,
  enough: number,
): Omit<Turnbull, "logLikelihood"> => ({
  n,
  places: places.map((place, j) => ({ ...place, mass: mass[j] ?? 0 })),
  gap,
  converged: gap <= enough,
});

/** Sums from the left, beginning with 0: a span's chance is the difference of two of them. */
function cumulative(mass: Float64Array): Float64Array {
  const sums = new Float64Array(mass.length + 1);
  for (let j = 0; j < mass.length; j++) sums[j + 1] = (sums[j] ?? 0) + (mass[j] ?? 0);
  return sums;
}

const chance = (sums: Float64Array, first: number, last: number): number =>
  (sums[last + 1] ?? 0) - (sums[first] ?? 0);

function logLikelihood({ spans }: Support, sums: Float64Array): number {
  let sum = 0;
  for (const { first, last, weight } of spans) {
    const p = chance(sums, first, last);
    if (!(p > 0)) return -Infinity;
    sum += weight * Math.log(p);
  }
  return sum;
}

/** dⱼ: how strongly the durations pull mass to place j. At the maximum it is n where mass lies, and nowhere more. */
function pullOf({ spans, places }: Support, mass: Float64Array): Float64Array {
  const sums = cumulative(mass);
  const change = new Float64Array(places.length + 1);
  for (const { first, last, weight } of spans) {
    const share = weight / chance(sums, first, last);
    change[first] = (change[first] ?? 0) + share;
    change[last + 1] = (change[last + 1] ?? 0) - share;
  }
  for (let j = 1; j < change.length; j++) change[j] = (change[j] ?? 0) + (change[j - 1] ?? 0);
  return change.subarray(0, places.length);
}

/** One Newton-like step with the diagonal of the second derivative, made monotone; halved until it does not lose likelihood. */
function convexMinorant(support: Support, mass: Float64Array): Float64Array<ArrayBuffer> {
  const m = mass.length;
  const start = cumulative(mass);
  const slope = new Float64Array(m - 1);
  const bend = new Float64Array(m - 1);
  for (const { first, last, weight } of support.spans) {
    const p = chance(start, first, last);
    if (last < m - 1) {
      slope[last] = (slope[last] ?? 0) + weight / p;
      bend[last] = (bend[last] ?? 0) + weight / (p * p);
    }
    if (first > 0) {
      slope[first - 1] = (slope[first - 1] ?? 0) - weight / p;
      bend[first - 1] = (bend[first - 1] ?? 0) + weight / (p * p);
    }
  }
  const wanted = isotonic(
    slope.map((each, k) => (start[k + 1] ?? 0) + each / (bend[k] ?? 1)),
    bend,
  );
  const before = logLikelihood(support, start);
  for (let step = 1; step > 1e-8; step /= 2) {
    const sums = start.map((old, k) =>
      k === 0 || k === m ? old : old + step * ((wanted[k - 1] ?? 0) - old),
    );
    if (logLikelihood(support, sums) >= before)
      return Float64Array.from({ length: m }, (_, j) => (sums[j + 1] ?? 0) - (sums[j] ?? 0));
  }
  return new Float64Array(mass);
}
