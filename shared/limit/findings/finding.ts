import type { Timeline } from "../../case/timeline.ts";
import type { World } from "../verdict.ts";

export const FINDING_IDS = [
  "closed-before-accepted",
  "step-outside-case",
  "pause-without-ground",
  "pause-after-acceptance-for-supplement",
  "pause-near-due",
  "re-hung",
  "impossible-speed",
  "outside-office-hours",
  "step-over-limit",
  "promise-over-statute",
  "overrun-without-reason",
  "special-procedure-over-length",
  "late-notice",
  "late-delivery",
] as const;
export type FindingId = (typeof FINDING_IDS)[number];

/** What supports a finding: the portal's own statements, by field. Never a person. */
export type Evidence = Readonly<Record<string, string>>;

/**
 * Something besides lateness that a supervisor should look at. It is a question to the unit and no accusation: each states the clause
 * that raises it and the statements that it stands on.
 */
export interface Finding {
  id: FindingId;
  clause: { law: string; article: string } | null;
  /** one piece of evidence for each occurrence; none: nothing found */
  find(t: Timeline, world: World): Evidence[];
}
