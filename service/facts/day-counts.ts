import type { Day } from "#shared/time/day.ts";
import type { Counted } from "./case-set.ts";
import { NO_DAY } from "./column-names.ts";

/** How many rows lie on which day. */
export interface DayCounts {
  between(first: number, last: number): number;
  each(): Counted<Day>[];
}

export function dayCounts(rows: Uint32Array, dayOf: (row: number) => number): DayCounts {
  let [least, most] = [Infinity, -Infinity];
  for (const row of rows) {
    const d = dayOf(row);
    if (d === NO_DAY) continue;
    if (d < least) least = d;
    if (d > most) most = d;
  }
  /** up to and with each day */
  const upTo = new Uint32Array(Math.max(0, most - least + 1) || 0);
  for (const row of rows) {
    const d = dayOf(row);
    if (d !== NO_DAY) upTo[d - least] = (upTo[d - least] ?? 0) + 1;
  }
  for (let i = 1; i < upTo.length; i++) upTo[i] = (upTo[i] ?? 0) + (upTo[i - 1] ?? 0);
  const until = (d: number): number =>
    d < least || upTo.length === 0 ? 0 : (upTo[Math.min(d - least, upTo.length - 1)] ?? 0);
  return {
    between: (first, last) => (last < first ? 0 : until(last) - until(first - 1)),
    each: () =>
      Array.from(upTo, (n, i): Counted<Day> => [(least + i) as Day, n - (upTo[i - 1] ?? 0)]).filter(
        ([, n]) => n > 0,
      ),
  };
}
