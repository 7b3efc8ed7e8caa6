import type { StepSeen } from "#shared/case/observation.ts";
import type { Instant } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";
import type { Calendar } from "#shared/calendar/calendar.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import { isOpen } from "../reports/population.ts";
import { naturalDays, netWorkingDays } from "../reports/working-time.ts";
import type { StayView } from "./case-view.ts";

/** Every stay of the case in a step, up to `asOf`; a stay that has no end yet lasts until then, or until the case was closed. */
export function stepDurations(timeline: Timeline, calendar: Calendar, asOf: number): StayView[] {
  const now = momentOf(asOf as Instant, undefined, "minute");
  const end = isOpen(timeline) ? now : (timeline.closedAt ?? now);
  return stays(timeline).map(({ name, department = "", enteredAt, leftAt }) => {
    const stay = { step: name, department, left: leftAt !== undefined };
    const none = { net: undefined, gross: undefined };
    if (enteredAt === undefined) return { ...stay, ...none, missing: "no-entry" };
    const to = leftAt ?? end;
    const net = netWorkingDays(enteredAt, to, timeline.pauses, calendar);
    if (net === undefined) return { ...stay, ...none, missing: "uncovered" };
    return { ...stay, net, gross: naturalDays(enteredAt, to), missing: undefined };
  });
}

/** The steps of the page's own table, and the one in which the case stands where only that is shown. */
function stays({ steps, step, stepEnteredAt }: Timeline): StepSeen[] {
  if (step === undefined || steps.some(({ name }) => name === step)) return steps;
  return [
    ...steps,
    { name: step, ...(stepEnteredAt !== undefined && { enteredAt: stepEnteredAt }) },
  ];
}
