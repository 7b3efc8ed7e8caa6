import { type Survival, stepAt } from "./kaplan-meier.ts";
import { logLogBand } from "./log-log-band.ts";

/** What of those that had lasted as long lasted longer than the limit. */
export interface ConditionalSurvival {
  share: number;
  /** 95 % log-log band; 0 and 1 where the scale ends */
  lower: number;
  upper: number;
  /** how many were still open at `spent`: what the share stands on */
  n: number;
}

/**
 * P(T > limit | T > spent) = S(limit) / S(spent), with Greenwood's variance over the stretch between
 * (Hosmer, Lemeshow & May 2008, 2.4). `undefined` when nothing was seen to last so long, or the limit lies beyond what was observed.
 */
export function conditionalSurvival(
  curve: Survival,
  spent: number,
  limit: number,
): ConditionalSurvival | undefined {
  const { n, length, time, survival, variance } = curve;
  const last = length - 1;
  const before = stepAt(curve, spent);
  const at = (step: number): number => (step < 0 ? 1 : (survival[step] ?? 0));
  if (last < 0 || n === 0 || at(before) === 0 || spent >= (time[last] ?? 0)) return undefined;
  if (limit <= spent) return { share: 1, lower: 1, upper: 1, n: openAfter(curve, spent) };
  if (limit > (time[last] ?? 0) && at(last) > 0) return undefined;
  const after = stepAt(curve, limit);
  const share = at(after) / at(before);
  const varies = (step: number): number => (step < 0 ? 0 : (variance[step] ?? 0));
  const band = logLogBand(share, varies(after) - varies(before));
  const highest = after < 0 ? 1 : curve.band(after)[1];
  const [lower, upper] = band ?? [share === 1 ? 1 : 0, share === 0 ? highest : 1];
  return { share, lower, upper, n: openAfter(curve, spent) };
}

/** At risk at the next step: lives still under observation after `spent`, less those censored before anything ended again. */
export const openAfter = (curve: Survival, spent: number): number =>
  curve.atRisk[stepAt(curve, spent) + 1] ?? 0;
