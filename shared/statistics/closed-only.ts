import type { Life } from "./life.ts";

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
export function closedOnlyOf(lives: readonly Life[], p: number): number | undefined {
  const counts = new Map<number, number>();
  let n = 0;
  for (const { time, event, count = 1 } of lives) {
    if (!event) continue;
    counts.set(time, (counts.get(time) ?? 0) + count);
    n += count;
  }
  const times = Float64Array.from(counts.keys()).sort();
  let left = Math.max(0, Math.ceil(p * n - 1e-9) - 1);
  return times.find((time) => (left -= counts.get(time) ?? 0) < 0);
}
