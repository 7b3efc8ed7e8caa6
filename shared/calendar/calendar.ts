import { type Day, addDays, weekday } from "../time/day.ts";
import type { Segment } from "../time/segment.ts";
import type { Notice } from "./year.ts";

/** What a day is, and by which notice. An uncovered day is never guessed to be an ordinary one. */
export type DayKind =
  | { kind: "workday" }
  | { kind: "weekend" }
  | { kind: "holiday"; name: string; notice: Notice }
  | { kind: "make-up"; name: string; notice: Notice }
  | { kind: "uncovered" };

export type NamedDay = Extract<DayKind, { notice: Notice }>;

/** What is certain of days that no notice covers yet: bounds, never a guess. */
export interface Outlook {
  /** the most and the fewest working days that the stretch can hold */
  most(stretch: Segment<Day>): number;
  fewest(stretch: Segment<Day>): number;
  /** the earliest and the latest day that can be the n-th working day counted from `first` on, `first` included */
  earliest(first: Day, n: number): Day | undefined;
  latest(first: Day, n: number): Day | undefined;
}

/**
 * A calendar is a value: which days are worked over `[from, to)`, and nothing beyond. Working-day arithmetic is two look-ups in a
 * prefix sum, so its cost does not depend on the length of the limit.
 */
export interface Calendar {
  readonly id: string;
  readonly version: string;
  /** covered days, half-open */
  readonly covered: Segment<Day>;
  readonly outlook?: Outlook;
  kind(d: Day): DayKind;
  /** `undefined` for an uncovered day */
  isWorkday(d: Day): boolean | undefined;
  /** The n-th working day after `d` (before it when n is negative, `d` itself for 0); `undefined` where coverage does not reach. */
  add(d: Day, n: number): Day | undefined;
  /** Working days in `[from, to)`, or `undefined` when a day of it is uncovered. */
  count(stretch: Segment<Day>): number | undefined;
}

export interface CalendarSource {
  id: string;
  version: string;
  covered: Segment<Day>;
  /** ISO weekdays of rest */
  weekend: readonly number[];
  named: ReadonlyMap<Day, NamedDay>;
  outlook?: Outlook;
}

const UNCOVERED: DayKind = { kind: "uncovered" };
const WORKDAY: DayKind = { kind: "workday" };
const WEEKEND: DayKind = { kind: "weekend" };

export function calendar(source: CalendarSource): Calendar {
  const { covered, named, weekend } = source;
  const { from, to } = covered;
  const kind = (d: Day): DayKind => {
    if (!(d >= from && d < to)) return UNCOVERED;
    return named.get(d) ?? (weekend.includes(weekday(d)) ? WEEKEND : WORKDAY);
  };
  const works = (k: DayKind): boolean => k.kind === "workday" || k.kind === "make-up";

  const size = Math.max(0, to - from);
  /** working days in [from, from + i) */
  const before = new Int32Array(size + 1);
  const workdays: Day[] = [];
  for (let i = 0; i < size; i++) {
    const d = addDays(from, i);
    if (works(kind(d))) workdays.push(d);
    before[i + 1] = workdays.length;
  }

  return {
    id: source.id,
    version: source.version,
    covered,
    ...(source.outlook && { outlook: source.outlook }),
    kind,
    isWorkday: (d) => (d >= from && d < to ? works(kind(d)) : undefined),
    add(d, n) {
      if (n === 0) return d;
      const worked = before[(n > 0 ? d + 1 : d) - from];
      return worked === undefined ? undefined : workdays[n > 0 ? worked + n - 1 : worked + n];
    },
    count(stretch) {
      if (stretch.from >= stretch.to) return 0;
      const first = before[stretch.from - from];
      const last = before[stretch.to - from];
      return first === undefined || last === undefined ? undefined : last - first;
    },
  };
}
