import type { Filters } from "./filters.ts";
import { type Range, step, yearEarlier } from "./period.ts";

/** The window against which the filters compare, or null when they compare with none. */
export function comparedRange({ compare, period, range }: Filters): Range | null {
  if (range === null || compare === "none") return null;
  return compare === "previous" ? step(period, range, -1) : yearEarlier(period, range);
}
