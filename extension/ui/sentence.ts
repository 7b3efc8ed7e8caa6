import type { Verdict } from "#shared/limit/verdict.ts";
import type { InPage } from "#shared/strings/in-page.ts";

/** A verdict told in whole sentences: what, why, when it is due, on what basis. */
export function verdictSentences(verdict: Verdict, { verdict: words, page }: InPage): string[] {
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
  lines.push(page.rules(verdict.regime, verdict.calendar));
  return lines;
}
