import type { Timeline } from "../../case/timeline.ts";
import type { World } from "../verdict.ts";
import { closedBeforeAccepted } from "./closed-before-accepted.ts";
import { impossibleSpeed } from "./impossible-speed.ts";
import { lateDelivery } from "./late-delivery.ts";
import { lateNotice } from "./late-notice.ts";
import { outsideOfficeHours } from "./outside-office-hours.ts";
import { overrunWithoutReason } from "./overrun-without-reason.ts";
import { pauseAfterAcceptanceForSupplement } from "./pause-after-acceptance-for-supplement.ts";
import { pauseNearDue } from "./pause-near-due.ts";
import { pauseWithoutGround } from "./pause-without-ground.ts";
import { promiseOverStatute } from "./promise-over-statute.ts";
import { reHung } from "./re-hung.ts";
import { specialProcedureOverLength } from "./special-procedure-over-length.ts";
import { stepOutsideCase } from "./step-outside-case.ts";
import { stepOverLimit } from "./step-over-limit.ts";
import type { Evidence, Finding } from "./finding.ts";

/** One finding = one file and a line here. */
export const FINDINGS: readonly Finding[] = [
  closedBeforeAccepted,
  stepOutsideCase,
  pauseWithoutGround,
  pauseAfterAcceptanceForSupplement,
  pauseNearDue,
  reHung,
  impossibleSpeed,
  outsideOfficeHours,
  stepOverLimit,
  promiseOverStatute,
  overrunWithoutReason,
  specialProcedureOverLength,
  lateNotice,
  lateDelivery,
];

export interface Found {
  id: Finding["id"];
  clause: Finding["clause"];
  evidence: Evidence;
}

/** Everything found in one case at one moment, in the order of the list. */
export const findingsOf = (t: Timeline, world: World): Found[] =>
  FINDINGS.flatMap(({ id, clause, find }) =>
    find(t, world).map((evidence) => ({ id, clause, evidence })),
  );
