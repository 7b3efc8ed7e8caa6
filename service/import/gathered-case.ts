import type { CaseFacts, StepSeen, Unreadable } from "#shared/case/observation.ts";
import type { RowRead } from "./read-row.ts";

/** Everything that a file says about one case. */
export interface GatheredCase {
  caseNo: string;
  masked: boolean;
  facts: CaseFacts;
  unreadable: Unreadable[];
  steps: StepSeen[];
}

/** The most steps that one observation may hold. */
const MOST_STEPS = 500;

export type GatherProblem = "contradicts" | "too-many-steps";

/**
 * Puts the rows of each case together, wherever in the file they stand. What a later row says differently is not taken, and is
 * reported: which of the two is right, the file does not tell.
 */
export function gathering(): {
  add(row: RowRead & { caseNo: string }): GatherProblem | undefined;
  cases(): IterableIterator<GatheredCase>;
  readonly size: number;
} {
  const all = new Map<string, GatheredCase>();
  // a log names a handful of steps a million times
  const names = new Map<string, string>();
  const slim = (step: StepSeen): StepSeen => {
    const name = names.get(step.name) ?? step.name;
    names.set(name, name);
    return { ...step, name };
  };
  return {
    add({ caseNo, masked, facts, unreadable, step }) {
      const known = all.get(caseNo);
      if (!known) {
        all.set(caseNo, { caseNo, masked, facts, unreadable, steps: step ? [slim(step)] : [] });
        return undefined;
      }
      const clash = merge(known.facts, facts);
      for (const each of unreadable)
        if (!known.unreadable.some(({ field }) => field === each.field))
          known.unreadable.push(each);
      if (step && known.steps.length >= MOST_STEPS) return "too-many-steps";
      if (step) known.steps.push(slim(step));
      return clash ? "contradicts" : undefined;
    },
    cases: () => all.values(),
    get size() {
      return all.size;
    },
  };
}

/** Adds what is not known yet. @returns whether something known was said differently */
function merge(known: CaseFacts, said: CaseFacts): boolean {
  let clash = false;
  for (const field of Object.keys(said) as (keyof CaseFacts)[]) {
    if (known[field] === undefined) Object.assign(known, { [field]: said[field] });
    else if (JSON.stringify(known[field]) !== JSON.stringify(said[field])) clash = true;
  }
  return clash;
}
