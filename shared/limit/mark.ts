import type { Timeline } from "../case/timeline.ts";
import { type Instant, type Zone, dayOf } from "../time/instant.ts";

/** What the portal itself says, without a date: its flag, its lamp, its remaining time, a status that reads 超期. */
export interface Mark {
  says: "late" | "not-late";
  by: "flag" | "remaining";
}

/**
 * `undefined` when it says nothing, or two things that exclude each other. "Not late" is true of the day on which it was seen and
 * of no later one; "late" stays true while the case is open.
 */
export function markOf(t: Timeline, at: Instant, zone: Zone): Mark | undefined {
  const flag = t.status?.kind === "overdue" ? true : t.declared.overdue;
  const left = t.declared.remaining?.amount;
  const byLeft = left === undefined ? undefined : left < 0;
  if (flag !== undefined && byLeft !== undefined && flag !== byLeft) return undefined;
  const late = flag ?? byLeft;
  if (late === undefined) return undefined;
  if (!late && dayOf(t.lastSeenAt, zone) !== dayOf(at, zone)) return undefined;
  return { says: late ? "late" : "not-late", by: flag === undefined ? "remaining" : "flag" };
}
