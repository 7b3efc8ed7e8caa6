import type { Calendar } from "../calendar/calendar.ts";
import type { Timeline } from "../case/timeline.ts";
import type { Instant } from "../time/instant.ts";
import type { Regime } from "./regime.ts";
import { type Verdict, judge } from "./verdict.ts";

export interface Recount {
  before: Verdict;
  after: Verdict;
}

/**
 * Judges a case under two calendars (or two versions of one): what a new notice changes.
 * @returns both verdicts when the due time, its bounds or the kind differ, and `undefined` when nothing moved
 */
export function recount(
  t: Timeline,
  world: { regime: Regime; before: Calendar; after: Calendar; at: Instant },
): Recount | undefined {
  const { regime, at } = world;
  return moved(
    judge(t, { regime, calendar: world.before, at }),
    judge(t, { regime, calendar: world.after, at }),
  );
}

/** Both verdicts where they differ in due time, bounds or kind, whatever rules each was made by. */
export function moved(before: Verdict, after: Verdict): Recount | undefined {
  const same =
    before.due === after.due &&
    before.kind === after.kind &&
    before.range?.earliest === after.range?.earliest &&
    before.range?.latest === after.range?.latest;
  return same ? undefined : { before, after };
}
