import type { Concept } from "./concept.ts";
import type { Asked, Decided } from "./decide.ts";
import { fits } from "./fits.ts";
import type { GridCell } from "./grid.ts";
import type { Profile } from "./profile.ts";
import type { Taught } from "./taught.ts";
import { statusKind } from "./values/status.ts";
import { isBlank } from "./values/text.ts";

export const isTold = ({ why }: Decided): boolean => why[0] === "taught";

/** What was taught stands unless the values contradict it. */
export function asTold(
  { header, hidden, cells }: Asked,
  concept: Concept,
  p: Profile,
  taught: Taught | undefined,
): Decided {
  const words = taught?.statuses;
  const answer = concept === "status" && words ? areStatuses(cells, words) : fits(concept, p);
  return {
    header,
    hidden,
    profile: p,
    proposed: concept,
    concept: answer === "no" ? "other" : concept,
    confidence: answer === "yes" ? "sure" : "guess",
    why: [
      "taught",
      answer === "no" ? "values-disagree" : answer === "yes" ? "values-agree" : "no-values",
    ],
  };
}

function areStatuses(
  cells: readonly GridCell[],
  words: NonNullable<Taught["statuses"]>,
): "yes" | "no" | "empty" {
  const filled = cells.filter(({ text }) => !isBlank(text));
  const known = filled.filter(
    ({ text }) => words[text] !== undefined || statusKind(text) !== undefined,
  );
  if (filled.length === 0) return "empty";
  return known.length >= filled.length * 0.6 ? "yes" : "no";
}
