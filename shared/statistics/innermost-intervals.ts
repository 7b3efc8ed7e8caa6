/**
 * A duration known to lie in (`after`, `by`]: it had not ended at the one look and had at the other. `by: Infinity`: still open when
 * last seen. `after === by`: known exactly. `after: 0` with a `by`: it had ended when first looked at — and if it may have ended in
 * no time at all, `after` is −Infinity.
 */
export interface Between {
  after: number;
  by: number;
  /** how many such durations there are; 1 when absent */
  count?: number;
  /** it came under observation only at this age, and had not ended by then (left truncation); `after` is no less */
  entry?: number;
}

/** Where an estimate can put mass at all, and which of those places each duration may lie in: always neighbours. */
export interface Support {
  /** disjoint, in order; exact times have `after === by` */
  places: { after: number; by: number }[];
  /** for each kind of duration: its first and last place, inclusive, and how many there are */
  spans: { first: number; last: number; weight: number }[];
  /** for each late entry: the first place that lies after it as a whole (of one in which it falls it says nothing), and how many entered so */
  entries: { place: number; weight: number }[];
}

/**
 * The innermost intervals (Turnbull 1976; Peto 1973): each begins where some duration may begin and ends where some must end, with
 * nothing between. Mass elsewhere would only lower the likelihood.
 */
export function innermostIntervals(durations: readonly Between[]): Support {
  const used = durations.filter(
    ({ after, by, count = 1, entry = -Infinity }) =>
      after <= by &&
      by > -Infinity &&
      after < Infinity &&
      count > 0 &&
      entry <= after &&
      entry < by,
  );
  // a half-open interval ends at a time before the next begins there; an exact time begins and ends within that instant
  const marks = used.flatMap(({ after, by }) =>
    after === by
      ? [
          { at: after, rank: 0, opens: true, exact: true },
          { at: by, rank: 1, opens: false, exact: true },
        ]
      : [
          { at: after, rank: 3, opens: true, exact: false },
          { at: by, rank: 2, opens: false, exact: false },
        ],
  );
  marks.sort((a, b) => (a.at === b.at ? a.rank - b.rank : a.at - b.at));
  const places: Support["places"] = [];
  for (const [i, mark] of marks.entries()) {
    const before = marks[i - 1];
    if (mark.opens || !before?.opens) continue;
    places.push(before.exact ? { after: mark.at, by: mark.at } : { after: before.at, by: mark.at });
  }
  const spans = new Map<string, Support["spans"][number]>();
  const entries = new Map<number, Support["entries"][number]>();
  for (const { after, by, count = 1, entry = 0 } of used) {
    if (entry > 0) {
      const place = firstWhere(places, (each) =>
        each.after === each.by ? each.by > entry : each.after >= entry,
      );
      const entered = entries.get(place);
      if (entered) entered.weight += count;
      else entries.set(place, { place, weight: count });
    }
    const first = firstWhere(places, (place) =>
      after === by ? place.by >= after : place.after >= after && place.by > after,
    );
    const last = firstWhere(places, (place) => place.by > by) - 1;
    const key = `${first} ${last}`;
    const known = spans.get(key);
    if (known) known.weight += count;
    else spans.set(key, { first, last, weight: count });
  }
  return { places, spans: [...spans.values()], entries: [...entries.values()] };
}

/** The number of places for which `reached` does not hold; it holds for all after the first for which it does. */
function firstWhere(
  places: Support["places"],
  reached: (place: Support["places"][number]) => boolean,
): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place && !reached(place)) low = middle + 1;
    else high = middle;
  }
  return low;
}
