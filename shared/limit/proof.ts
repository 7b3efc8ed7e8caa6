import type { Amount } from "../case/amount.ts";
import type { Ground } from "../case/observation.ts";
import type { Timeline } from "../case/timeline.ts";
import { type Day, addDays, isoDay } from "../time/day.ts";
import { instantAt } from "../time/instant.ts";
import { type Moment, dayOfMoment, earliest, precision } from "../time/moment.ts";
import { intersect, length } from "../time/segment.ts";
import { run, stretchOf } from "./clock.ts";
import type { Due } from "./due.ts";
import { openings, without } from "./office.ts";
import { pausedDays } from "./pauses.ts";
import { type Clause, type ClauseTopic, label } from "./regime.ts";
import { stretches } from "./stretches.ts";
import type { World } from "./verdict.ts";
import { isShort } from "./warning.ts";

/** One day between start and due, and why it counts or does not. */
export interface ProofDay {
  /** `YYYY-MM-DD` */
  day: string;
  kind: "start" | "workday" | "weekend" | "holiday" | "make-up" | "paused" | "uncovered";
  /** which counted day it is, from 1; absent when it does not count */
  number?: number;
  /** for limits in hours: how much of the limit it uses */
  minutes?: number;
  /** the holiday, or what a worked rest day makes up for, by which notice */
  name?: string;
  notice?: { title: string; number?: string; address: string };
  ground?: Ground;
  /** the rest day to which the last counted day came, or the working day that it moved to (民法典 203) */
  rolled?: true;
}

/** One limit from its start to its due time. A prolongation in another unit is a leg of its own. */
export interface Leg {
  start: Moment;
  limit: Amount;
  due: Due;
  days: ProofDay[];
}

export interface Proof {
  legs: Leg[];
  clauses: Clause[];
  /** the limit is that of the item's guide, read on this day */
  guideReadAt?: Moment;
  /** name and version of the rule set, and of the calendar */
  regime: string;
  calendar: string;
}

/** Where a due date is not reached, the strip ends after so many days. */
const LONGEST = 400;

/** The due date of a case opened day by day; no legs when the page does not give a start and a limit. */
export function proof(t: Timeline, world: World): Proof {
  const limit = t.limits.promised ?? t.limits.unnamed ?? t.limits.statutory;
  const more = t.limits.prolonged;
  const legs: Leg[] = [];
  if (limit && t.acceptedAt !== undefined) {
    const joined = more && more.unit === limit.unit;
    const whole = joined ? { amount: limit.amount + more.amount, unit: limit.unit } : limit;
    const first = leg(t.acceptedAt, whole, t, world);
    legs.push(first);
    if (more && !joined && first.due.kind === "at")
      legs.push(leg(first.due.moment, more, t, world));
  }
  return {
    legs,
    clauses: clausesOf(legs, t, world),
    ...(t.guideReadAt !== undefined && { guideReadAt: t.guideReadAt }),
    regime: label(world.regime),
    calendar: label(world.calendar),
  };
}

function leg(start: Moment, limit: Amount, t: Timeline, world: World): Leg {
  const due = run(start, limit, t.pauses, world);
  return { start, limit, due, days: strip(start, limit, due, t, world) };
}

function strip(start: Moment, limit: Amount, due: Due, t: Timeline, world: World): ProofDay[] {
  const { regime, calendar } = world;
  const first = dayOfMoment(start);
  const lastDay = due.kind === "at" ? due.day : due.kind === "between" ? due.earliest.day : first;
  const { stops } = regime.pauses;
  const holes = pausedDays(t.pauses, stops, regime, calendar, stretchOf(start, limit, world));
  const short = isShort(limit);
  const natural = limit.unit === "day" || limit.unit === "month" || limit.unit === "year";
  const goal = limit.unit === "day" ? Math.ceil(limit.amount) : Infinity;
  const all: ProofDay[] = [];
  let number = 0;
  for (let d = first; d <= lastDay && all.length < LONGEST; d = addDays(d, 1)) {
    const paused = holes.some((hole) => d >= hole.from && d < hole.to);
    const worked = calendar.isWorkday(d);
    const counts =
      !short && !paused && (d > first || regime.startDayCounts) && (natural || worked === true);
    if (counts && number < goal) number++;
    else if (counts) {
      all.push({ ...dayLine(d, t, world), rolled: true });
      continue;
    }
    const line: ProofDay =
      d === first && !regime.startDayCounts && !short
        ? { ...dayLine(d, t, world), kind: "start" }
        : dayLine(d, t, world);
    all.push({
      ...line,
      ...(counts && { number }),
      ...(short && { minutes: minutesOn(d, start, limit, due, t, world) }),
    });
  }
  return all;
}

function dayLine(d: Day, t: Timeline, { regime, calendar }: World): ProofDay {
  const day = isoDay(d);
  const pause = t.pauses.find(
    (p) =>
      regime.pauses.stops.includes(p.ground) &&
      pausedDays([p], regime.pauses.stops, regime, calendar).some((s) => d >= s.from && d < s.to),
  );
  if (pause) return { day, kind: "paused", ground: pause.ground };
  const kind = calendar.kind(d);
  if (!("notice" in kind)) return { day, kind: kind.kind };
  const { title, number, address } = kind.notice;
  return {
    day,
    kind: kind.kind,
    name: kind.name,
    notice: { title, ...(number !== undefined && { number }), address },
  };
}

/** How many minutes of a limit in hours fall on a day. */
function minutesOn(
  d: Day,
  start: Moment,
  limit: Amount,
  due: Due,
  t: Timeline,
  { regime, calendar }: World,
): number {
  if (due.kind !== "at" || precision(start) === "day") return 0;
  const end = earliest(due.moment, regime.zone);
  const from = earliest(start, regime.zone);
  const whole = {
    from: instantAt(d, 0, regime.zone),
    to: instantAt(addDays(d, 1), 0, regime.zone),
  };
  const working = limit.unit === "work-hour" || limit.unit === "work-minute";
  const open = working ? (openings(d, regime, calendar) ?? []) : [whole];
  const rules = { regime, calendar };
  const paused = stretches(t.pauses, regime.pauses.stops, rules, { start: from, working });
  const ms = open
    .flatMap((session) => intersect(session, { from, to: end }) ?? [])
    .flatMap((session) => without(session, paused))
    .reduce((sum, running) => sum + length(running), 0);
  return ms / 60_000;
}

function clausesOf(legs: readonly Leg[], t: Timeline, { regime }: World): Clause[] {
  if (legs.length === 0) return [];
  const units = legs.map((each) => each.limit.unit);
  const days = legs.flatMap((each) => each.days);
  const topics: ClauseTopic[] = ["start", "end"];
  if (units.includes("workday")) topics.push("unit");
  if (units.includes("month") || units.includes("year")) topics.push("month");
  if (units.includes("immediate")) topics.push("immediate");
  if (days.some((each) => each.rolled)) topics.push("roll");
  if (days.some((each) => each.kind === "paused")) topics.push("pause");
  if (t.limits.prolonged) topics.push("prolong");
  return regime.clauses.filter((clause) => topics.includes(clause.for));
}

/**
 * The due date told by the strip alone, without the clock: the day that bears the limit's number, or the day to which it moved.
 * `undefined` for limits whose strip bears no numbers (hours, moments, months) or ends before them.
 */
export function readBack({ limit, days }: Leg): string | undefined {
  if (limit.unit !== "workday" && limit.unit !== "day") return undefined;
  const goal = Math.ceil(limit.amount);
  const counted = days.findIndex((each) => each.number === goal);
  if (counted < 0) return undefined;
  return days.slice(counted).findLast((each) => each.rolled)?.day ?? days[counted]?.day;
}
