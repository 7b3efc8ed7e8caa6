import type { Proof } from "#shared/limit/proof.ts";
import { type Language, strings } from "#shared/strings/strings.ts";
import type { CaseDetail } from "./shapes/case.ts";

/** The proof in the reader's language; null where the page gave no start or no limit, so that there is nothing to count. */
export function caseProofOf(
  { legs, clauses, guideReadAt }: Proof,
  language: Language,
): CaseDetail["proof"] {
  const { proof: words, page } = strings(language);
  const last = legs[legs.length - 1];
  if (!last) return null;
  return {
    due: last.due.kind === "at" ? last.due.moment : null,
    lines: legs.flatMap(({ days }) =>
      days.map((each) => ({
        date: each.day,
        kind: each.kind,
        counted: each.number === undefined ? 0 : 1,
        text: words.day(each),
      })),
    ),
    clauses: clauses.map(({ law, article, says }) => words.clause(law, article, says[language])),
    limitFrom: guideReadAt === undefined ? null : page.fromGuide(guideReadAt),
  };
}
