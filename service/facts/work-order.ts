import type { Calendar } from "#shared/calendar/calendar.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import type { Moment } from "#shared/time/moment.ts";
import { workingDays } from "../reports/working-time.ts";

/** A work order of a hotline (12345) and how it went. */
export interface WorkOrder {
  /** working days from its receipt to its being handed on; null where a page shows only one of the two or none */
  transfer: number | null;
  /** what the caller said; null where no page shows it */
  satisfied: boolean | null;
}

const ORDER = /12345|热线|工单|诉求|信访|来电/;
const HANDED_ON = /转办|交办|派单|派发|分派|派遣|转派/;

/** null: the page shows an application and no work order. */
export function workOrderOf(t: Timeline, calendar: Calendar): WorkOrder | null {
  const named = [t.caseKind, t.item].some((text) => text !== undefined && ORDER.test(text));
  if (!named && !t.steps.some(({ name }) => HANDED_ON.test(name))) return null;
  const from = t.receivedAt ?? t.submittedAt;
  const to = handedOnAt(t);
  const days =
    from === undefined || to === undefined || to < from
      ? undefined
      : workingDays(from.slice(0, 10), to.slice(0, 10), calendar);
  return { transfer: days ?? null, satisfied: t.satisfied ?? null };
}

/** The end of the first step that hands it on, else its beginning. */
function handedOnAt({ steps }: Timeline): Moment | undefined {
  const step = steps.find(({ name }) => HANDED_ON.test(name));
  return step?.leftAt ?? step?.enteredAt;
}
