/** Seconds. A batch is on disk in some milliseconds, a report over a province in some seconds. */
export const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

export interface Histogram {
  /** how many took at most that bound, cumulative, in the order of `BOUNDS` */
  readonly counts: number[];
  count: number;
  /** seconds */
  sum: number;
}

export const histogram = (): Histogram => ({ counts: BOUNDS.map(() => 0), count: 0, sum: 0 });

export function observe(into: Histogram, seconds: number): void {
  into.count++;
  into.sum += seconds;
  for (const [i, bound] of BOUNDS.entries())
    if (seconds <= bound) into.counts[i] = (into.counts[i] ?? 0) + 1;
}
