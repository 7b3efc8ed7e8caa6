import type { Route } from "../http/route.ts";
import { deleteAccountSession } from "./delete-account-session.ts";
import { deleteAccountSessions } from "./delete-account-sessions.ts";
import { deleteSession } from "./delete-session.ts";
import { deleteDevice } from "./delete-device.ts";
import { deleteToken } from "./delete-token.ts";
import { deleteUserSessions } from "./delete-user-sessions.ts";
import { getAccount } from "./get-account.ts";
import { getAudit } from "./get-audit.ts";
import { getCalendarChanges } from "./get-calendar-changes.ts";
import { getCalendar } from "./get-calendar.ts";
import { getCaseKeys } from "./get-case-keys.ts";
import { getCaseNumber } from "./get-case-number.ts";
import { getCase } from "./get-case.ts";
import { getCases } from "./get-cases.ts";
import { getDevices } from "./get-devices.ts";
import { getEventLogs } from "./get-event-logs.ts";
import { getHealth } from "./get-health.ts";
import { getJob } from "./get-job.ts";
import { getMe } from "./get-me.ts";
import { getMetrics } from "./get-metrics.ts";
import { getOwnObservations } from "./get-own-observations.ts";
import { getPortalFiles } from "./get-portal-files.ts";
import { getPortalOffers } from "./get-portal-offers.ts";
import { getPortals } from "./get-portals.ts";
import { getReady } from "./get-ready.ts";
import { getReport } from "./get-report.ts";
import { getReports } from "./get-reports.ts";
import { getRules } from "./get-rules.ts";
import { getSignIn } from "./get-sign-in.ts";
import { getSsoCallback } from "./get-sso-callback.ts";
import { getSsoStart } from "./get-sso-start.ts";
import { getTokens } from "./get-tokens.ts";
import { getUnitHistory } from "./get-unit-history.ts";
import { getUnits } from "./get-units.ts";
import { getUsers } from "./get-users.ts";
import { postCaseEscalation } from "./post-case-escalation.ts";
import { postCaseLookup } from "./post-case-lookup.ts";
import { postCaseNumber } from "./post-case-number.ts";
import { postDevice } from "./post-device.ts";
import { postEnrol } from "./post-enrol.ts";
import { postEnrolments } from "./post-enrolments.ts";
import { postImportPlan } from "./post-import-plan.ts";
import { postImports } from "./post-imports.ts";
import { postInvitation } from "./post-invitation.ts";
import { postObservations } from "./post-observations.ts";
import { postPassword } from "./post-password.ts";
import { postPortalDecisions } from "./post-portal-decisions.ts";
import { postPortalFiles } from "./post-portal-files.ts";
import { postRulesCheck } from "./post-rules-check.ts";
import { postRulesChoices } from "./post-rules-choices.ts";
import { postRulesFiles } from "./post-rules-files.ts";
import { postSession } from "./post-session.ts";
import { postSettings } from "./post-settings.ts";
import { postSetup } from "./post-setup.ts";
import { postSignIn } from "./post-sign-in.ts";
import { postTokens } from "./post-tokens.ts";
import { postTotpConfirm } from "./post-totp-confirm.ts";
import { postTotpRemove } from "./post-totp-remove.ts";
import { postTotp } from "./post-totp.ts";
import { postJobs } from "./post-jobs.ts";
import { postUnit } from "./post-unit.ts";
import { postUnitsImport } from "./post-units-import.ts";
import { postUnits } from "./post-units.ts";
import { postUserLink } from "./post-user-link.ts";
import { postUser } from "./post-user.ts";
import { postUsers } from "./post-users.ts";

/** What is switched on. A route that is not in the matrix of the tests fails them. */
export const routes: readonly Route[] = [
  postEnrol,
  postObservations,
  getCaseKeys,
  getMe,
  getUnits,
  postUnitsImport,
  postCaseLookup,
  getReports,
  getReport,
  getCases,
  getEventLogs,
  getCase,
  getCalendar,
  getCalendarChanges,
  postJobs,
  getJob,
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
  postDevice,
  deleteDevice,
  postImportPlan,
  postImports,
  postSession,
  deleteSession,
  getSignIn,
  postSignIn,
  getSsoStart,
  getSsoCallback,
  postSetup,
  postInvitation,
  getAccount,
  postPassword,
  postTotp,
  postTotpConfirm,
  postTotpRemove,
  deleteAccountSessions,
  deleteAccountSession,
  getUsers,
  postUsers,
  postUser,
  postUserLink,
  deleteUserSessions,
  postSettings,
  getTokens,
  postTokens,
  deleteToken,
  postUnits,
  postUnit,
  getUnitHistory,
  getAudit,
  postCaseEscalation,
  postCaseNumber,
  getCaseNumber,
  getOwnObservations,
  getHealth,
  getReady,
  getMetrics,
];
