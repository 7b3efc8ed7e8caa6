import type { Survival, SurvivalStep } from "./kaplan-meier.ts";

/** A share met to within this is met exactly, as in R's `quantile.survfit`: sums of thirds are not exact in binary. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * The time by which the share `p` has ended; where the curve lies exactly on it for a while, the middle of that while.
 * `undefined`: not reached — so few have ended that nobody can know.
 */
export const quantile = (curve: Survival, p: number): number | undefined =>
  crossing(curve.steps, p, ({ survival }) => survival);

/** 95 % bounds of that time (Brookmeyer & Crowley 1982, on the log-log band); a bound that is not reached is undefined. */
export const quantileBand = (
  { steps }: Survival,
  p: number,
): { lower: number | undefined; upper: number | undefined } => {
  const open = steps.filter(({ survival }) => survival > 0 && survival < 1);
  return {
    lower: crossing(open, p, ({ lower }) => lower),
    upper: crossing(open, p, ({ upper }) => upper),
  };
};

function crossing(
  steps: readonly SurvivalStep[],
  p: number,
  of: (step: SurvivalStep) => number,
): number | undefined {
  if (p <= 0) return steps.length > 0 ? 0 : undefined;
  const touched = steps.find((step) => 1 - of(step) >= p - TOLERANCE);
  if (!touched) return undefined;
  // it may lie exactly on the share, and then until it falls again, or to the end of what was observed
  const passed = steps.find((step) => 1 - of(step) >= p + TOLERANCE) ?? steps.at(-1) ?? touched;
  return (touched.time + passed.time) / 2;
}
