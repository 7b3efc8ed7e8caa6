import { type Life, atRiskEver } from "./life.ts";
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
export function kaplanMeier(lives: readonly Life[]): Survival {
  const used = atRiskEver(lives);
  const ends = used.toSorted((a, b) => a.time - b.time);
  const entries = used
    .filter(({ entry }) => entry !== undefined)
    .sort((a, b) => (a.entry ?? 0) - (b.entry ?? 0));
  let atRisk = sum(used.filter(({ entry }) => entry === undefined));
  const curve: Survival = { n: sum(used), events: 0, censored: 0, steps: [] };
  let [survival, variance] = [1, 0];
  let band: [number, number] = [1, 1];
  let entered = 0;
  for (let i = 0; i < ends.length;) {
    const time = ends[i]?.time ?? 0;
    for (let next = entries[entered]; next && (next.entry ?? 0) < time; next = entries[entered]) {
      atRisk += next.count ?? 1;
      entered++;
    }
    let [events, censored] = [0, 0];
    for (let life = ends[i]; life && life.time === time; life = ends[++i])
      if (life.event) events += life.count ?? 1;
      else censored += life.count ?? 1;
    if (events > 0) {
      survival = events === atRisk ? 0 : survival * (1 - events / atRisk);
      variance += events / (atRisk * (atRisk - events));
      band = logLogBand(survival, variance) ?? [0, band[1]];
    }
    if (events > 0 || i === ends.length) {
      const [lower, upper] = band;
      curve.steps.push({ time, atRisk, events, survival, variance, lower, upper });
    }
    curve.events += events;
    curve.censored += censored;
    atRisk -= events + censored;
  }
  return curve;
}

const sum = (lives: readonly Life[]): number =>
  lives.reduce((all, { count = 1 }) => all + count, 0);

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
