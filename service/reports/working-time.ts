import type { Calendar } from "#shared/calendar/calendar.ts";
import { CHINA } from "#shared/calendar/china.ts";
import type { Pause } from "#shared/case/observation.ts";
import { type Day, addDays } from "#shared/time/day.ts";
import { type Instant, dayOf, instantAt } from "#shared/time/instant.ts";
import { type Moment, dayOfMoment, earliest, latest, precision } from "#shared/time/moment.ts";
import { type Segment, intersect, union } from "#shared/time/segment.ts";

const MS_PER_DAY = 86_400_000;

/**
 * Working days from `from` to `to`: between two dates the working days after the first up to the last (the start day is not
 * counted); between two times the share of each working day that lies between them, a rest day counting nothing.
 * `undefined` where no notice covers a day of it.
 */
export const workingDays = (
  from: Moment,
  to: Moment,
  calendar: Calendar = CHINA,
): number | undefined => inDays(workingMs(from, to, calendar));

/** Working days from `from` to `to`, those of evidenced pauses left out; whole milliseconds until the last, so that equal ones are equal. */
export function netWorkingDays(
  from: Moment,
  to: Moment,
  pauses: readonly Pause[],
  calendar: Calendar = CHINA,
): number | undefined {
  const work = workingMs(from, to, calendar);
  const paused = work === undefined ? undefined : pausedMs(pauses, from, to, calendar);
  return work === undefined || paused === undefined
    ? undefined
    : Math.max(0, work - paused) / MS_PER_DAY;
}

const inDays = (ms: number | undefined): number | undefined =>
  ms === undefined ? undefined : ms / MS_PER_DAY;

function workingMs(from: Moment, to: Moment, calendar: Calendar): number | undefined {
  if (precision(from) === "day" || precision(to) === "day") {
    const [first, last] = [dayOfMoment(from), dayOfMoment(to)];
    if (last <= first) return 0;
    const days = calendar.count({ from: addDays(first, 1), to: addDays(last, 1) });
    return days === undefined ? undefined : days * MS_PER_DAY;
  }
  return workingTime({ from: earliest(from), to: earliest(to) }, calendar);
}

/** Working time of a stretch of instants, in ms. */
export function workingTime(stretch: Segment<Instant>, calendar: Calendar): number | undefined {
  if (stretch.to <= stretch.from) return 0;
  const [first, last] = [dayOf(stretch.from), dayOf(stretch.to)];
  const whole = first + 1 < last ? calendar.count({ from: addDays(first, 1), to: last }) : 0;
  const head = partOf(first, stretch, calendar);
  const tail = first === last ? 0 : partOf(last, stretch, calendar);
  return whole === undefined || head === undefined || tail === undefined
    ? undefined
    : whole * MS_PER_DAY + head + tail;
}

function partOf(d: Day, stretch: Segment<Instant>, calendar: Calendar): number | undefined {
  const works = calendar.isWorkday(d);
  if (works === undefined) return undefined;
  const here = { from: instantAt(d, 0), to: instantAt(addDays(d, 1), 0) };
  const part = intersect(stretch, here);
  return works && part ? part.to - part.from : 0;
}

/** Natural days, a date counting as whole. */
export const naturalDays = (from: Moment, to: Moment): number =>
  precision(from) === "day" || precision(to) === "day"
    ? Math.max(0, dayOfMoment(to) - dayOfMoment(from))
    : Math.max(0, earliest(to) - earliest(from)) / MS_PER_DAY;

/** Working days of the evidenced pauses that fall between `from` and `to`, overlaps counted once. */
export const pausedDays = (
  pauses: readonly Pause[],
  from: Moment,
  to: Moment,
  calendar: Calendar = CHINA,
): number | undefined => inDays(pausedMs(pauses, from, to, calendar));

function pausedMs(
  pauses: readonly Pause[],
  from: Moment,
  to: Moment,
  calendar: Calendar,
): number | undefined {
  if (pauses.length === 0) return 0;
  const between = { from: earliest(from), to: latest(to) };
  const stretches = union(
    pauses.flatMap((pause) => {
      const stretch = {
        from: earliest(pause.from),
        to: pause.to === undefined ? between.to : earliest(pause.to),
      };
      return intersect(stretch, between) ?? [];
    }),
  );
  let sum = 0;
  for (const stretch of stretches) {
    const time = workingTime(stretch, calendar);
    if (time === undefined) return undefined;
    sum += time;
  }
  return sum;
}
