import type { Feature } from "./feature.ts";
import { driftNotice } from "./drift-notice.ts";
import { overdueBadge } from "./overdue-badge.ts";
import { pageSummary } from "./page-summary.ts";
import { stepTimes } from "./step-times.ts";

/** What is switched on in a portal page, in order. */
export const FEATURES: readonly Feature[] = [overdueBadge, stepTimes, pageSummary, driftNotice];
