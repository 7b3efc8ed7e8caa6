import type { Calendar } from "#shared/calendar/calendar.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import type { Regime } from "#shared/limit/regime.ts";
import type { Verdict } from "#shared/limit/verdict.ts";
import type { Bucket } from "#shared/limit/bucket.ts";

/** One case as it was known and judged at one moment: what every report is made of. */
export interface JudgedCase {
  key: string;
  mask: string;
  portal: string;
  timeline: Timeline;
  verdict: Verdict;
  bucket: Bucket;
  /** those that it was judged by: durations in working days count on the calendar too */
  regime: Regime;
  calendar: Calendar;
  /** ids of the units whose devices saw it */
  units: readonly number[];
  observations: number;
}
