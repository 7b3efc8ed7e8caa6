import type { CaseFacts } from "../../case/observation.ts";
import type { Concept } from "../concept.ts";
import type { GridCell } from "../grid.ts";
import type { Profile } from "../profile.ts";
import { type Draft, type FactContext, addFact } from "./facts.ts";

/** Adds what one cell of a column says to the case of its row. */
export type AddCell = (draft: Draft, cell: GridCell) => void;

/** Of so many different words none came twice: the others of the column will not either. */
const ALL_DIFFERENT = 60;

/**
 * As `addFact` for all the cells of one column. What a text adds to a case does not depend on what the case says already, except that the
 * first to say a thing has said it: so the same text is read once for all rows.
 */
export function cellAdder(
  concept: Concept,
  p: Pick<Profile, "unit" | "order">,
  context: FactContext,
  second?: Concept,
): AddCell {
  const known = new Map<string, Draft>();
  let met = false;
  let keeping = true;
  return (draft, cell) => {
    if (!keeping || cell.marks !== undefined || cell.title !== undefined)
      return addFact(draft, concept, cell, p, context, second);
    let said = known.get(cell.text);
    if (said) met = true;
    else {
      said = { facts: {}, unreadable: [] };
      addFact(said, concept, cell, p, context, second);
      known.set(cell.text, said);
      if (!met && known.size >= ALL_DIFFERENT) keeping = false;
    }
    join(draft, said);
  };
}

function join(draft: Draft, said: Draft): void {
  if (said.caseNo !== undefined && draft.caseNo === undefined) {
    draft.caseNo = said.caseNo;
    if (said.masked) draft.masked = true;
  }
  if (said.statusText !== undefined) draft.statusText ??= said.statusText;
  for (const field in said.facts) take(draft.facts, said.facts, field as keyof CaseFacts);
  for (const each of said.unreadable) draft.unreadable.push(each);
}

function take<K extends keyof CaseFacts>(into: CaseFacts, from: CaseFacts, field: K): void {
  into[field] ??= from[field];
}
