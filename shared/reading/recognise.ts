import type { Unreadable } from "../case/observation.ts";
import type { Instant } from "../time/instant.ts";
import { type Decided, decide } from "./decide.ts";
import { isShifted, namelessState } from "./doubt.ts";
import { readFields } from "./fields.ts";
import { isMomentConcept } from "./fits.ts";
import type { Field, PageShape } from "./grid.ts";
import type { KnownCases } from "./known-cases.ts";
import { meanings } from "./lexicon/meanings.ts";
import { listScore } from "./list-gate.ts";
import { nameColumns } from "./nameless.ts";
import type { PortalView } from "./portal-file.ts";
import type { CaseReading, ColumnReading, Coverage, Reading } from "./reading.ts";
import { headersOf, taughtFor } from "./taught.ts";
import { sampled } from "./profile.ts";
import { type ListTable, caseReader } from "./read-case.ts";
import { readEvents } from "./card-steps.ts";
import type { StepTable } from "./step-columns.ts";
import { findSwaps } from "./swaps.ts";
import { readSteps } from "./steps.ts";
import { type Pager, readPager } from "./values/pager.ts";

export interface RecogniseContext {
  /** when the page was seen */
  at: Instant;
  /** what portal files say of this page */
  views?: readonly PortalView[];
  /** what rows said before, where the same rows are read again */
  known?: KnownCases;
}

const NOTHING: Reading = {
  kind: "none",
  columns: [],
  cases: [],
  steps: [],
  coverage: { shown: 0 },
  unreadable: [],
};

/** A table that was taught is a list, above all that were not. */
const TAUGHT = 20;

/** What one page says. Pure: the same shape and moment give the same reading. */
export function recognise(shape: PageShape, context: RecogniseContext): Reading {
  const job = recognising(shape, context);
  for (;;) {
    const { done, value } = job.next();
    if (done) return value;
  }
}

/** The same in slices: yields often. */
export function* recognising(
  shape: PageShape,
  { at, views = [], known }: RecogniseContext,
): Generator<void, Reading> {
  if (views.some((view) => view.none && !view.headers)) return NOTHING;
  const lists: ListTable[] = [];
  const histories: StepTable[] = [];
  for (const grid of shape.grids) {
    const taught =
      views.length > 0 ? taughtFor(headersOf(grid), views, grid.pointedOut) : undefined;
    if (taught?.none) continue;
    const history = taught?.meant ? undefined : readSteps(grid, at);
    // what a portal file says of states is held against all cells, everything else against a sample
    const looked = taught?.statuses
      ? grid.rows
      : sampled(grid.rows.length).map((r) => grid.rows[r]);
    const columns = decide(
      grid.columns.map((column, i) => ({
        header: headerOf(column.header),
        hidden: column.hidden,
        cells: taught?.never[i] ? [] : looked.map((row) => row?.cells[i] ?? { text: "" }),
        told: taught?.concepts[i],
      })),
      at,
      taught,
    );
    if (grid.from === "cards") nameColumns(columns);
    yield;
    const gate = grid.within ? 0 : listScore(columns, grid.rows.length);
    const score = taught?.meant ? Math.max(gate, TAUGHT) : gate;
    if (history && (history.score >= score || !namesCases(columns))) histories.push(history);
    else if (score > 0)
      lists.push({
        grid,
        columns,
        score,
        taught,
        doubtful: grid.from !== "cards" && (grid.ragged === true || isShifted(columns)),
      });
  }
  const list = best(lists, ({ grid, score }) => score + Math.min(grid.rows.length, 5));
  const outer = histories.filter(({ grid }) => !grid.within);
  const history = best(outer, ({ score, steps }) => score + Math.min(steps.length, 5));
  const nested = best(
    histories.filter(({ grid }) => grid.within !== undefined),
    ({ score }) => score,
  );
  const fields = readFields(
    shape,
    at,
    history !== undefined,
    history && besideSteps(history),
    views,
  );

  const listRules =
    list !== undefined && list.grid.rows.length > 0 && !(history && list.grid.rows.length <= 2);
  if (
    list &&
    (listRules || (list.grid.rows.length === 0 && !history && fields.kind !== "detail"))
  ) {
    const cases: CaseReading[] = [];
    const swaps = findSwaps(list.grid, list.columns, at);
    yield;
    list.doubtful ||= swaps.shifted;
    list.swaps = swaps;
    list.state = namelessState(list.columns);
    const readCase = caseReader(list, at, known);
    for (let row = 0; row < list.grid.rows.length; row++) {
      const read = readCase(row);
      if (read) cases.push(read);
      if (row % 50 === 49) yield;
    }
    return {
      kind: "list",
      columns: columnsOf(list),
      cases,
      ...stepsOf(nested),
      coverage: coverage(shape.pagers, cases.length),
      unreadable: pageUnreadable(list),
    };
  }
  if (history || fields.kind === "detail") {
    const own = fields.found;
    const events =
      history ??
      best(
        shape.grids.map((grid) => readEvents(grid, at)).filter((table) => table !== undefined),
        ({ steps }) => steps.length,
      );
    return {
      ...NOTHING,
      kind: "detail",
      columns: [],
      cases: [{ ...own, facts: own.facts }],
      ...stepsOf(events),
      coverage: { shown: 1 },
    };
  }
  if (fields.kind === "guide") return { ...NOTHING, kind: "guide", guide: fields.guide };
  return NOTHING;
}

const best = <T>(all: readonly T[], worth: (each: T) => number): T | undefined =>
  all.reduce<T | undefined>(
    (top, each) => (top === undefined || worth(each) > worth(top) ? each : top),
    undefined,
  );

/** Entries of a timeline that are no step speak of the case: who applied, and when. */
const besideSteps = ({ grid, rows }: StepTable): Field[] =>
  grid.from !== "cards"
    ? []
    : grid.rows.flatMap((row, r) =>
        rows.includes(r)
          ? []
          : row.cells.flatMap((cell, i) => {
              const label = grid.columns[i]?.header[0];
              return label === undefined || cell.text === "" ? [] : [{ label, cell, marked: true }];
            }),
      );

/** The lowest header word; under a group whose words it needs (受理 over 时间) both together. */
function headerOf(header: readonly string[]): string {
  const leaf = header[header.length - 1] ?? "";
  const [first] = meanings(leaf);
  if (header.length < 2 || (first !== undefined && first !== "other")) return leaf;
  const both = header.join("");
  const [together] = meanings(both);
  return together !== undefined && together !== "other" ? both : leaf;
}

/** A list says of which case each row speaks; a step history does not. */
const namesCases = (columns: readonly Decided[]): boolean =>
  columns.some(
    ({ concept, header, hidden, profile }) =>
      !hidden &&
      header !== "" &&
      profile.filled > 0 &&
      ["caseNo", "parentCaseNo", "item", "title", "project"].includes(concept),
  );

const stepsOf = (table: StepTable | undefined): Pick<Reading, "steps" | "stepRows"> =>
  table
    ? { steps: table.steps, stepRows: table.rows.map((row) => ({ grid: table.grid.id, row })) }
    : { steps: [] };

const columnsOf = ({ grid, columns }: ListTable): ColumnReading[] =>
  columns.map(({ header, concept, confidence, why }, index) => ({
    grid: grid.id,
    index,
    header,
    concept,
    confidence,
    why,
  }));

/** A column that is needed and that the values contradict is said to be unreadable, for the whole page. */
const pageUnreadable = ({ columns }: ListTable): Unreadable[] =>
  columns
    .filter(
      (column) =>
        !column.hidden &&
        column.why.includes("values-disagree") &&
        column.proposed !== undefined &&
        (isMomentConcept(column.proposed) ||
          column.proposed === "limit" ||
          column.proposed === "promisedLimit"),
    )
    .map((column) => ({ field: column.proposed as string, why: "values-disagree" }));

function coverage(pagers: readonly string[], shown: number): Coverage {
  const all: Pager = {};
  for (const text of pagers) {
    const pager = readPager(text);
    for (const key of ["total", "page", "pages"] as const) {
      const value = pager[key];
      if (value !== undefined) all[key] ??= value;
    }
  }
  return {
    shown,
    ...(all.total !== undefined && all.total >= shown && { total: all.total }),
    ...(all.page !== undefined && { page: all.page }),
    ...(all.pages !== undefined && { pages: all.pages }),
  };
}
