import { personalIn } from "#shared/case/personal.ts";
import type { Concept } from "#shared/reading/concept.ts";
import type { Grid } from "#shared/reading/grid.ts";
import { isCreditCode, isPhone, isResidentId } from "#shared/reading/values/code.ts";
import { isFirm, isPerson } from "#shared/reading/values/name.ts";
import { isBlank } from "#shared/reading/values/text.ts";

const LONGEST = 40;
const PRIVATE: readonly Concept[] = ["personal", "handler"];

/** Up to `most` different values of one column; what may be a person's is masked, for the screen may be shared. */
export function samples(grid: Grid, index: number, concept: Concept, most = 3): string[] {
  const found = new Set<string>();
  for (const { cells } of grid.rows) {
    const text = cells[index]?.text ?? "";
    if (!isBlank(text)) found.add(text.replace(/\n+/g, " ⏎ ").slice(0, LONGEST));
    if (found.size >= most) break;
  }
  return [...found].map((text) =>
    PRIVATE.includes(concept) || isPersonal(text) ? masked(text) : text,
  );
}

const isPersonal = (text: string): boolean =>
  personalIn(text) !== undefined ||
  isPerson(text) ||
  isFirm(text) ||
  isPhone(text) ||
  isResidentId(text) ||
  isCreditCode(text);

const masked = (text: string): string =>
  text.slice(0, 1) + "●".repeat(Math.min(6, Math.max(1, text.length - 1)));

/** The different words of one column, the usual first. */
export function valuesOf(grid: Grid, index: number, most = 12): string[] {
  const counts = new Map<string, number>();
  for (const { cells } of grid.rows) {
    const text = (cells[index]?.text ?? "").trim();
    if (!isBlank(text) && text.length <= 30) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([text]) => text);
}
