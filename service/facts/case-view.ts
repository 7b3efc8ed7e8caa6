import type { Bucket } from "#shared/limit/bucket.ts";
import type { VerdictKind } from "#shared/limit/verdict.ts";
import type { Day } from "#shared/time/day.ts";
import type { State } from "./state.ts";
import type { Bounds } from "./stay-bounds.ts";
import type { Traits } from "./traits.ts";

/**
 * One case as reports read it, at the moment of their question. A reader over columns: it stands on a case only while that case is being
 * visited, so take from it what you need and do not keep it.
 */
export interface CaseView {
  /** position among all cases: the same case has the same one throughout a question */
  readonly id: number;
  readonly key: string;
  readonly portal: string;
  /** these three are "" where no page shows them */
  readonly department: string;
  readonly item: string;
  /** the step in which it stands */
  readonly step: string;
  /** accepted, else received, else submitted, else first seen */
  readonly startedDay: Day;
  /** sorts as the moment itself does */
  readonly startedOrder: number;
  /** `undefined` where nobody tells when */
  readonly closedDay: Day | undefined;
  readonly dueDay: Day | undefined;
  /** received at the hall, else submitted */
  readonly filedDay: Day | undefined;
  readonly acceptedDay: Day | undefined;
  readonly deliveredDay: Day | undefined;
  /** code of the investment project that it belongs to; "" where no page shows one */
  readonly project: string;
  /** ids of the units whose devices saw it */
  readonly units: readonly number[];
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly open: boolean;
  readonly verdict: VerdictKind;
  readonly bucket: Bucket;
  /** whether its limit has passed, where that can be told */
  readonly passed: boolean | undefined;
  /** working days since it started; `undefined` where the calendar does not reach */
  readonly age: number | undefined;
  /** natural days since it started */
  readonly waited: number;
  /** whether it has been in this step, and at this department; what no step names is the case's own, and looks name none */
  entered(step: string | undefined, department?: string): boolean;
  /** what the moment does not change */
  readonly traits: Traits;
  /** what it does */
  readonly state: State;
}

/** One stay in one step. Kept no longer than its visit, like the case. */
export interface StayView {
  readonly step: string;
  readonly department: string;
  /** working days less evidenced pauses; `undefined` without a time of entry or beyond the calendar */
  readonly net: number | undefined;
  /** natural days */
  readonly gross: number | undefined;
  readonly left: boolean;
  readonly enteredDay: Day | undefined;
  readonly leftDay: Day | undefined;
  /** natural days between the leaving of the stay before and this entering; `undefined` where either is not told */
  readonly gap: number | undefined;
  /** no table of the page has it: looks alone tell of it, and their bounds are all that is known of its length */
  readonly looked: boolean;
  readonly bounds: Bounds | undefined;
  /** why there is no duration */
  readonly missing: "no-entry" | "uncovered" | undefined;
}
