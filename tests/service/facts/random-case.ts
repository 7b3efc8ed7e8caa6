import type { CaseFacts } from "#shared/case/observation.ts";
import { GROUNDS } from "#shared/case/observation.ts";
import { STATUS_KINDS } from "#shared/case/status.ts";
import { UNITS } from "#shared/case/amount.ts";
import { type Instant } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";
import { random } from "../../shared/limit/oracle.ts";

export { random };

const HOUR = 3_600_000;
/** Everything of these worlds lies around here. */
export const AROUND = Date.parse("2026-06-15T00:00:00+08:00");

export const pick = <T>(of: readonly T[], next: () => number): T =>
  of[Math.floor(next() * of.length)] as T;

/** A moment within so many days of a point, to any precision that pages show. */
export function randomMoment(next: () => number, around: number, days: number): string {
  const at = around + Math.floor((next() * 2 - 1) * days * 24) * HOUR + Math.floor(next() * HOUR);
  return momentOf(at as Instant, undefined, pick(["day", "day", "minute", "second"], next));
}

/** Facts of one case as a page might state them, sense or none: what holds of these holds of any. */
export function randomFacts(next: () => number): CaseFacts {
  const some = <T>(share: number, of: () => T): T | undefined =>
    next() < share ? of() : undefined;
  const moment = (days = 40): string => randomMoment(next, AROUND, days);
  const amount = () => ({
    amount: pick([0, 1, 2, 3, 5, 7.5, 10, 20], next),
    unit: pick(["workday", "workday", "workday", "day", ...UNITS], next),
  });
  const facts = {
    item: some(0.9, () => pick(["许可", "备案", "变更"], next)),
    department: some(0.9, () => pick(["甲局", "乙局", "丙局"], next)),
    caseKind: some(0.3, () => pick(["承诺件", "即办件", "并联审批", "容缺受理"], next)),
    status: some(0.8, () => ({
      text: null,
      kind: pick(["accepted", "processing", "finished", "approved", ...STATUS_KINDS], next),
    })),
    step: some(0.7, () => pick(["受理", "审查", "决定"], next)),
    submittedAt: some(0.4, moment),
    receivedAt: some(0.4, moment),
    acceptedAt: some(0.8, moment),
    due: some(0.3, moment),
    statutoryDue: some(0.1, moment),
    closedAt: some(0.4, moment),
    deliveredAt: some(0.1, moment),
    stepEnteredAt: some(0.3, moment),
    statutoryLimit: some(0.4, amount),
    promisedLimit: some(0.6, amount),
    limit: some(0.2, amount),
    stepLimit: some(0.2, amount),
    prolonged: some(0.1, amount),
    remaining: some(0.15, () => ({
      amount: Math.floor(next() * 10) - 3,
      unit: "workday" as const,
    })),
    overdueFlag: some(0.15, () => next() < 0.5),
    pauses: some(0.4, () =>
      Array.from({ length: Math.floor(next() * 3) }, () => {
        const [from, to] = [moment(), moment()].sort();
        return {
          from: from ?? "",
          ...(next() < 0.7 && { to: to ?? "" }),
          ground: pick(GROUNDS, next),
          ...(next() < 0.3 && { approved: amount() }),
        };
      }),
    ),
    steps: some(0.5, () =>
      Array.from({ length: Math.floor(next() * 4) }, () => {
        const [from, to] = [moment(), moment()].sort();
        return {
          name: pick(["受理", "审查", "审查", "决定", "送达"], next),
          ...(next() < 0.7 && { department: pick(["甲局", "乙局"], next) }),
          ...(next() < 0.8 && { enteredAt: from ?? "" }),
          ...(next() < 0.6 && { leftAt: to ?? "" }),
          ...(next() < 0.3 && { limit: amount() }),
        };
      }),
    ),
    tolerance: some(0.05, () => ({ limit: amount(), due: moment() })),
    supervised: some(0.1, () => [{ from: moment(), limit: amount() }]),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as CaseFacts;
}

export const randomUnreadable = (next: () => number): { field: string; why: string }[] =>
  next() < 0.15
    ? [
        {
          field: pick(["due", "promisedLimit", "status", "acceptedAt", "pauses"], next),
          why: "ambiguous",
        },
      ]
    : [];
