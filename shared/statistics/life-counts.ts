import { type Life, atRiskEver } from "./life.ts";

/**
 * Lives counted by their distinct times: all that a curve needs of them, whatever their number. Of each time how many ended at it and how many
 * were last seen open; of each entry how many came under observation only then. Two such counts add up.
 */
export interface LifeCounts {
  n: number;
  /** ascending */
  times: Float64Array;
  ended: Uint32Array;
  censored: Uint32Array;
  /** ascending; lives that were observed from their beginning are in none of them */
  entries: Float64Array;
  entered: Uint32Array;
}

export function countLives(lives: readonly Life[]): LifeCounts {
  const used = atRiskEver(lives);
  const at = counter();
  const from = counter();
  for (const { time, event, entry, count = 1 } of used) {
    const slot = at.slot(time);
    if (event) slot.a += count;
    else slot.b += count;
    if (entry !== undefined) from.slot(entry).a += count;
  }
  const ends = at.sorted();
  const begins = from.sorted();
  return {
    n: used.reduce((sum, { count = 1 }) => sum + count, 0),
    times: Float64Array.from(ends, ([time]) => time),
    ended: Uint32Array.from(ends, ([, { a }]) => a),
    censored: Uint32Array.from(ends, ([, { b }]) => b),
    entries: Float64Array.from(begins, ([time]) => time),
    entered: Uint32Array.from(begins, ([, { a }]) => a),
  };
}

function counter() {
  const slots = new Map<number, { a: number; b: number }>();
  return {
    slot(time: number): { a: number; b: number } {
      const found = slots.get(time);
      if (found) return found;
      const made = { a: 0, b: 0 };
      slots.set(time, made);
      return made;
    },
    sorted: () => [...slots].sort(([x], [y]) => x - y),
  };
}
