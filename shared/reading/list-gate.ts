import type { Concept } from "./concept.ts";
import type { Decided } from "./decide.ts";
import { alone, headerWords, speaksOfCases, speaksOfOtherThings } from "./lexicon/meanings.ts";

/** How much each meaning says that a table is about cases. */
const WORTH: Partial<Record<Concept, number>> = {
  caseNo: 1,
  item: 1,
  step: 3,
  acceptedAt: 2,
  due: 2,
  submittedAt: 1.5,
  closedAt: 1,
  stepEnteredAt: 2,
  statutoryLimit: 2,
  promisedLimit: 2,
  limit: 1.5,
  remaining: 1.5,
  overdueFlag: 1.5,
  light: 1,
  department: 0.5,
  handler: 0.5,
  parentCaseNo: 0.5,
  project: 0.5,
  stepDue: 1,
  stepLimit: 1,
  usedTime: 0.5,
};
const INSTANCE: readonly Concept[] = [
  "caseNo",
  "acceptedAt",
  "submittedAt",
  "closedAt",
  "stepEnteredAt",
  "due",
  "remaining",
];
const STATE: readonly Concept[] = [
  "status",
  "step",
  "acceptedAt",
  "submittedAt",
  "due",
  "remaining",
  "closedAt",
  "stepEnteredAt",
  "overdueFlag",
  "light",
];

/** Is a table with these columns a list of cases? 0: no; otherwise how surely. */
export function listScore(columns: readonly Decided[], rows: number): number {
  const shown = columns.filter((column) => !column.hidden);
  let score = 0;
  let words = 0;
  for (const column of shown) {
    if (speaksOfOtherThings(column.header)) score -= 2.5;
    if (column.concept === "other" || column.concept === "index" || column.concept === "action")
      continue;
    const cased = speaksOfCases(column.header);
    if (cased) words++;
    let worth = WORTH[column.concept] ?? 0;
    if (column.concept === "caseNo" && cased) worth = 3;
    if (column.concept === "item" && cased) worth = 2;
    if (column.concept === "status") worth = column.profile.status >= 0.5 ? 2 : cased ? 1 : 0.3;
    if (
      column.concept === "submittedAt" &&
      /^(?:创建|录入|登记|添加|新建|created?)/.test(headerWords(column.header))
    )
      worth = 0.5;
    if (
      column.concept === "personal" &&
      /申请|申报|申办|当事|投诉|诉求|applicant/.test(headerWords(column.header))
    )
      worth = 1;
    if (rows > 0 && column.confidence === "guess" && column.profile.filled === 0) worth /= 2;
    score += worth;
    for (const label of column.profile.labels.slice(0, 4)) {
      const concept = alone(label)[0];
      if (concept !== undefined && concept !== column.concept) score += WORTH[concept] ?? 0;
    }
  }
  const concepts = new Set(shown.map((column) => column.concept));
  if (
    !INSTANCE.some((concept) => concepts.has(concept)) ||
    !STATE.some((concept) => concepts.has(concept))
  )
    return 0;
  const enough = words === 0 ? 6.5 : rows === 0 ? 6 : 4.5;
  return score >= enough ? score : 0;
}
