import { type LifeCounts, countLives } from "./life-counts.ts";
import type { Life } from "./life.ts";
import { logLogBand } from "./log-log-band.ts";

/** One fall of the curve, or its last point. */
export interface SurvivalStep {
  time: number;
  /** under observation just before `time` */
  atRisk: number;
  /** ended at `time` */
  events: number;
  /** share that lasts longer than `time` */
  survival: number;
  /** Greenwood's variance of log `survival`; Infinity once the share is 0 */
  variance: number;
  /** 95 % log-log band; where the scale ends (share 0 or 1) it is what is still possible */
  lower: number;
  upper: number;
}

export interface Survival {
  /** lives that the curve stands on, those that ended, and those still open */
  n: number;
  events: number;
  censored: number;
  /** each time at which something ended, in order; where the longest life is open, its time is the last step, with no event */
  steps: SurvivalStep[];
}

/**
 * The product-limit estimate of the share still open (Kaplan & Meier 1958), with right censoring and left truncation
 * (Tsai, Jewell & Wang 1987): a life counts from its entry on and until its time. Ends come before censorings of the same time.
 */
export const kaplanMeier = (lives: readonly Life[] | LifeCounts): Survival =>
  productLimit("times" in lives ? lives : countLives(lives));

function productLimit({ n, times, ended, censored, entries, entered }: LifeCounts): Survival {
  const curve: Survival = { n, events: 0, censored: 0, steps: [] };
  let atRisk = n - sum(entered);
  let [survival, variance] = [1, 0];
  let band: [number, number] = [1, 1];
  let next = 0;
  for (let i = 0; i < times.length; i++) {
    const time = times[i] ?? 0;
    for (; next < entries.length && (entries[next] ?? 0) < time; next++)
      atRisk += entered[next] ?? 0;
    const [events, open] = [ended[i] ?? 0, censored[i] ?? 0];
    if (events > 0) {
      survival = events === atRisk ? 0 : survival * (1 - events / atRisk);
      variance += events / (atRisk * (atRisk - events));
      band = logLogBand(survival, variance) ?? [0, band[1]];
    }
    if (events > 0 || i === times.length - 1) {
      const [lower, upper] = band;
      curve.steps.push({ time, atRisk, events, survival, variance, lower, upper });
    }
    curve.events += events;
    curve.censored += open;
    atRisk -= events + open;
  }
  return curve;
}

const sum = (counts: Uint32Array): number => {
  let all = 0;
  for (const each of counts) all += each;
  return all;
};

/** The share that lasts longer than `time`; undefined beyond the last one that was observed, unless all have ended. */
export function survivalAt({ steps }: Survival, time: number): number | undefined {
  const last = steps.at(-1);
  if (!last || (time > last.time && last.survival > 0)) return undefined;
  return stepAt(steps, time)?.survival ?? 1;
}

/** The last step at or before `time`. */
export function stepAt(steps: readonly SurvivalStep[], time: number): SurvivalStep | undefined {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.time ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
}
