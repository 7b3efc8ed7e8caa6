import type { CaseFacts } from "../case/observation.ts";
import type { StatusKind } from "../case/status.ts";
import type { Instant } from "../time/instant.ts";
import { momentOf } from "../time/moment.ts";
import type { Concept } from "./concept.ts";
import type { Decided } from "./decide.ts";
import {
  contradicts,
  hasStatusColumn,
  isLastStep,
  isMoved,
  lacksFlag,
  saysNotRunning,
  withhold,
} from "./doubt.ts";
import type { Grid } from "./grid.ts";
import type { KnownCases } from "./known-cases.ts";
import type { CaseReading } from "./reading.ts";
import { type Swaps, hangsOnASwap } from "./swaps.ts";
import type { Taught } from "./taught.ts";
import { isCode } from "./values/code.ts";
import { type AddCell, cellAdder } from "./values/cell-adder.ts";
import type { Draft } from "./values/facts.ts";
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

interface Used {
  index: number;
  column: Decided;
  addTo: AddCell;
}

/** Reads the rows of one list one by one; undefined for a row that says nothing. What holds for all of them is asked once. */
export function caseReader(
  list: ListTable,
  at: Instant,
  known?: KnownCases,
): (row: number) => CaseReading | undefined {
  const read = freshReader(list, at);
  if (!known || (list.swaps?.open.length ?? 0) > 0) return read;
  const { rows, id } = list.grid;
  known.readBy(meaningOf(list, at));
  return (place) => {
    const row = rows[place];
    const before = row && known.get(row, id, place);
    if (before !== undefined) return before === "nothing" ? undefined : before;
    const found = read(place);
    if (row && !row.cells.some(({ text }) => DISTANCE.test(text))) known.keep(row, found);
    return found;
  };
}

/** Told by its distance from now, another moment says another time. */
const DISTANCE = /前|ago/i;

/** All that the rows are read by: the same words below it say the same. */
const meaningOf = ({ grid, columns, taught, doubtful, state }: ListTable, at: Instant): string =>
  JSON.stringify([
    grid.id,
    columns.map(({ header, concept, confidence, hidden, second, profile }) => [
      [header, concept, confidence, hidden, second],
      [profile.labels.length > 0, profile.order, profile.unit],
      concept === "overdueFlag" || concept === "light"
        ? [profile.filled, profile.lamp, profile.all]
        : [],
    ]),
    taught,
    doubtful,
    state,
    momentOf(at, undefined, "day"),
  ]);

function freshReader(list: ListTable, at: Instant): (row: number) => CaseReading | undefined {
  const { grid, columns, taught, doubtful, swaps, state = -1 } = list;
  const context = { at, statuses: taught?.statuses };
  const used: Used[] = columns.flatMap((column, index) =>
    isUsed(column, columns)
      ? [
          {
            index,
            column,
            addTo: cellAdder(column.concept, column.profile, context, column.second),
          },
        ]
      : [],
  );
  const labelled: Used[] = columns.flatMap((column, index) =>
    !column.hidden && column.concept === "other" && column.profile.labels.length > 0
      ? [{ index, column, addTo: cellAdder("submittedAt", column.profile, { at }) }]
      : [],
  );
  const statusShown = hasStatusColumn(columns);
  const now = momentOf(at);
  const today = now.slice(0, 10);
  return (row) => {
    const draft: Draft = { facts: {}, unreadable: [] };
    const cells = grid.rows[row]?.cells ?? [];
    let said = false;
    for (const { index, column, addTo } of used) {
      const cell = cells[index];
      if (!cell) continue;
      const blank = isBlank(cell.text);
      if (!blank && !column.hidden) said = true;
      // what is not sure is not read: none of the cells that were looked at said anything
      if (column.confidence === "guess" && !blank)
        draft.unreadable.push({ field: column.concept, why: "unsure" });
      else addTo(draft, cell);
    }
    if (!said) return undefined;
    for (const { index, addTo } of labelled) {
      const cell = cells[index];
      if (cell) addTo(draft, cell);
    }
    const { facts } = draft;
    if (draft.unreadable.length > 0)
      draft.unreadable = draft.unreadable.filter(
        ({ field }) => facts[field as keyof CaseFacts] === undefined,
      );
    if (draft.caseNo === undefined) codeBelow(draft, columns, cells);
    if (doubtful || isMoved(columns, cells)) withhold(facts, draft.unreadable, "columns-shifted");
    else if (grid.rows[row]?.short || lacksFlag(columns, cells))
      withhold(facts, draft.unreadable, "row-incomplete");
    else if (contradicts(facts, today)) withhold(facts, draft.unreadable, "dates-contradict");
    else if (swaps && swaps.open.length > 0 && hangsOnASwap(swaps, row, facts, now))
      withhold(facts, draft.unreadable, "columns-may-be-swapped");
    const told = facts.status;
    if (
      (!told || isRunningKind(told.kind)) &&
      saysNotRunning(columns, cells, told && (told.text ?? ""))
    ) {
      delete facts.status;
      draft.unreadable.push({ field: "status", why: "ambiguous" });
    }
    if (facts.status === undefined) {
      if (
        (statusShown || isLastStep(facts.step)) &&
        !draft.unreadable.some(({ field }) => field === "status")
      )
        draft.unreadable.push({ field: "status", why: "blank" });
      const word = cells[state]?.text ?? "";
      if (!isBlank(word) && !isRunning(word))
        draft.unreadable.push({ field: "status", why: "unnamed" });
    }
    startClock(draft, taught);
    return caseOf(draft, { grid: grid.id, row });
  };
}

/** What a person does not see decides nothing; it may only name. */
const isUsed = ({ concept, hidden }: Decided, columns: readonly Decided[]): boolean =>
  concept !== "personal" &&
  concept !== "other" &&
  (!hidden ||
    (HARMLESS.includes(concept) &&
      !columns.some((other) => other.concept === concept && !other.hidden)));

function caseOf(
  { caseNo, masked, statusText, facts, unreadable }: Draft,
  at: { grid: string; row: number },
): CaseReading {
  const read: CaseReading = { at, facts, unreadable };
  if (caseNo !== undefined) read.caseNo = caseNo;
  if (masked) read.masked = masked;
  if (statusText !== undefined) read.statusText = statusText;
  return read;
}

/** Words of a state under which the clock runs for sure: neither closed, nor standing, nor not begun. */
const isRunning = (word: string): boolean => isRunningKind(statusKind(word));
const isRunningKind = (kind: StatusKind | undefined): boolean =>
  kind === "processing" || kind === "accepted" || kind === "overdue";

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
