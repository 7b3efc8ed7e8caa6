/** What is less than this of the likeliest count adds nothing to a sum in double precision. */
const NOTHING = 1e-20;

/**
 * The counts between which chance leaves the successes among `n` trials of probability `p`: fewer than `low` happens with at most `tail`,
 * more than `high` too. Exact, by summing the distribution from its likeliest count outwards as far as it is anything.
 */
export function binomialLimits(n: number, p: number, tail: number): { low: number; high: number } {
  if (p <= 0) return { low: 0, high: 0 };
  if (p >= 1) return { low: n, high: n };
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const [down, up] = [[] as number[], [1]];
  for (let k = mode, chance = 1; k > 0; k--) {
    chance *= k / (n - k + 1) / odds;
    if (chance < NOTHING) break;
    down.push(chance);
  }
  for (let k = mode, chance = 1; k < n; k++) {
    chance *= ((n - k) / (k + 1)) * odds;
    if (chance < NOTHING) break;
    up.push(chance);
  }
  const first = mode - down.length;
  const chances = [...down.toReversed(), ...up];
  const whole = chances.reduce((sum, each) => sum + each, 0);
  let [below, low] = [0, undefined as number | undefined];
  for (const [i, chance] of chances.entries()) {
    below += chance / whole;
    if (low === undefined && below > tail) low = first + i;
    if (1 - below <= tail) return { low: low ?? first + i, high: first + i };
  }
  return { low: low ?? n, high: n };
}
