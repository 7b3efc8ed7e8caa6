import type { Instant } from "#shared/time/instant.ts";
import { earliest, momentOf } from "#shared/time/moment.ts";
import { isDropped } from "#shared/case/status.ts";
import type { Life } from "#shared/statistics/life.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import type { Calendar } from "#shared/calendar/calendar.ts";
import { isOpen } from "../reports/population.ts";
import { naturalDays, netWorkingDays } from "../reports/working-time.ts";

/** How long a case took from acceptance to its closing, or has taken as far as it was seen. */
export interface CaseLife {
  /** natural days, nothing deducted */
  natural: Life;
  /** working days less evidenced pauses; undefined beyond the published calendar */
  working: Life | undefined;
}

/** Its portal also lists closed cases: the quick ones are in the list too, and nothing was hidden by lateness. */
export const seenClosedFirst = ({ closedAt, firstSeenAt }: Timeline): boolean =>
  closedAt !== undefined && earliest(closedAt) < firstSeenAt;

/**
 * An open case is censored where it was last seen to be open; a withdrawn one, where it was withdrawn. `truncated`: a case that was first
 * seen when it already ran enters at first sight.
 */
export function lifeOf(
  timeline: Timeline,
  calendar: Calendar,
  asOf: number,
  truncated: boolean,
): CaseLife | undefined {
  const { acceptedAt, closedAt, firstSeenAt, status, pauses } = timeline;
  if (acceptedAt === undefined) return undefined;
  const open = isOpen(timeline);
  if (!open && closedAt === undefined) return undefined;
  const seenTo = momentOf(Math.min(timeline.lastSeenAt, asOf) as Instant, undefined, "second");
  const to = open || closedAt === undefined ? seenTo : closedAt;
  const event = !open && !(status !== undefined && isDropped(status.kind));
  const since = momentOf(firstSeenAt as Instant, undefined, "second");
  const late = truncated && since > acceptedAt;
  const life = (measure: (from: string, to: string) => number | undefined): Life | undefined => {
    const time = measure(acceptedAt, to);
    const entry = late ? measure(acceptedAt, since) : 0;
    if (time === undefined || entry === undefined) return undefined;
    return { time, event, ...(entry > 0 && { entry }) };
  };
  const natural = life(naturalDays);
  if (!natural) return undefined;
  return {
    natural,
    working: life((from, until) => netWorkingDays(from, until, pauses, calendar)),
  };
}
