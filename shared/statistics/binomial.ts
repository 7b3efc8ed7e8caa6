/**
 * The counts between which chance leaves the successes among `n` trials of probability `p`: fewer than `low` happens with at most `tail`,
 * more than `high` too. Exact, by summing the distribution in logarithms.
 */
export function binomialLimits(n: number, p: number, tail: number): { low: number; high: number } {
  if (p <= 0) return { low: 0, high: 0 };
  if (p >= 1) return { low: n, high: n };
  const [yes, no] = [Math.log(p), Math.log(1 - p)];
  let chance = n * no;
  let [below, low, high] = [0, 0, n];
  let lowFound = false;
  for (let k = 0; k <= n; k++) {
    if (k > 0) chance += Math.log((n - k + 1) / k) + yes - no;
    // P(X < k) so far
    if (!lowFound && below + Math.exp(chance) > tail) {
      low = k;
      lowFound = true;
    }
    below += Math.exp(chance);
    if (1 - below <= tail) {
      high = k;
      break;
    }
  }
  return { low, high };
}
