import type { Look, Observation } from "#shared/case/observation.ts";

/** A device's clock may be this far off before what it wrote is mended; nearer than that, networks and rounding are to blame. */
export const TOLERATED_SKEW = 5 * 60_000;

/** The record at our clock. `skew` is the device's clock less ours when the batch was sent, in ms. */
export function mended<R extends Look | Observation>(record: R, skew: number): R {
  if (Math.abs(skew) <= TOLERATED_SKEW) return record;
  const at = Math.max(0, record.at - skew);
  return { ...record, at, lastAt: Math.max(at, record.lastAt - skew) };
}
