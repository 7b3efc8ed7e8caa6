import type { Ground, Pause } from "../case/observation.ts";
import { type Instant, dayOf } from "../time/instant.ts";
import { type Moment, dayOfMoment, earliest, latest, precision } from "../time/moment.ts";
import type { Segment } from "../time/segment.ts";
import type { Rules } from "./clock.ts";
import { type Due, instantPoint } from "./due.ts";
import { addWorkingTime, sessions } from "./office.ts";
import { pausedTime } from "./pauses.ts";

const MS = { hour: 3_600_000, minute: 60_000, "work-hour": 3_600_000, "work-minute": 60_000 };

/**
 * Limits in hours and minutes run from the moment stated (民法典 201 ¶2). When the page shows only the day of the start, the due
 * time lies between what the first and the last minute of that day give: the hour decides.
 */
export function runHours(
  start: Moment,
  limit: { amount: number; unit: keyof typeof MS },
  pauses: readonly Pause[],
  grounds: readonly Ground[],
  rules: Rules,
): Due {
  const { regime, calendar } = rules;
  const working = limit.unit === "work-hour" || limit.unit === "work-minute";
  if (working && sessions(dayOfMoment(start), regime).length === 0)
    return { kind: "none", why: "unit-unsupported" };
  const ms = limit.amount * MS[limit.unit];
  const paused = pausedTime(pauses, grounds, regime);
  const grain = precision(start) === "second" ? 1000 : 60_000;
  const end = (from: Instant): Due => {
    const at = working
      ? addWorkingTime(from, ms, paused, regime, calendar)
      : addPlain(from, ms, paused);
    if (at === "stands") return { kind: "stands" };
    if (at === undefined) return { kind: "none", why: "calendar-unpublished" };
    return { kind: "at", ...instantPoint(at, dayOf(at, regime.zone), grain, regime) };
  };
  if (precision(start) !== "day") return end(earliest(start, regime.zone));
  const low = end(earliest(start, regime.zone));
  const high = end(latest(start, regime.zone));
  if (low.kind !== "at") return low;
  if (high.kind === "none") return high;
  return {
    kind: "between",
    why: "hour-decides",
    earliest: low,
    ...(high.kind === "at" && { latest: high }),
  };
}

/** Plain time, paused stretches left out. */
function addPlain(
  start: Instant,
  ms: number,
  paused: readonly Segment<Instant>[],
): Instant | "stands" {
  let at = (start + ms) as Instant;
  let from = start;
  for (const hole of paused) {
    if (hole.to <= from) continue;
    if (hole.from >= at) break;
    if (hole.to === Infinity) return "stands";
    at = (at + hole.to - Math.max(hole.from, from)) as Instant;
    from = hole.to;
  }
  return at;
}
