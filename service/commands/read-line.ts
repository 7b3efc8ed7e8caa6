import type { Amount } from "#shared/case/amount.ts";
import { CHINA } from "#shared/calendar/china.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { national } from "#shared/limit/rules/national.ts";
import { judge } from "#shared/limit/verdict.ts";
import type { CaseReading, Reading } from "#shared/reading/reading.ts";
import type { Instant } from "#shared/time/instant.ts";

/** One page as `shixian read` prints it: the words of the corpus, each case with its verdict at that moment. */
export function readLine(
  file: string,
  { kind, columns, cases, steps, guide, coverage, unreadable }: Reading,
  at: Instant,
): object {
  return {
    file,
    kind,
    columns: columns.map(({ header, concept, confidence }) => ({ header, concept, confidence })),
    cases: cases.map((each) => caseLine(each, at)),
    steps: steps.map(({ limit, ...step }) => ({ ...step, ...(limit && { limit: said(limit) }) })),
    ...(guide && { guide: amounts(guide) }),
    coverage,
    unreadable,
  };
}

function caseLine(
  { caseNo, masked, statusText, facts, unreadable }: CaseReading,
  at: Instant,
): object {
  const { kind, due, why } = judge(foldTimeline([{ at, lastAt: at, facts, unreadable }]), {
    regime: national,
    calendar: CHINA,
    at,
  });
  return {
    ...(caseNo !== undefined && { caseNo }),
    ...(masked && { masked }),
    ...amounts(facts),
    ...(facts.status === undefined &&
      statusText !== undefined && { status: { text: statusText, kind: null } }),
    unreadable,
    verdict: { kind, due, why },
  };
}

/** 即办 is printed as no working day at all. */
const said = ({ amount, unit }: Amount): object =>
  unit === "immediate" ? { amount: 0, unit: "workday", immediate: true } : { amount, unit };

const amounts = (facts: object): object =>
  Object.fromEntries(
    Object.entries(facts).map(([field, value]) => [field, isAmount(value) ? said(value) : value]),
  );

const isAmount = (value: unknown): value is Amount =>
  typeof value === "object" && value !== null && "amount" in value && "unit" in value;
