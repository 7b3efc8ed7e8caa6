import type { Turnbull } from "./turnbull.ts";

/** Where a percentile lies as far as the looks can tell: after `after`, and at `by` at the latest. */
export interface QuantileBetween {
  after: number;
  /** undefined: not reached */
  by: number | undefined;
}

const TOLERANCE = 1e-9;

/**
 * The stretch in which the share `p` is passed. It is as wide as the looks leave it: a single number would claim to know what
 * nobody looked at. Where the share is met exactly between two places, both and all between may hold it.
 */
export function quantileBetween({ places }: Turnbull, p: number): QuantileBetween | undefined {
  const held = places.filter(({ mass }) => mass > TOLERANCE);
  let sum = 0;
  for (const [i, { after, by, mass }] of held.entries()) {
    sum += mass;
    if (sum < p - TOLERANCE) continue;
    const last = Math.abs(sum - p) <= TOLERANCE ? (held[i + 1]?.by ?? by) : by;
    return { after, by: Number.isFinite(last) ? last : undefined };
  }
  return undefined;
}

/** The least and the greatest share that may still be open after `time`: they differ while `time` lies within a place. */
export function openBetween({ places }: Turnbull, time: number): { least: number; most: number } {
  let [least, most] = [0, 0];
  for (const { after, by, mass } of places) {
    if (by > time) most += mass;
    if (after >= time && by > time) least += mass;
  }
  return { least, most };
}
