import type { Calendar } from "#shared/calendar/calendar.ts";
import type { Pause } from "#shared/case/observation.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import { type Day, addDays } from "#shared/time/day.ts";
import { dayOfMoment } from "#shared/time/moment.ts";

export type NoAllowance = "before-acceptance" | "no-limit" | "other-unit" | "uncovered";

/**
 * The share of a case's limit that had run when a pause began: whole days after acceptance and before the pause, in the limit's own
 * unit, earlier pauses left out. Above 1 the limit was already used up. Or why it cannot be told.
 */
export function allowanceUsed(t: Timeline, pause: Pause, calendar: Calendar): number | NoAllowance {
  const { acceptedAt, limits } = t;
  const until = dayOfMoment(pause.from);
  if (acceptedAt === undefined || until < dayOfMoment(acceptedAt)) return "before-acceptance";
  const limit = limits.promised ?? limits.unnamed ?? limits.statutory;
  if (!limit) return "no-limit";
  if (!(limit.amount > 0) || (limit.unit !== "workday" && limit.unit !== "day"))
    return "other-unit";
  const stood = (d: Day): boolean =>
    t.pauses.some(
      (each) =>
        each.from < pause.from &&
        dayOfMoment(each.from) <= d &&
        (each.to === undefined || d < dayOfMoment(each.to)),
    );
  let ran = 0;
  for (let d = addDays(dayOfMoment(acceptedAt), 1); d < until; d = addDays(d, 1)) {
    const counts = limit.unit === "day" ? true : calendar.isWorkday(d);
    if (counts === undefined) return "uncovered";
    if (counts && !stood(d)) ran += 1;
  }
  return ran / limit.amount;
}
