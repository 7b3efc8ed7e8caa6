import type { Day } from "#shared/time/day.ts";

/** From one day to another, both included. */
export interface Stretch {
  from: Day;
  to: Day;
}

/** Days between the first and the last that lie in none of the stretches. */
export function uncovered(stretches: readonly Stretch[]): number {
  const sorted = stretches.toSorted((a, b) => a.from - b.from);
  let [gap, reached] = [0, sorted[0]?.from ?? 0];
  for (const { from, to } of sorted) {
    if (from > reached + 1) gap += from - reached - 1;
    reached = Math.max(reached, to);
  }
  return gap;
}
