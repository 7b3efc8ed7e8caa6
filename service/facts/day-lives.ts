import type { LifeCounts } from "#shared/statistics/life-counts.ts";

/** Ages of which each has a counter; what lasts longer is counted one by one. */
const SIDE = 4096;

/** Lives in whole days, counted as they come. */
export class DayLives {
  n = 0;
  #ended = new Uint32Array(64);
  #open = new Uint32Array(64);
  #entered: Uint32Array | undefined;
  readonly #long = new Map<number, { ended: number; open: number; entered: number }>();

  /** One that was over before it came under observation says nothing and is not counted. */
  add(days: number, ended: boolean, entry = 0, count = 1): void {
    if (!(days >= 0) || (entry > 0 && entry >= days)) return;
    this.n += count;
    if (days < SIDE) {
      if (days >= this.#ended.length) this.#grow(days);
      const to = ended ? this.#ended : this.#open;
      to[days] = (to[days] ?? 0) + count;
    } else this.#at(days)[ended ? "ended" : "open"] += count;
    if (entry <= 0) return;
    if (entry < SIDE) {
      const to = (this.#entered ??= new Uint32Array(SIDE));
      to[entry] = (to[entry] ?? 0) + count;
    } else this.#at(entry).entered += count;
  }

  /** Counts those of another too. */
  take(other: DayLives): void {
    this.n += other.n;
    if (other.#ended.length > this.#ended.length) this.#grow(other.#ended.length - 1);
    for (let d = 0; d < other.#ended.length; d++) {
      this.#ended[d] = (this.#ended[d] ?? 0) + (other.#ended[d] ?? 0);
      this.#open[d] = (this.#open[d] ?? 0) + (other.#open[d] ?? 0);
    }
    if (other.#entered) {
      const to = (this.#entered ??= new Uint32Array(SIDE));
      for (let d = 0; d < SIDE; d++) to[d] = (to[d] ?? 0) + (other.#entered[d] ?? 0);
    }
    for (const [d, { ended, open, entered }] of other.#long) {
      const to = this.#at(d);
      to.ended += ended;
      to.open += open;
      to.entered += entered;
    }
  }

  #at(days: number): { ended: number; open: number; entered: number } {
    const found = this.#long.get(days) ?? { ended: 0, open: 0, entered: 0 };
    this.#long.set(days, found);
    return found;
  }

  #grow(days: number): void {
    const size = Math.min(SIDE, Math.max(days + 1, this.#ended.length * 2));
    for (const which of ["ended", "open"] as const) {
      const larger = new Uint32Array(size);
      if (which === "ended") {
        larger.set(this.#ended);
        this.#ended = larger;
      } else {
        larger.set(this.#open);
        this.#open = larger;
      }
    }
  }

  counts(): LifeCounts {
    const times: number[] = [];
    const [ended, censored, entries, entered]: number[][] = [[], [], [], []];
    const put = (d: number, a: number, b: number, c: number): void => {
      if (a + b > 0) {
        times.push(d);
        ended?.push(a);
        censored?.push(b);
      }
      if (c > 0) {
        entries?.push(d);
        entered?.push(c);
      }
    };
    const last = this.#entered ? SIDE : this.#ended.length;
    for (let d = 0; d < last; d++)
      put(d, this.#ended[d] ?? 0, this.#open[d] ?? 0, this.#entered?.[d] ?? 0);
    for (const [d, each] of [...this.#long].sort(([a], [b]) => a - b))
      put(d, each.ended, each.open, each.entered);
    return {
      n: this.n,
      times: Float64Array.from(times),
      ended: Uint32Array.from(ended ?? []),
      censored: Uint32Array.from(censored ?? []),
      entries: Float64Array.from(entries ?? []),
      entered: Uint32Array.from(entered ?? []),
    };
  }
}
