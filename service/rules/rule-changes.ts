import { type Recount, moved } from "#shared/limit/recount.ts";
import type { CaseBook } from "../derived/case-book.ts";
import type { Judging } from "../derived/judging.ts";
import type { JudgedCase } from "../reports/judged-case.ts";
import { isOpen } from "../reports/population.ts";

/** A case whose due time or verdict is another under other rules. */
export interface ChangedCase extends Recount {
  case: JudgedCase;
  open: boolean;
}

/**
 * Judges every case of these units twice at one moment: by the rules that stood and by those that stand.
 * @returns those that differ, open ones first, then by the new due time
 */
export async function ruleChanges(
  cases: CaseBook,
  units: ReadonlySet<number>,
  asOf: number,
  { before, after }: { before: Judging; after: Judging },
): Promise<ChangedCase[]> {
  return changedOf(await cases.judged(units, asOf, after), asOf, before);
}

/** Those of the cases, judged by the rules that stand, which the rules that stood judge otherwise. */
export const changedOf = (
  judged: readonly JudgedCase[],
  asOf: number,
  before: Judging,
): ChangedCase[] =>
  judged
    .flatMap((each) => {
      const found = moved(before.judge(each.timeline, asOf), each.verdict);
      return found ? [{ ...found, case: each, open: isOpen(each.timeline) }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.open) - Number(a.open) ||
        compare(soonest(a), soonest(b)) ||
        compare(a.case.key, b.case.key),
    );

/** What changed cases are ordered by: the new due time, or the earliest that it may be. */
export const soonest = ({ after, before }: Recount): string =>
  after.due ?? after.range?.earliest ?? before.due ?? before.range?.earliest ?? "~";
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
