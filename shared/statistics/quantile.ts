import type { Survival } from "./kaplan-meier.ts";
import { Z_95 } from "./log-log-band.ts";

/** A share met to within this is met exactly, as in R's `quantile.survfit`: sums of thirds are not exact in binary. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * The time by which the share `p` has ended; where the curve lies exactly on it for a while, the middle of that while.
 * `undefined`: not reached — so few have ended that nobody can know.
 */
export const quantile = (curve: Survival, p: number): number | undefined =>
  crossing(curve, p, 0, curve.length, (i) => curve.survival[i] ?? 0);

/** 95 % bounds of that time (Brookmeyer & Crowley 1982, on the log-log band); a bound that is not reached is undefined. */
export function quantileBand(
  curve: Survival,
  p: number,
): { lower: number | undefined; upper: number | undefined } {
  const { survival } = curve;
  let [first, end] = [0, curve.length];
  while (first < end && (survival[first] ?? 0) >= 1) first += 1;
  while (end > first && (survival[end - 1] ?? 0) <= 0) end -= 1;
  return {
    lower: crossing(curve, p, first, end, (i) =>
      surelyAbove(curve, i, 1 - p + TOLERANCE) ? 1 : curve.band(i)[0],
    ),
    // the upper end cannot have come down so far before the curve has
    upper: crossing(curve, p, first, end, (i) => {
      const share = survival[i] ?? 0;
      return 1 - share < p - TOLERANCE ? share : curve.band(i)[1];
    }),
  };
}

/**
 * Whether the lower end of the band of a step lies above a share, told without a logarithm: with x = −log S between 1 − S and (1 − S) / S it is
 * exp(−x exp(w / x)), and exp(w / x) ≤ 1 + 2 w / x where w ≤ x.
 */
function surelyAbove({ survival, variance }: Survival, step: number, share: number): boolean {
  const left = survival[step] ?? 0;
  const wide = Z_95 * Math.sqrt(variance[step] ?? 0);
  return wide <= 1 - left && (1 - left) / left + 2 * wide < -Math.log(share) - TOLERANCE;
}

function crossing(
  { time }: Survival,
  p: number,
  first: number,
  end: number,
  shareOf: (step: number) => number,
): number | undefined {
  if (p <= 0) return end > first ? 0 : undefined;
  let touched = first;
  while (touched < end && 1 - shareOf(touched) < p - TOLERANCE) touched += 1;
  if (touched >= end) return undefined;
  // it may lie exactly on the share, and then until it falls again, or to the end of what was observed
  let passed = touched;
  while (passed < end && 1 - shareOf(passed) < p + TOLERANCE) passed += 1;
  return ((time[touched] ?? 0) + (time[Math.min(passed, end - 1)] ?? 0)) / 2;
}
