import type { ProofSummary } from "#shared/limit/proof-summary.ts";
import type { Verdict } from "#shared/limit/verdict.ts";
import type { InPage } from "#shared/strings/in-page.ts";

/** A verdict told in whole sentences: what, why, when it is due, on what basis, and how the due date was counted. */
export function verdictSentences(
  verdict: Verdict,
  { verdict: words, page }: InPage,
  proof?: ProofSummary,
): string[] {
  const lines = verdict.why.map((why) => words.why[why]);
  lines.push(verdict.due === null ? page.dueUnknown : page.due(verdict.due.replace("T", " ")));
  if (verdict.left) {
    const { amount, unit } = verdict.left;
    lines.push(
      amount < 0 ? page.over(page.amount(-amount, unit)) : page.left(page.amount(amount, unit)),
    );
  }
  if (verdict.severity)
    lines.push(verdict.severity === "statutory" ? page.overStatute : page.overPromise);
  if (verdict.basis) lines.push(page.basis[verdict.basis]);
  if (verdict.guideReadAt !== undefined) lines.push(page.fromGuide(verdict.guideReadAt));
  if (proof) lines.push(...proofSentences(proof, page.proof));
  lines.push(page.rules(verdict.regime, verdict.calendar));
  return lines;
}

function proofSentences(
  { first, counted, due, skipped, madeUp, paused }: ProofSummary,
  words: InPage["page"]["proof"],
): string[] {
  return [
    words.counted(first, due.replace("T", " "), counted),
    ...(skipped.length > 0 ? [words.skipped(skipped)] : []),
    ...(madeUp.length > 0 ? [words.madeUp(madeUp)] : []),
    ...(paused > 0 ? [words.paused(paused)] : []),
  ];
}
