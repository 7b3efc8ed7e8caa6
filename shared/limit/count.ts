import type { Calendar } from "../calendar/calendar.ts";
import { type Day, addDays } from "../time/day.ts";
import type { Segment } from "../time/segment.ts";

/** Counts days of one kind. `undefined`: the calendar does not tell. */
export interface Counter {
  /** how many in `[from, to)` */
  count(stretch: Segment<Day>): number | undefined;
  /** the n-th one after `d`, n ≥ 1 */
  nth(d: Day, n: number): Day | undefined;
}

export const naturalDays: Counter = {
  count: ({ from, to }) => Math.max(0, to - from),
  nth: addDays,
};

export const workingDays = (calendar: Calendar): Counter => ({
  count: calendar.count,
  nth: calendar.add,
});

/** Working days when unpublished years turn out with as many (`earliest`) or as few (`latest`) of them as they can. */
export function possibleWorkingDays(calendar: Calendar, side: "earliest" | "latest"): Counter {
  const { covered, outlook } = calendar;
  if (!outlook) return workingDays(calendar);
  const bound = side === "earliest" ? outlook.most : outlook.fewest;
  return {
    count({ from, to }) {
      if (to <= covered.to || from < covered.from) return calendar.count({ from, to });
      const split = Math.max(from, covered.to) as Day;
      const known = calendar.count({ from, to: split });
      return known === undefined ? undefined : known + bound({ from: split, to });
    },
    nth(d, n) {
      const inside = calendar.add(d, n);
      if (inside !== undefined) return inside;
      const first = addDays(d, 1);
      if (first < covered.from) return undefined;
      const known = first < covered.to ? calendar.count({ from: first, to: covered.to }) : 0;
      return known === undefined
        ? undefined
        : outlook[side](Math.max(first, covered.to) as Day, n - known);
    },
  };
}

/**
 * The n-th counted day after `start`, days of a pause left out. `holes` are sorted, disjoint, half-open; an endless one has `to`
 * Infinity and gives `"stands"` when it comes before the n-th day.
 */
export function countOut(
  start: Day,
  n: number,
  holes: readonly Segment<Day>[],
  counter: Counter,
): Day | "stands" | undefined {
  let last = start;
  let left = n;
  for (const hole of holes) {
    const next = addDays(last, 1);
    if (hole.to <= next) continue;
    if (hole.from > next) {
      const here = counter.nth(last, left);
      if (here !== undefined && here < hole.from) return here;
      const passed = counter.count({ from: next, to: hole.from });
      if (passed === undefined) return undefined;
      if (passed >= left) return counter.nth(last, left);
      left -= passed;
    }
    if (hole.to === Infinity) return "stands";
    last = addDays(hole.to, -1);
  }
  return counter.nth(last, left);
}
