import { Z_95 } from "./log-log-band.ts";

/**
 * 95 % limits of a count that follows Poisson's law, by Byar's approximation (Breslow & Day 1987, 2.3): for the ratio of late cases to
 * those expected. Within a few per cent of the exact ones from a count of 1 on; the lower limit of nought is nought.
 */
export function byar(count: number): { lower: number; upper: number } {
  const cube = (k: number, z: number): number =>
    k * Math.max(0, 1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3;
  return { lower: count > 0 ? cube(count, -Z_95) : 0, upper: cube(count + 1, Z_95) };
}
