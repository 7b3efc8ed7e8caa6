import type { CaseFacts } from "../case/observation.ts";
import type { Instant } from "../time/instant.ts";
import type { Concept } from "./concept.ts";
import type { Decided } from "./decide.ts";
import { contradicts, hasStatusColumn, isLastStep, lacksFlag, withhold } from "./doubt.ts";
import type { Grid } from "./grid.ts";
import type { CaseReading } from "./reading.ts";
import { type Swaps, hangsOnASwap } from "./swaps.ts";
import type { Taught } from "./taught.ts";
import { isCode } from "./values/code.ts";
import { type Draft, addFact } from "./values/facts.ts";
import { statusKind } from "./values/status.ts";
import { isBlank } from "./values/text.ts";

export interface ListTable {
  grid: Grid;
  columns: Decided[];
  score: number;
  taught?: Taught | undefined;
  /** the headers may stand over the wrong columns */
  doubtful: boolean;
  /** which dates may stand below each other's names */
  swaps?: Swaps;
  /** a column of states without a name, where the table has no other; -1: none */
  state?: number;
}

const HARMLESS: readonly Concept[] = ["submittedAt", "item", "department", "caseKind"];

export function readCase(
  { grid, columns, taught, doubtful, swaps, state = -1 }: ListTable,
  row: number,
  at: Instant,
): CaseReading | undefined {
  const draft: Draft = { facts: {}, unreadable: [] };
  const cells = grid.rows[row]?.cells ?? [];
  let said = false;
  columns.forEach(({ concept, confidence, hidden, profile, second }, i) => {
    const cell = cells[i];
    if (!cell || concept === "personal" || concept === "other") return;
    // what a person does not see decides nothing; it may only name
    if (
      hidden &&
      !(
        HARMLESS.includes(concept) &&
        !columns.some((other) => other.concept === concept && !other.hidden)
      )
    )
      return;
    if (!isBlank(cell.text) && !hidden) said = true;
    // what is not sure is not read: none of the cells that were looked at said anything
    if (confidence === "guess" && !isBlank(cell.text)) {
      draft.unreadable.push({ field: concept, why: "unsure" });
      return;
    }
    addFact(draft, concept, cell, profile, { at, statuses: taught?.statuses }, second);
  });
  if (!said) return undefined;
  columns.forEach(({ concept, hidden, profile }, i) => {
    const cell = cells[i];
    if (cell && !hidden && concept === "other" && profile.labels.length > 0)
      addFact(draft, "submittedAt", cell, profile, { at });
  });
  draft.unreadable = draft.unreadable.filter(
    ({ field }) => draft.facts[field as keyof CaseFacts] === undefined,
  );
  if (draft.caseNo === undefined) codeBelow(draft, columns, cells);
  if (doubtful) withhold(draft.facts, draft.unreadable, "columns-shifted");
  else if (grid.rows[row]?.short || lacksFlag(columns, cells))
    withhold(draft.facts, draft.unreadable, "row-incomplete");
  else if (contradicts(draft.facts, at))
    withhold(draft.facts, draft.unreadable, "dates-contradict");
  else if (swaps && hangsOnASwap(swaps, row, draft.facts, at))
    withhold(draft.facts, draft.unreadable, "columns-may-be-swapped");
  if (
    draft.facts.status === undefined &&
    (hasStatusColumn(columns) || isLastStep(draft.facts.step)) &&
    !draft.unreadable.some(({ field }) => field === "status")
  )
    draft.unreadable.push({ field: "status", why: "blank" });
  const word = cells[state]?.text ?? "";
  if (draft.facts.status === undefined && !isBlank(word) && !isRunning(word))
    draft.unreadable.push({ field: "status", why: "unnamed" });
  startClock(draft, taught);
  const { caseNo, masked, statusText, facts, unreadable } = draft;
  return {
    at: { grid: grid.id, row },
    ...(caseNo !== undefined && { caseNo }),
    ...(masked && { masked }),
    ...(statusText !== undefined && { statusText }),
    facts,
    unreadable,
  };
}

/** Words of a state under which the clock runs for sure: neither closed, nor standing, nor not begun. */
const isRunning = (word: string): boolean => {
  const kind = statusKind(word);
  return kind === "processing" || kind === "accepted" || kind === "overdue";
};

/** The time that counts as acceptance in this portal, where the page shows no acceptance. */
function startClock({ facts }: Draft, taught: Taught | undefined): void {
  const start = taught?.acceptedAt && facts[taught.acceptedAt];
  if (start !== undefined) facts.acceptedAt ??= start;
}

/** A number on a line of its own below the item's name. */
function codeBelow(
  draft: Draft,
  columns: readonly Decided[],
  cells: readonly { text: string }[],
): void {
  columns.forEach(({ concept }, i) => {
    if (!(["item", "title", "project"] as readonly Concept[]).includes(concept)) return;
    const [, ...lines] = (cells[i]?.text ?? "").split("\n");
    const code = lines.find((line) => isCode(line) && line.length >= 5);
    if (code !== undefined) draft.caseNo ??= code;
  });
}
