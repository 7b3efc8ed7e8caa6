import type { Concept } from "./concept.ts";
import type { Profile } from "./profile.ts";

const MOMENTS: readonly Concept[] = [
  "submittedAt",
  "receivedAt",
  "acceptedAt",
  "due",
  "statutoryDue",
  "stepDue",
  "stepEnteredAt",
  "stepLeftAt",
  "closedAt",
  "deliveredAt",
  "pausedAt",
  "resumedAt",
];
export const isMomentConcept = (concept: Concept): boolean => MOMENTS.includes(concept);
const LIMITS: readonly Concept[] = [
  "statutoryLimit",
  "promisedLimit",
  "limit",
  "stepLimit",
  "acceptanceLimit",
];
export const isLimitConcept = (concept: Concept): boolean => LIMITS.includes(concept);

/** Do the values say what the header proposes? `empty`: nothing there to ask. */
export function fits(concept: Concept, p: Profile): "yes" | "no" | "empty" {
  if (p.filled === 0)
    return concept === "light" || concept === "overdueFlag"
      ? p.lamp > 0
        ? "yes"
        : "empty"
      : "empty";
  return agrees(concept, p) ? "yes" : "no";
}

function agrees(concept: Concept, p: Profile): boolean {
  const dated = p.moment + p.twoMoments;
  if (isMomentConcept(concept)) return dated >= 0.6;
  if (isLimitConcept(concept)) return p.amount >= 0.6 && p.spokenRemaining < 0.5;
  switch (concept) {
    case "remaining":
    case "stepRemaining":
      return dated < 0.4 && p.remaining >= 0.6;
    case "usedTime":
      return dated < 0.4 && (p.amount >= 0.6 || p.number >= 0.6 || p.filled > 0);
    case "caseNo":
    case "parentCaseNo":
      return p.code >= 0.6 && dated < 0.6;
    case "index":
      return p.number >= 0.6;
    case "status":
      return dated < 0.5 && p.code < 0.8 && p.number < 0.5 && p.longest <= 120;
    case "step":
    case "phase":
      return dated < 0.4 && p.number < 0.5 && p.longest <= 60;
    case "item":
    case "title":
    case "project":
    case "caseKind":
      return dated < 0.4 && p.number < 0.6 && p.amount < 0.6;
    case "department":
      return dated < 0.4 && p.number < 0.6 && p.firm < 0.6 && p.personal < 0.5 && p.person < 0.8;
    case "rating":
      return p.rating >= 0.6;
    case "light":
    case "overdueFlag":
      return p.flag >= 0.5 || p.lamp >= 0.5;
    case "progress":
      return dated < 0.4;
    case "handler":
    case "personal":
      return dated < 0.4;
    default:
      return true;
  }
}

/** Do the values alone say so? Asked where the header is no more than a hint. */
export function plainly(concept: Concept, p: Profile): boolean {
  if (p.filled === 0) return false;
  switch (concept) {
    case "status":
      return p.status >= 0.6 && p.longest <= 30 && p.moment === 0;
    case "step":
      return p.moment === 0 && p.longest <= 20 && p.number === 0 && p.code < 0.3 && p.person < 0.5;
    case "department":
      return p.office >= 0.6;
    case "personal":
      return p.firm + p.person + p.personal >= 0.6;
    case "caseNo":
      return p.code >= 0.9 && p.distinct >= 0.9 && p.longest >= 5 && p.moment < 0.3;
    case "item":
    case "title":
      return p.moment === 0 && p.code < 0.3 && p.person < 0.5 && p.number === 0 && p.longest >= 4;
    default:
      return fits(concept, p) === "yes";
  }
}
