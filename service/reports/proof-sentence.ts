import type { Proof } from "#shared/limit/proof.ts";
import { proofSummary } from "#shared/limit/proof-summary.ts";
import { type Language, strings } from "#shared/strings/strings.ts";

/** A due date's count as sentences that print on one line; `undefined` when there is nothing to count. */
export function proofSentence(proof: Proof, language: Language): string | undefined {
  const counted = countSentence(proof, language);
  if (counted === undefined || proof.guideReadAt === undefined) return counted;
  const from = strings(language).page.fromGuide(proof.guideReadAt);
  return [counted, from].join(language === "en" ? " " : "");
}

function countSentence(proof: Proof, language: Language): string | undefined {
  const words = strings(language);
  const due = proof.legs.at(-1)?.due;
  if (!due) return undefined;
  const summary = proofSummary(proof);
  if (summary) {
    const { first, counted, skipped, madeUp, paused } = summary;
    const say = words.page.proof;
    return [
      say.counted(first, summary.due, counted),
      ...(skipped.length > 0 ? [say.skipped(skipped)] : []),
      ...(madeUp.length > 0 ? [say.madeUp(madeUp)] : []),
      ...(paused > 0 ? [say.paused(paused)] : []),
    ].join(language === "en" ? " " : "");
  }
  if (due.kind === "at") return words.proof.onTime(due.moment);
  if (due.kind !== "between") return undefined;
  const { earliest, latest } = due;
  return latest
    ? words.proof.between(earliest.moment, latest.moment)
    : words.proof.notBefore(earliest.moment);
}
