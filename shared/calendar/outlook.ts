import { type Day, addDays, day, weekday, yearOf } from "../time/day.ts";
import type { Outlook } from "./calendar.ts";
import { FESTIVALS } from "./festivals.ts";

/**
 * What a year can be like before its notice is out. Certain: the statutory days themselves are off (全国年节及纪念日放假办法 2).
 * Open: which weekdays near a festival are taken off to make a break, and which rest days are worked for them. The allowances are
 * at least one above what any notice since 2014 has used; the last one is for a single arrangement out of season, such as 2015-09-03.
 */
interface Festival {
  first: Day;
  /** statutory days from `first` on, and before it */
  days: number;
  eve: number;
  /** weekdays off besides, and rest days worked: at most so many */
  extraOff: number;
  makeUp: number;
}
const OFF_REACH = 9;
const MAKE_UP_REACH = 14;
const OUT_OF_SEASON = { extraOff: 2, makeUp: 1 };
/** the year from which 除夕 and 2 May are statutory days too (State Council order 795) */
const ORDER_795 = 2025;

function festivals(year: number): Festival[] {
  const moving = FESTIVALS[year];
  if (!moving) return [];
  const since = year >= ORDER_795;
  const on = (md: string): Day => day(`${year}-${md}`);
  const one = { days: 1, eve: 0, extraOff: 2, makeUp: 2 };
  return [
    { ...one, first: on("01-01") },
    { first: on(moving[0]), days: 3, eve: since ? 1 : 0, extraOff: 6, makeUp: 3 },
    { ...one, first: on(moving[1]) },
    { first: on("05-01"), days: since ? 2 : 1, eve: 0, extraOff: 5, makeUp: 3 },
    { ...one, first: on(moving[2]) },
    { ...one, first: on(moving[3]), extraOff: 3 },
    { first: on("10-01"), days: 3, eve: 0, extraOff: 6, makeUp: 3 },
  ];
}

const HORIZON = 800;

/** For each i: the most and the fewest working days that `[from, from + i)` can hold. A year without a table is all open. */
function prospect(from: Day): { most: Int32Array; fewest: Int32Array } {
  const most = new Int32Array(HORIZON + 1);
  const fewest = new Int32Array(HORIZON + 1);
  const year = yearOf(from);
  const near = [-1, 0, 1, 2, 3].flatMap((n) => festivals(year + n));
  const left = near.map((f) => ({ off: f.extraOff, rest: f.makeUp }));
  let anyOff = OUT_OF_SEASON.extraOff;
  let anyRest = OUT_OF_SEASON.makeUp;
  for (let i = 0; i < HORIZON; i++) {
    const d = addDays(from, i);
    let high = 0;
    let low = 0;
    if (!FESTIVALS[yearOf(d)]) high = 1;
    else if (!near.some((f) => d >= f.first - f.eve && d < f.first + f.days)) {
      const rest = weekday(d) > 5;
      const reach = rest ? MAKE_UP_REACH : OFF_REACH;
      // Spending every allowance that reaches the day, not just one of them, keeps the bound true without a search.
      const open = left.filter((_, k) => Math.abs(d - (near[k]?.first ?? d)) <= reach);
      if (rest) {
        for (const each of open) if (each.rest-- > 0) high++;
        if (anyRest-- > 0) high++;
      } else {
        high = 1;
        low = 1;
        for (const each of open) if (each.off-- > 0) low--;
        if (anyOff-- > 0) low--;
      }
    }
    most[i + 1] = (most[i] ?? 0) + high;
    fewest[i + 1] = (fewest[i] ?? 0) + low;
  }
  return { most, fewest };
}

/** Prospects already drawn, by their first day: a calendar asks again and again from the day on which its coverage ends. */
const drawn = new Map<Day, ReturnType<typeof prospect>>();
function from(d: Day): ReturnType<typeof prospect> {
  const known = drawn.get(d);
  if (known) return known;
  if (drawn.size > 400) drawn.clear();
  const fresh = prospect(d);
  drawn.set(d, fresh);
  return fresh;
}

/** The first day by whose end the bound reaches n. */
function reach(bound: Int32Array, first: Day, n: number): Day | undefined {
  for (let i = 1; i <= HORIZON; i++) if ((bound[i] ?? 0) >= n) return addDays(first, i - 1);
  return undefined;
}

export const outlook: Outlook = {
  most: (stretch) => from(stretch.from).most[stretch.to - stretch.from] ?? Infinity,
  fewest: (stretch) => Math.max(0, from(stretch.from).fewest[stretch.to - stretch.from] ?? 0),
  earliest: (first, n) => reach(from(first).most, first, n),
  latest: (first, n) => reach(from(first).fewest, first, n),
};
