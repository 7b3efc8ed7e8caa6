import { addDays } from "../time/day.ts";
import { type Instant, instantAt, timeOfDay } from "../time/instant.ts";
import { momentOf, precision } from "../time/moment.ts";
import type { Rules } from "./clock.ts";
import { type Point, dayPoint } from "./due.ts";
import type { ClockName, Level, Named } from "./regime.ts";

export interface Reached {
  name: Named;
  /** the degree begins after this */
  point: Point;
}

/** When each degree of a clock begins, in the regime's own words; degrees whose due time or day is not known are left out. */
export function levels(
  clock: ClockName,
  dues: { promise?: Point; statute?: Point; own?: Point },
  rules: Rules,
): Reached[] {
  return (rules.regime.levels[clock] ?? []).flatMap((level: Level) => {
    const due = dues[level.of];
    const point = due && moved(due, level.workdays, rules);
    return point ? [{ name: level.name, point }] : [];
  });
}

/** The gravest degree that has begun at `at`. */
export const levelAt = (all: readonly Reached[], at: Instant): Reached | undefined =>
  all.findLast((each) => at >= each.point.ends);

/** A due point so many working days later or earlier, at the same time of day. */
function moved(due: Point, workdays: number, { regime, calendar }: Rules): Point | undefined {
  const d = workdays === 0 ? due.day : calendar.add(due.day, workdays);
  if (d === undefined || d === due.day) return d === undefined ? undefined : due;
  const grain = precision(due.moment);
  if (grain === "day") return dayPoint(d, regime);
  const shift = (at: Instant): Instant =>
    instantAt(addDays(d, 0), timeOfDay(at, regime.zone), regime.zone);
  const width = due.ends - shift(due.ends);
  const ends = (due.ends - width) as Instant;
  const back = grain === "minute" ? 60_000 : 1000;
  const shown = (regime.boundary === "reached" ? ends : ends - back) as Instant;
  return { day: d, ends, moment: momentOf(shown, regime.zone, grain) };
}
