/** One observed duration. `event` false: still running at `time` (right-censored). `entry`: not watched before (left-truncated). */
export interface Duration {
  time: number;
  event: boolean;
  entry?: number;
}

export interface SurvivalStep {
  time: number;
  atRisk: number;
  events: number;
  /** share not ended after `time` */
  survival: number;
  /** 95 % band on the log-log scale; the survival itself where it cannot be told (0 and 1) */
  lower: number;
  upper: number;
}

export interface Survival {
  n: number;
  events: number;
  steps: SurvivalStep[];
}

const Z = 1.959963984540054;

/**
 * Kaplan–Meier product limit with Greenwood's variance (Kaplan & Meier 1958; Kalbfleisch & Prentice for the log-log band).
 * A duration is at risk over (entry, time]; one censored at the time of an event counts as at risk there.
 */
export function kaplanMeier(durations: readonly Duration[]): Survival {
  const watched = durations.filter(({ time, entry = -Infinity }) => time > entry);
  const times = [...new Set(watched.filter(({ event }) => event).map(({ time }) => time))].sort(
    (a, b) => a - b,
  );
  const ends = watched.map(({ time }) => time).sort((a, b) => a - b);
  const entries = watched.map(({ entry = -Infinity }) => entry).sort((a, b) => a - b);
  const eventsAt = new Map<number, number>();
  for (const { time, event } of watched)
    if (event) eventsAt.set(time, (eventsAt.get(time) ?? 0) + 1);

  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  let [entered, ended] = [0, 0];
  for (const time of times) {
    while (entered < entries.length && (entries[entered] ?? 0) < time) entered++;
    while (ended < ends.length && (ends[ended] ?? 0) < time) ended++;
    const atRisk = entered - ended;
    const events = eventsAt.get(time) ?? 0;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    steps.push({ time, atRisk, events, survival, ...band(survival, greenwood) });
  }
  return { n: watched.length, events: watched.filter(({ event }) => event).length, steps };
}

function band(survival: number, greenwood: number): { lower: number; upper: number } {
  if (survival <= 0 || survival >= 1) return { lower: survival, upper: survival };
  const log = Math.log(survival);
  const width = (Z * Math.sqrt(greenwood)) / log;
  return { lower: survival ** Math.exp(-width), upper: survival ** Math.exp(width) };
}

/**
 * The time by which a share `p` has ended, or `undefined` when the curve does not come down so far: "not reached".
 * Where the curve lies exactly on 1 − p, the middle of that stretch, as R's `quantile.survfit` has it.
 */
export function quantile({ steps }: Survival, p: number): number | undefined {
  const target = 1 - p;
  const tolerance = 1e-9;
  const i = steps.findIndex(({ survival }) => survival <= target + tolerance);
  const step = steps[i];
  if (!step) return undefined;
  const next = steps[i + 1];
  return next && Math.abs(step.survival - target) <= tolerance
    ? (step.time + next.time) / 2
    : step.time;
}
