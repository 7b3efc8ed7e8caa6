import type { LifeCounts } from "./life-counts.ts";

/**
 * The percentile of what has ended, and of nothing else: the figure that every ranking shows. It is biased to the short side,
 * because what lasts longest is still open; it stands beside the honest one under this name and never alone.
 * The least value that a share `p` does not exceed (the inverse of the empirical distribution; Hyndman & Fan 1996, type 1).
 */
export function closedOnlyPercentile(ended: readonly number[], p: number): number | undefined {
  const sorted = ended.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1)];
}

/** The same of lives that are counted. */
export function closedOnlyOf({ times, ended }: LifeCounts, p: number): number | undefined {
  const n = ended.reduce((sum, each) => sum + each, 0);
  let left = Math.max(0, Math.ceil(p * n - 1e-9) - 1);
  for (let i = 0; i < times.length; i++) if ((left -= ended[i] ?? 0) < 0) return times[i];
  return undefined;
}
