import { delaysByDepartment } from "./delays-by-department.ts";
import { dueDates } from "./due-dates.ts";
import { durations } from "./durations.ts";
import { findings } from "./findings.ts";
import { longestWaiting } from "./longest-waiting.ts";
import { openCasesByAge } from "./open-cases-by-age.ts";
import { overview } from "./overview.ts";
import { pauses } from "./pauses.ts";
import { portalAgainstComputed } from "./portal-against-computed.ts";
import { promisedAgainstStatutory } from "./promised-against-statutory.ts";
import { type BoundReport, bound } from "./report.ts";
import { rework } from "./rework.ts";
import { timePerStep } from "./time-per-step.ts";
import { trend } from "./trend.ts";
import { unreadablePages } from "./unreadable-pages.ts";

/** What is switched on, in the order in which it is offered. */
export const reports: readonly BoundReport[] = [
  bound(overview),
  bound(delaysByDepartment),
  bound(timePerStep),
  bound(openCasesByAge),
  bound(durations),
  bound(trend),
  bound(longestWaiting),
  bound(dueDates),
  bound(portalAgainstComputed),
  bound(promisedAgainstStatutory),
  bound(pauses),
  bound(findings),
  bound(rework),
  bound(unreadablePages),
];

export const reportOf = (id: string): BoundReport | undefined =>
  reports.find((each) => each.id === id);
