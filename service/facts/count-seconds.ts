import type { LifeCounts } from "#shared/statistics/life-counts.ts";
import { LONGEST } from "./column-names.ts";

const PER_DAY = 86_400;
/** Of more, times are counted to the minute: an end at the end of its minute, an entry at the beginning of its. */
const MANY = 20_000;
const MINUTE = 60;
/** A table of minutes reaches so far: five years and a half. Beyond, times are sorted. */
const REACH = 2_900_000;

/** Durations in days, each a whole number of seconds, gathered in a column and then counted. */
export class Durations {
  /** twice the seconds, and one more of a life that was last seen lasting: ends come before those that were open at the same age */
  #keys: Uint32Array;
  #n = 0;
  #most = 0;
  #entries = new Uint32Array(8);
  #late = 0;

  /** @param expected about how many there will be */
  constructor(expected = 64) {
    this.#keys = new Uint32Array(Math.max(8, expected));
  }

  /** One that was never under observation (it ended before it was first seen) says nothing and is not counted. */
  add(days: number, ended: boolean, entry = 0): void {
    if (days >= 0)
      this.addSeconds(
        Math.round(days * PER_DAY),
        ended,
        entry > 0 ? Math.round(entry * PER_DAY) : 0,
      );
  }

  addSeconds(seconds: number, ended: boolean, entry: number): void {
    if (entry > 0 && entry >= seconds) return;
    if (this.#n === this.#keys.length) this.#keys = doubled(this.#keys);
    this.#keys[this.#n++] = Math.min(LONGEST, seconds) * 2 + (ended ? 0 : 1);
    if (seconds > this.#most) this.#most = Math.min(LONGEST, seconds);
    if (entry <= 0) return;
    if (this.#late === this.#entries.length) this.#entries = doubled(this.#entries);
    this.#entries[this.#late++] = entry;
  }

  counts(): LifeCounts {
    const keys = this.#keys.subarray(0, this.#n);
    const entries = this.#entries.subarray(0, this.#late);
    const minutes = Math.ceil(this.#most / MINUTE);
    return this.#n > MANY && minutes < REACH
      ? byMinute(keys, entries, minutes)
      : bySecond(keys.slice().sort(), entries.slice().sort());
  }
}

const doubled = (values: Uint32Array): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(values.length * 2);
  larger.set(values);
  return larger;
};

/** Counters of minutes, all 0 between two uses: large ones are not made anew for every curve. */
const scratch = [new Uint32Array(0), new Uint32Array(0), new Uint32Array(0)];
const counters = (which: 0 | 1 | 2, size: number): Uint32Array => {
  const found = scratch[which];
  if (found && found.length >= size) return found;
  return (scratch[which] = new Uint32Array(size));
};

function byMinute(keys: Uint32Array, entries: Uint32Array, most: number): LifeCounts {
  const [ended, open, entered] = [
    counters(0, most + 1),
    counters(1, most + 1),
    counters(2, most + 1),
  ];
  let [distinct, starts] = [0, 0];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const minute = Math.ceil((key >>> 1) / MINUTE);
    if (ended[minute] === 0 && open[minute] === 0) distinct += 1;
    if ((key & 1) === 0) ended[minute] = (ended[minute] ?? 0) + 1;
    else open[minute] = (open[minute] ?? 0) + 1;
  }
  for (let i = 0; i < entries.length; i++) {
    const minute = Math.floor((entries[i] ?? 0) / MINUTE);
    if (entered[minute] === 0) starts += 1;
    entered[minute] = (entered[minute] ?? 0) + 1;
  }
  const counts: LifeCounts = {
    n: keys.length,
    times: new Float64Array(distinct),
    ended: new Uint32Array(distinct),
    censored: new Uint32Array(distinct),
    entries: new Float64Array(starts),
    entered: new Uint32Array(starts),
  };
  for (let minute = 0, n = 0; n < distinct; minute++) {
    const [a, b] = [ended[minute] ?? 0, open[minute] ?? 0];
    if (a === 0 && b === 0) continue;
    counts.times[n] = (minute * MINUTE) / PER_DAY;
    counts.ended[n] = a;
    counts.censored[n] = b;
    ended[minute] = 0;
    open[minute] = 0;
    n += 1;
  }
  for (let minute = 0, n = 0; n < starts; minute++) {
    const c = entered[minute] ?? 0;
    if (c === 0) continue;
    counts.entries[n] = (minute * MINUTE) / PER_DAY;
    counts.entered[n] = c;
    entered[minute] = 0;
    n += 1;
  }
  return counts;
}

/** Both ascending. */
function bySecond(keys: Uint32Array, sorted: Uint32Array): LifeCounts {
  const times: number[] = [];
  const ended: number[] = [];
  const censored: number[] = [];
  let last = -1;
  for (const key of keys) {
    const seconds = key >>> 1;
    if (seconds !== last) {
      times.push(seconds / PER_DAY);
      ended.push(0);
      censored.push(0);
      last = seconds;
    }
    const counts = (key & 1) === 1 ? censored : ended;
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  const entries: number[] = [];
  const entered: number[] = [];
  let before = -1;
  for (const seconds of sorted) {
    if (seconds !== before) {
      entries.push(seconds / PER_DAY);
      entered.push(0);
      before = seconds;
    }
    entered[entered.length - 1] = (entered.at(-1) ?? 0) + 1;
  }
  return {
    n: keys.length,
    times: Float64Array.from(times),
    ended: Uint32Array.from(ended),
    censored: Uint32Array.from(censored),
    entries: Float64Array.from(entries),
    entered: Uint32Array.from(entered),
  };
}
