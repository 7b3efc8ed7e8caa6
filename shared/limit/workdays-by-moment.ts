import type { Ground, Pause } from "../case/observation.ts";
import type { Day } from "../time/day.ts";
import { type Instant, dayOf } from "../time/instant.ts";
import { type Moment, dayOfMoment, earliest, latest, precision } from "../time/moment.ts";
import type { Segment } from "../time/segment.ts";
import type { Rules } from "./clock.ts";
import { possibleWorkingDays } from "./count.ts";
import { type Due, instantPoint } from "./due.ts";
import { atShare, sessions } from "./office.ts";
import { place } from "./place.ts";
import { stretches } from "./stretches.ts";

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
  const holes =
    pauses.length > 0 ? stretches(pauses, grounds, rules, { start: from, working: true }) : [];
  let target = begin.day + amount + begin.share;
  let beyond: Segment<Instant> | undefined;
  for (const hole of holes) {
    const early = dayOf(hole.from, regime.zone) < calendar.covered.from;
    const a = early ? { day: -Infinity, share: 0 } : place(hole.from, rules);
    if (!a) {
      beyond = hole;
      break;
    }
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
  // a pause where no day is certain yet leaves the earliest date true and bounds no latest one
  const bounded = last && !(beyond && beyond.from < last.ends);
  return {
    kind: "between",
    why: "calendar-unpublished",
    earliest: first,
    ...(bounded && { latest: last }),
  };
}
