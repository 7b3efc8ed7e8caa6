import type { Ground, Pause } from "../case/observation.ts";
import type { Day } from "../time/day.ts";
import { type Instant, instantAt } from "../time/instant.ts";
import { dayOfMoment, precision } from "../time/moment.ts";
import { type Segment, union } from "../time/segment.ts";
import type { Rules } from "./clock.ts";
import { atShare } from "./office.ts";
import { approvedUntil, pausedTime } from "./pauses.ts";
import { place } from "./place.ts";

/** Pauses as stretches of time; those that the regime caps end where what was approved for them ends. */
export function stretches(
  pauses: readonly Pause[],
  grounds: readonly Ground[],
  rules: Rules,
): Segment<Instant>[] {
  const { regime } = rules;
  const time = pausedTime(pauses, grounds, regime);
  if (regime.pauses.cap === "none") return time;
  const capped = pauses.flatMap((p) => {
    const [own] = pausedTime([p], grounds, regime);
    if (!own) return [];
    return [{ from: own.from, to: Math.min(own.to, cap(own.from, p, rules)) as Instant }];
  });
  return union(capped);
}

/** When the length approved for a pause has passed: with its last day, or at the hour at which it began where that was told. */
function cap(from: Instant, p: Pause, { regime, calendar }: Rules): number {
  const { approved } = p;
  if (approved?.unit === "hour") return from + approved.amount * 3_600_000;
  if (!approved || precision(p.from) === "day") {
    const end = approvedUntil(p, dayOfMoment(p.from), calendar);
    return end === Infinity ? Infinity : instantAt(end as Day, 0, regime.zone);
  }
  if (approved.unit === "day") return from + approved.amount * 86_400_000;
  const begin = approved.unit === "workday" ? place(from, { regime, calendar }) : undefined;
  const last = begin && calendar.add(begin.on, Math.floor(approved.amount));
  const end = last === undefined || !begin ? undefined : atShare(last, begin.share, regime);
  return end ?? Infinity;
}
