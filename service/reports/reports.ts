import { atRisk } from "./at-risk.ts";
import { coverage } from "./coverage.ts";
import { deadlineDay } from "./deadline-day.ts";
import { delaysByItem } from "./delays-by-item.ts";
import { delaysByRegion } from "./delays-by-region.ts";
import { delaysByWindow } from "./delays-by-window.ts";
import { instantCandidates } from "./instant-candidates.ts";
import { keyProjects } from "./key-projects.ts";
import { parallel } from "./parallel.ts";
import { scorecard } from "./scorecard.ts";
import { segments } from "./segments.ts";
import { timeByDepartment } from "./time-by-department.ts";
import { workOrders } from "./work-orders.ts";
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

/** What is switched on, in the order and under the heads in which it is offered. */
const GROUPS = {
  standing: [
    bound(overview),
    bound(atRisk),
    bound(trend),
    bound(openCasesByAge),
    bound(longestWaiting),
  ],
  units: [
    bound(delaysByDepartment),
    bound(delaysByItem),
    bound(delaysByWindow),
    bound(delaysByRegion),
    bound(scorecard),
  ],
  time: [
    bound(timePerStep),
    bound(timeByDepartment),
    bound(durations),
    bound(segments),
    bound(parallel),
    bound(deadlineDay),
  ],
  limits: [
    bound(dueDates),
    bound(promisedAgainstStatutory),
    bound(instantCandidates),
    bound(pauses),
    bound(findings),
    bound(portalAgainstComputed),
    bound(rework),
  ],
  topics: [bound(keyProjects), bound(workOrders)],
  data: [bound(coverage), bound(unreadablePages)],
} satisfies Record<string, BoundReport[]>;
type GroupId = keyof typeof GROUPS;

export const reports: readonly BoundReport[] = Object.values(GROUPS).flat();

/** The head under which it is offered. */
export function groupOf(report: BoundReport): GroupId {
  const ids = Object.keys(GROUPS) as GroupId[];
  return ids.find((id) => GROUPS[id].includes(report)) ?? "standing";
}

export const reportOf = (id: string): BoundReport | undefined =>
  reports.find((each) => each.id === id);
