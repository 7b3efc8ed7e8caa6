import type { VerdictKind } from "#shared/limit/verdict.ts";

/** How many cases of a page, or of a tab's frames together, have each verdict. */
export type Counts = Partial<Record<VerdictKind, number>>;

export const addCounts = (all: readonly Counts[]): Counts => {
  const sum: Counts = {};
  for (const counts of all)
    for (const [kind, n] of Object.entries(counts) as [VerdictKind, number][])
      sum[kind] = (sum[kind] ?? 0) + n;
  return sum;
};

export const countVerdicts = (kinds: readonly VerdictKind[]): Counts =>
  addCounts(kinds.map((kind) => ({ [kind]: 1 })));
