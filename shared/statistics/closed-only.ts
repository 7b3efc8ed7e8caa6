/**
 * The percentile of what has ended, and of nothing else: the figure that every ranking shows. It is biased to the short side,
 * because what lasts longest is still open; it stands beside the honest one under this name and never alone.
 * The least value that a share `p` does not exceed (the inverse of the empirical distribution; Hyndman & Fan 1996, type 1).
 */
export function closedOnlyPercentile(ended: readonly number[], p: number): number | undefined {
  const sorted = ended.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1)];
}
