import type { Ground, Pause } from "../case/observation.ts";
import { type Day, addDays } from "../time/day.ts";
import { type Instant, dayOf, instantAt } from "../time/instant.ts";
import { type Moment, dayOfMoment, earliest, latest, precision } from "../time/moment.ts";
import { type Segment, intersect, length } from "../time/segment.ts";
import type { Rules } from "./clock.ts";
import { type Due, type Point, instantPoint } from "./due.ts";
import { addWorkingTime, endOfShare, openings, sessions, without } from "./office.ts";
import { stretches } from "./stretches.ts";

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
  const grain = precision(start) === "second" ? 1000 : 60_000;
  const end = (from: Instant): Due => {
    const paused = stretches(pauses, grounds, rules, { start: from, working });
    const at = working
      ? addWorkingTime(from, ms, paused, regime, calendar)
      : addPlain(from, ms, paused);
    if (at === "stands") return { kind: "stands" };
    if (at === undefined) return beyondCoverage(from, ms, paused, grain, rules) ?? UNPUBLISHED;
    return { kind: "at", ...instantPoint(at, dayOf(at, regime.zone), grain, regime) };
  };
  if (precision(start) !== "day") return end(earliest(start, regime.zone));
  const low = end(earliest(start, regime.zone));
  const high = end(latest(start, regime.zone));
  if (low.kind === "none" || low.kind === "stands") return low;
  if (high.kind === "none") return high;
  const last = high.kind === "at" ? high : high.kind === "between" ? high.latest : undefined;
  return {
    kind: "between",
    why: low.kind === "at" && high.kind !== "between" ? "hour-decides" : "calendar-unpublished",
    earliest: low.kind === "at" ? low : low.earliest,
    ...(last && { latest: last }),
  };
}

const UNPUBLISHED: Due = { kind: "none", why: "calendar-unpublished" };

/**
 * Working hours that reach into a year without notice: what is left when the certain days end is laid on the earliest and on the latest
 * days that can be worked. `undefined` where office hours differ from day to day or a pause reaches so far: nothing bounds it then.
 */
function beyondCoverage(
  from: Instant,
  ms: number,
  paused: readonly Segment<Instant>[],
  grain: number,
  { regime, calendar }: Rules,
): Due | undefined {
  const { covered, outlook } = calendar;
  const [hours] = regime.officeHours;
  const alike = regime.officeHours.length === 1 && !hours?.season && !hours?.weekdays;
  const end = instantAt(covered.to, 0, regime.zone);
  if (!outlook || !alike || from >= end || paused.some((p) => p.to > end)) return undefined;
  let left = ms;
  for (let d = dayOf(from, regime.zone); d < covered.to; d = addDays(d, 1))
    for (const session of openings(d, regime, calendar) ?? []) {
      const whole = intersect(session, { from, to: end });
      for (const running of whole ? without(whole, paused) : []) left -= length(running);
    }
  const open = sessions(covered.to, regime);
  const perDay = open.reduce((sum, s) => sum + length(s), 0);
  const days = Math.ceil(left / perDay);
  const share = (left - (days - 1) * perDay) / perDay;
  const at = (d: Day | undefined): Point | undefined => {
    const instant = d === undefined ? undefined : endOfShare(d, share, regime);
    return d === undefined || instant === undefined
      ? undefined
      : instantPoint(instant, d, grain, regime);
  };
  const earliest = at(outlook.earliest(covered.to, days));
  const latest = at(outlook.latest(covered.to, days));
  if (!earliest) return undefined;
  return { kind: "between", why: "calendar-unpublished", earliest, ...(latest && { latest }) };
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
