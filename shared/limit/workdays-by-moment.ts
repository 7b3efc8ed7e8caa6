import type { Ground, Pause } from "../case/observation.ts";
import type { Day } from "../time/day.ts";
import { type Instant, dayOf } from "../time/instant.ts";
import { type Moment, dayOfMoment, earliest, latest, precision } from "../time/moment.ts";
import { type Segment, union } from "../time/segment.ts";
import type { Rules } from "./clock.ts";
import { possibleWorkingDays } from "./count.ts";
import { type Due, instantPoint } from "./due.ts";
import { atShare, sessions, shareOfDay } from "./office.ts";
import { pausedTime } from "./pauses.ts";

/**
 * Working days that end at the time of day at which they began: "超过1秒钟也算超期". A place on the working-time line is the number of
 * working days passed plus the share of the present day's office hours, so a pause is as long as the line that it covers.
 */
export function runWorkdaysByMoment(
  start: Moment,
  amount: number,
  pauses: readonly Pause[],
  grounds: readonly Ground[],
  rules: Rules,
): Due {
  const { regime } = rules;
  if (sessions(dayOfMoment(start), regime).length === 0)
    return { kind: "none", why: "unit-unsupported" };
  const grain = precision(start) === "second" ? 1000 : 60_000;
  const end = (from: Instant): Due => fromInstant(from, amount, pauses, grounds, grain, rules);
  if (precision(start) !== "day") return end(earliest(start, regime.zone));
  const low = end(earliest(start, regime.zone));
  const high = end(latest(start, regime.zone));
  if (low.kind === "between") {
    if (high.kind === "between") return { ...low, ...(high.latest && { latest: high.latest }) };
    return low;
  }
  if (low.kind !== "at" || high.kind !== "at") return low;
  return { kind: "between", why: "hour-decides", earliest: low, latest: high };
}

function fromInstant(
  from: Instant,
  amount: number,
  pauses: readonly Pause[],
  grounds: readonly Ground[],
  grain: number,
  rules: Rules,
): Due {
  const { regime, calendar } = rules;
  const begin = place(from, rules);
  if (!begin) return { kind: "none", why: "calendar-unpublished" };
  const holes = pauses.length > 0 ? stretches(pauses, grounds, rules) : [];
  let target = begin.day + amount + begin.share;
  for (const hole of holes) {
    const a = place(hole.from, rules);
    if (!a) break;
    const [x, y] = [a.day + a.share, begin.day + begin.share];
    if (x >= target) break;
    if (hole.to === Infinity) return { kind: "stands" };
    const b = place(hole.to, rules);
    if (!b) return { kind: "none", why: "calendar-unpublished" };
    target += Math.max(0, b.day + b.share - Math.max(x, y));
  }
  const whole = Math.floor(target + 1e-9);
  const point = (d: Day): ReturnType<typeof instantPoint> | undefined => {
    const at = atShare(d, Math.max(0, target - whole), regime);
    return at === undefined ? undefined : instantPoint(at, d, grain, regime);
  };
  const n = whole - begin.day;
  const exact = n === 0 ? begin.on : calendar.add(begin.on, n);
  const here = exact === undefined ? undefined : point(exact);
  if (here) return { kind: "at", ...here };
  const low = possibleWorkingDays(calendar, "earliest").nth(begin.on, n);
  const high = possibleWorkingDays(calendar, "latest").nth(begin.on, n);
  const [first, last] = [low, high].map((d) => (d === undefined ? undefined : point(d)));
  if (!first) return { kind: "none", why: "calendar-unpublished" };
  return {
    kind: "between",
    why: "calendar-unpublished",
    earliest: first,
    ...(last && { latest: last }),
  };
}

/** The working day that an instant belongs to, its ordinal, and the share of it that is behind; night and rest belong to the next opening. */
function place(
  at: Instant,
  { regime, calendar }: Rules,
): { on: Day; day: number; share: number } | undefined {
  const d = dayOf(at, regime.zone);
  const worked = calendar.isWorkday(d);
  if (worked === undefined) return undefined;
  const share = worked ? (shareOfDay(at, regime) ?? 0) : 1;
  const on = share < 1 ? d : calendar.add(d, 1);
  const day =
    on === undefined ? undefined : calendar.count({ from: calendar.covered.from, to: on });
  return on === undefined || day === undefined
    ? undefined
    : { on, day, share: share < 1 ? share : 0 };
}

/** Pauses as stretches of time; those that the regime caps end with the last day approved. */
function stretches(
  pauses: readonly Pause[],
  grounds: readonly Ground[],
  { regime, calendar }: Rules,
): Segment<Instant>[] {
  const time = pausedTime(pauses, grounds, regime);
  if (regime.pauses.cap === "none") return time;
  const capped = pauses.flatMap((p) => {
    const [own] = pausedTime([p], grounds, regime);
    if (!own) return [];
    const begin =
      p.approved?.unit === "workday" ? place(own.from, { regime, calendar }) : undefined;
    const last = begin && calendar.add(begin.on, Math.floor(p.approved?.amount ?? 0));
    const end = last === undefined || !begin ? undefined : atShare(last, begin.share, regime);
    return [{ from: own.from, to: Math.min(own.to, end ?? Infinity) as Instant }];
  });
  return union(capped);
}
