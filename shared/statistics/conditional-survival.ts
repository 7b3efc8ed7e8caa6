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
  { n, steps }: Survival,
  spent: number,
  limit: number,
): ConditionalSurvival | undefined {
  const last = steps.at(-1);
  const before = stepAt(steps, spent);
  if (!last || n === 0 || before?.survival === 0 || spent >= last.time) return undefined;
  if (limit <= spent) return { share: 1, lower: 1, upper: 1, n: openAfter(steps, spent) };
  if (limit > last.time && last.survival > 0) return undefined;
  const after = stepAt(steps, limit);
  const share = (after?.survival ?? 1) / (before?.survival ?? 1);
  const band = logLogBand(share, (after?.variance ?? 0) - (before?.variance ?? 0));
  const [lower, upper] = band ?? [share === 1 ? 1 : 0, share === 0 ? (after?.upper ?? 1) : 1];
  return { share, lower, upper, n: openAfter(steps, spent) };
}

/** At risk at the next step: lives still under observation after `spent`, less those censored before anything ended again. */
const openAfter = (steps: Survival["steps"], spent: number): number =>
  steps.find(({ time }) => time > spent)?.atRisk ?? 0;
