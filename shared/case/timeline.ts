import type { Amount } from "./amount.ts";
import type { Pause, StepSeen } from "./observation.ts";
import type { Status } from "./status.ts";
import type { Moment } from "../time/moment.ts";
import type { Instant } from "../time/instant.ts";

/** The fold of a case's observations: the same whatever order they came in. */
export interface Timeline {
  item?: string;
  itemCode?: string;
  department?: string;
  caseKind?: string;
  status?: Status;
  step?: string;
  submittedAt?: Moment;
  receivedAt?: Moment;
  acceptedAt?: Moment;
  closedAt?: Moment;
  deliveredAt?: Moment;
  /** the portal's own statements, never mixed with what we compute */
  declared: {
    due?: Moment;
    statutoryDue?: Moment;
    remaining?: Amount;
    overdue?: boolean;
    stepDue?: Moment;
  };
  limits: {
    statutory?: Amount;
    promised?: Amount;
    unnamed?: Amount;
    step?: Amount;
    prolonged?: Amount;
  };
  pauses: Pause[];
  steps: StepSeen[];
  stepEnteredAt?: Moment;
  /** every fact of which the portal has said two different things, with both and when each was seen */
  contradictions: Contradiction[];
  /** facts that were on a page and could not be read, by field */
  unreadable: { field: string; why: string }[];
  firstSeenAt: Instant;
  lastSeenAt: Instant;
}

export interface Contradiction {
  field: string;
  said: { value: string; firstAt: Instant; lastAt: Instant }[];
}
