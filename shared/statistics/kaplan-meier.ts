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

/** Steps in columns: a large curve has hundreds of thousands, of which few are ever looked at. */
export interface Survival {
  /** lives that the curve stands on, those that ended, and those still open */
  readonly n: number;
  readonly events: number;
  readonly censored: number;
  /** number of steps: each time at which something ended, in order; where the longest life is open, its time is the last, with no event */
  readonly length: number;
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly ended: Float64Array;
  readonly survival: Float64Array;
  readonly variance: Float64Array;
  /** [lower, upper] of a step */
  band(step: number): readonly [number, number];
  /** all of them, one by one */
  readonly steps: readonly SurvivalStep[];
}

/**
 * The product-limit estimate of the share still open (Kaplan & Meier 1958), with right censoring and left truncation
 * (Tsai, Jewell & Wang 1987): a life counts from its entry on and until its time. Ends come before censorings of the same time.
 */
export const kaplanMeier = (lives: readonly Life[] | LifeCounts): Survival =>
  new ProductLimit("times" in lives ? lives : countLives(lives));

class ProductLimit implements Survival {
  readonly n: number;
  readonly events: number;
  readonly censored: number;
  readonly length: number;
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly ended: Float64Array;
  readonly survival: Float64Array;
  readonly variance: Float64Array;
  #steps: readonly SurvivalStep[] | undefined;

  constructor({ n, times, ended, censored, entries, entered }: LifeCounts) {
    const column = (): Float64Array => new Float64Array(times.length);
    const [time, risk, ends, shares, variances] = [
      column(),
      column(),
      column(),
      column(),
      column(),
    ];
    let atRisk = n - sum(entered);
    let [survival, variance] = [1, 0];
    let [next, length, allEnded, allOpen] = [0, 0, 0, 0];
    for (let i = 0; i < times.length; i++) {
      const at = times[i] ?? 0;
      for (; next < entries.length && (entries[next] ?? 0) < at; next++)
        atRisk += entered[next] ?? 0;
      const [events, open] = [ended[i] ?? 0, censored[i] ?? 0];
      if (events > 0) {
        survival = events === atRisk ? 0 : survival * (1 - events / atRisk);
        variance += events / (atRisk * (atRisk - events));
      }
      if (events > 0 || i === times.length - 1) {
        time[length] = at;
        risk[length] = atRisk;
        ends[length] = events;
        shares[length] = survival;
        variances[length] = variance;
        length += 1;
      }
      allEnded += events;
      allOpen += open;
      atRisk -= events + open;
    }
    [this.n, this.events, this.censored, this.length] = [n, allEnded, allOpen, length];
    this.time = time.subarray(0, length);
    this.atRisk = risk.subarray(0, length);
    this.ended = ends.subarray(0, length);
    this.survival = shares.subarray(0, length);
    this.variance = variances.subarray(0, length);
  }

  band(step: number): readonly [number, number] {
    // only the last step can be without an end: the share is that of the step before
    for (
      let i = (this.ended[step] ?? 0) > 0 ? step : step - 1, none = false;
      i >= 0;
      i--, none = true
    ) {
      const found = logLogBand(this.survival[i] ?? 0, this.variance[i] ?? 0);
      if (found) return none && (this.survival[step] ?? 0) === 0 ? [0, found[1]] : found;
    }
    return (this.survival[step] ?? 1) === 0 ? [0, 1] : [1, 1];
  }

  get steps(): readonly SurvivalStep[] {
    return (this.#steps ??= Array.from(this.time, (time, i) => {
      const [lower, upper] = this.band(i);
      return {
        time,
        atRisk: this.atRisk[i] ?? 0,
        events: this.ended[i] ?? 0,
        survival: this.survival[i] ?? 0,
        variance: this.variance[i] ?? 0,
        lower,
        upper,
      };
    }));
  }
}

const sum = (counts: Uint32Array): number => {
  let all = 0;
  for (const each of counts) all += each;
  return all;
};

/** The share that lasts longer than `time`; undefined beyond the last one that was observed, unless all have ended. */
export function survivalAt(curve: Survival, time: number): number | undefined {
  const last = curve.length - 1;
  if (last < 0 || (time > (curve.time[last] ?? 0) && (curve.survival[last] ?? 0) > 0))
    return undefined;
  const at = stepAt(curve, time);
  return at < 0 ? 1 : curve.survival[at];
}

/** Number of the last step at or before `time`; -1 before the first. */
export function stepAt({ time: times, length }: Survival, time: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
