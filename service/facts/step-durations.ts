import type { Calendar } from "#shared/calendar/calendar.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import type { Instant } from "#shared/time/instant.ts";
import { dayOfMoment, momentOf } from "#shared/time/moment.ts";
import { isOpen } from "../reports/population.ts";
import { naturalDays, netWorkingDays } from "../reports/working-time.ts";
import type { StayView } from "./case-view.ts";
import { boundsOf, staysOf } from "./stay-bounds.ts";

/**
 * Every stay of the case in a step, as known at `asOf`. A stay that has no end yet lasts until the case was closed, or as long as it was
 * seen: nobody knows how it went on after the last look, as with the whole case.
 */
export function stepDurations(timeline: Timeline, calendar: Calendar, asOf: number): StayView[] {
  const seenTo = momentOf(Math.min(timeline.lastSeenAt, asOf) as Instant, undefined, "minute");
  const end = isOpen(timeline) ? seenTo : (timeline.closedAt ?? seenTo);
  const all = staysOf(timeline);
  return all.map((each, n) => {
    const { name, department = "", enteredAt, leftAt, looked } = each;
    const before = all[n - 1]?.leftAt;
    const stay = {
      step: name,
      department,
      looked,
      bounds: boundsOf(each, timeline, end, calendar),
      left: leftAt !== undefined,
      enteredDay: enteredAt === undefined ? undefined : dayOfMoment(enteredAt),
      leftDay: leftAt === undefined ? undefined : dayOfMoment(leftAt),
      gap:
        before === undefined || enteredAt === undefined || before > enteredAt
          ? undefined
          : naturalDays(before, enteredAt),
    };
    const none = { net: undefined, gross: undefined };
    if (enteredAt === undefined || looked) return { ...stay, ...none, missing: "no-entry" };
    const to = leftAt ?? end;
    const net = netWorkingDays(enteredAt, to, timeline.pauses, calendar);
    if (net === undefined) return { ...stay, ...none, missing: "uncovered" };
    return { ...stay, net, gross: naturalDays(enteredAt, to), missing: undefined };
  });
}
