import type { Route } from "../http/route.ts";
import { deleteSession } from "./delete-session.ts";
import { getCalendar } from "./get-calendar.ts";
import { getCalendarChanges } from "./get-calendar-changes.ts";
import { getCase } from "./get-case.ts";
import { getCases } from "./get-cases.ts";
import { getDevices } from "./get-devices.ts";
import { getHealth } from "./get-health.ts";
import { getMe } from "./get-me.ts";
import { getMetrics } from "./get-metrics.ts";
import { getPortalFiles } from "./get-portal-files.ts";
import { getPortalOffers } from "./get-portal-offers.ts";
import { getPortals } from "./get-portals.ts";
import { getReady } from "./get-ready.ts";
import { getReport } from "./get-report.ts";
import { getReports } from "./get-reports.ts";
import { getRules } from "./get-rules.ts";
import { getUnits } from "./get-units.ts";
import { postEnrol } from "./post-enrol.ts";
import { postEnrolments } from "./post-enrolments.ts";
import { postImportPlan } from "./post-import-plan.ts";
import { postImports } from "./post-imports.ts";
import { postObservations } from "./post-observations.ts";
import { postPortalDecisions } from "./post-portal-decisions.ts";
import { postPortalFiles } from "./post-portal-files.ts";
import { postRulesCheck } from "./post-rules-check.ts";
import { postRulesChoices } from "./post-rules-choices.ts";
import { postRulesFiles } from "./post-rules-files.ts";
import { postSession } from "./post-session.ts";

/** What is switched on. A route that is not in the matrix of the tests fails them. */
export const routes: readonly Route[] = [
  postEnrol,
  postObservations,
  getMe,
  getUnits,
  getReports,
  getReport,
  getCases,
  getCase,
  getCalendar,
  getCalendarChanges,
  getRules,
  postRulesCheck,
  postRulesFiles,
  postRulesChoices,
  getPortals,
  getPortalFiles,
  postPortalFiles,
  getPortalOffers,
  postPortalDecisions,
  postEnrolments,
  getDevices,
  postImportPlan,
  postImports,
  postSession,
  deleteSession,
  getHealth,
  getReady,
  getMetrics,
];
