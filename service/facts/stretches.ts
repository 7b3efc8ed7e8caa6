import type { Between } from "#shared/statistics/turnbull.ts";
import type { Bounds } from "./stay-bounds.ts";

/** Stays of one step as far as their length is known, for `turnbull`; in working days. */
export interface StretchCounts {
  /** equal ones counted together, ascending */
  between: Between[];
  /** both ends told · changed between two looks · last seen lasting */
  exact: number;
  bounded: number;
  lasting: number;
  /** had begun, or was over, when the case was first seen: whether it counts depends on how long it lasted */
  unwatched: number;
}

const PER_DAY = 86_400;
/** Of more stays the bounds are rounded to tenths of a working day, the least down and the most up: never narrower than they were. */
const MANY = 2000;
const GRID = PER_DAY / 10;
/** Cells that are counted in a table; beyond, one by one. */
const SIDE = 1024;
const LASTING = SIDE - 1;

/** The stays of one step, gathered and then counted. */
export class Stretches {
  readonly #grid: number;
  /** by least and most, a line for each least that there is */
  readonly #table: (Uint32Array | undefined)[] = [];
  readonly #others = new Map<string, number>();
  readonly #sums = { exact: 0, bounded: 0, lasting: 0, unwatched: 0 };

  /** @param n how many there will be, at most */
  constructor(n: number) {
    this.#grid = n > MANY ? GRID : 1;
  }

  unwatched(): void {
    this.#sums.unwatched += 1;
  }

  /** @param truncated whether one that was over before the case was first seen could not have been seen at all */
  add({ least, most, entry }: Bounds, truncated: boolean): void {
    this.addSeconds(least, most, truncated ? entry : 0);
  }

  addSeconds(least: number, most: number, entry: number): void {
    const open = most === Infinity;
    if (entry > 0 && (most <= entry || (open && least <= entry))) return this.unwatched();
    const sums = this.#sums;
    if (open) sums.lasting += 1;
    else if (least === most) sums.exact += 1;
    else sums.bounded += 1;
    const g = this.#grid;
    const from = Math.floor(least / g);
    const to = Math.ceil(most / g);
    const since = Math.floor(entry / g);
    if (g > 1 && since === 0 && from < SIDE && (open || to < LASTING)) {
      const line = (this.#table[from] ??= new Uint32Array(SIDE));
      const cell = open ? LASTING : to;
      line[cell] = (line[cell] ?? 0) + 1;
      return;
    }
    const key = `${from} ${to} ${since}`;
    this.#others.set(key, (this.#others.get(key) ?? 0) + 1);
  }

  counts(): StretchCounts {
    type Found = [from: number, to: number, since: number, count: number];
    const order = (a: Found, b: Found): number =>
      a[0] - b[0] || (a[1] === b[1] ? a[2] - b[2] : a[1] - b[1]);
    const found: Found[] = [];
    for (const [from, line] of this.#table.entries())
      for (const [to, count] of line?.entries() ?? [])
        if (count > 0) found.push([from, to === LASTING ? Infinity : to, 0, count]);
    const others = [...this.#others].map(([key, count]): Found => {
      const [from = 0, to = 0, since = 0] = key.split(" ").map(Number);
      return [from, to, since, count];
    });
    // those of the table are in order already: two runs are merged
    const all = others.length > 0 ? found.concat(others.sort(order)).sort(order) : found;
    return {
      ...this.#sums,
      between: all.map(([from, to, since, count]) => this.#between(from, to, since, count)),
    };
  }

  /** A stretch includes its least: what is known to the second began after the second before. */
  #between(from: number, to: number, since: number, count: number): Between {
    const g = this.#grid;
    const entry = (since * g) / PER_DAY;
    const by = (to * g) / PER_DAY;
    const least = (from * g - 1) / PER_DAY;
    const after = from === to ? by : since > 0 ? Math.max(entry, least) : least;
    return { after, by, count, ...(since > 0 && { entry }) };
  }
}
