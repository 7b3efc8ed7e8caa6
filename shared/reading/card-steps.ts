import type { Instant } from "../time/instant.ts";
import type { Grid, GridCell } from "./grid.ts";
import { speaksOfOtherThings } from "./lexicon/meanings.ts";
import { isStepName, speaksOfSteps } from "./lexicon/steps.ts";
import type { StepReading } from "./reading.ts";
import { type Column, type StepTable, cellMoment, step, times2, timesOf } from "./step-columns.ts";
import { type MomentContext, findMoments } from "./values/moment.ts";
import { isOffice, isPerson } from "./values/name.ts";
import { fold, isBlank } from "./values/text.ts";

const RUNNING = /办理中|进行中|处理中|审[核批查]中|待办|在办|当前|running|in progress|pending/i;

/** Events of a case that bear no name: messages, notes. Only on a page that is surely about one case. */
export function readEvents(grid: Grid, at: Instant): StepTable | undefined {
  if (grid.from !== "cards" || grid.rows.length < 2) return undefined;
  const context: MomentContext = { at };
  const when = grid.columns.findIndex(
    (column, i) =>
      column.header.length === 0 &&
      grid.rows.every((row) => cellMoment(row.cells[i], context) !== null),
  );
  if (when < 0 || grid.columns.length < 3) return undefined;
  return {
    grid,
    score: 1,
    steps: grid.rows.map((row) =>
      step(null, undefined, null, cellMoment(row.cells[when], context), undefined),
    ),
    rows: grid.rows.map((_, r) => r),
  };
}

/** Timelines: every entry says when, and who or what. */
export function fromCards(
  grid: Grid,
  columns: readonly Column[],
  context: MomentContext,
): StepTable | undefined {
  if (columns.some((column) => speaksOfOtherThings(column.words))) return undefined;
  const labelledTimes = columns.filter(
    (column) =>
      ["enteredAt", "leftAt", "either"].includes(column.role ?? "") && column.dated >= 0.5,
  );
  const bare = columns.filter((column) => column.words === "");
  const nameColumn =
    columns.find((column) => column.role === "name" && column.dated < 0.5 && column.words !== "") ??
    namesOf(bare);
  const bareTimes = bare.filter((column) => column.dated >= 0.6);
  if (labelledTimes.length === 0 && bareTimes.length === 0) return undefined;
  const labels = columns.filter(
    (column) =>
      column.words !== "" &&
      (speaksOfSteps(column.words) || column.role === "handler" || column.role === "opinion"),
  ).length;
  const names = nameColumn
    ? nameColumn.cells.filter((cell) => isStepName(bareName(cell.text).name)).length /
      Math.max(1, nameColumn.cells.filter((cell) => !isBlank(cell.text)).length)
    : 0;
  const score = (names >= 0.5 ? 3 : 0) + labels * 1.5 + (labelledTimes.length > 0 ? 1 : 0);
  if (score < 3) return undefined;
  const { entered, left } = times2(labelledTimes);
  const department =
    columns.find((column) => column.role === "department") ??
    bare.find(
      (column) =>
        column !== nameColumn &&
        column.dated < 0.3 &&
        column.cells.filter((cell) => isOffice(cell.text)).length >= column.cells.length * 0.5,
    );
  const steps: StepReading[] = [];
  const rows: number[] = [];
  grid.rows.forEach((row, r) => {
    const name = nameColumn ? bareName(nameColumn.cells[r]?.text ?? "") : undefined;
    if (labelledTimes.length > 0) {
      if (labelledTimes.every((column) => isBlank(column.cells[r]?.text ?? ""))) return;
      const office =
        department?.cells[r] ??
        officeIn(columns.find((column) => column.role === "handler")?.cells[r]);
      const { enteredAt, leftAt } = timesOf(entered?.cells[r], left?.cells[r], context);
      steps.push(step(name?.name || null, office, enteredAt, leftAt, undefined));
      rows.push(r);
      return;
    }
    if (!name || name.name === "") return;
    const column = bareTimes.find((each) => !isBlank(each.cells[r]?.text ?? ""));
    const text = column?.cells[r]?.text ?? "";
    const found = findMoments(text, context);
    if (found.length === 0) return;
    const running =
      RUNNING.test(name.state) ||
      row.cells.some((cell) => cell.text.length <= 8 && RUNNING.test(cell.text));
    const office = department?.cells[r] ?? officeIn(column?.cells[r]);
    const [first, second] = found;
    const range = second !== undefined || /(?:至|到|—|~)\s*今/.test(text);
    const enteredAt = range || running ? (first?.moment ?? null) : null;
    const leftAt = range ? (second?.moment ?? null) : running ? null : (first?.moment ?? null);
    steps.push(step(name.name, office, enteredAt, leftAt, undefined));
    rows.push(r);
  });
  return steps.length === 0 ? undefined : { grid, score, steps, rows };
}

const isNames = (column: Column): boolean => {
  const filled = column.cells.filter((cell) => !isBlank(cell.text));
  return (
    filled.length >= column.cells.length * 0.6 &&
    filled.every((cell) => bareName(cell.text).name.length <= 30 && !/^[\d.]+$/.test(cell.text)) &&
    filled.filter((cell) => isPerson(cell.text)).length < filled.length * 0.6
  );
};

/** Of several columns of short words the one with the most names of steps. */
const namesOf = (columns: readonly Column[]): Column | undefined => {
  const share = (column: Column): number =>
    column.cells.filter((cell) => isStepName(bareName(cell.text).name)).length;
  return columns
    .filter((column) => column.dated < 0.5 && isNames(column))
    .sort((a, b) => share(b) - share(a))[0];
};

/** `现场核查（办理中）`: the name and the state behind it. */
function bareName(text: string): { name: string; state: string } {
  const folded = fold(text).trim();
  const m = /^(.+?)\s*[([](.{1,8})[)\]]$/.exec(folded);
  if (m && /中$|完成|通过|办|待|已|未/.test(m[2] ?? ""))
    return { name: (m[1] ?? folded).trim(), state: m[2] ?? "" };
  return { name: text.trim(), state: "" };
}

/** An office named before a person or a date in one text. */
function officeIn(cell: GridCell | undefined): GridCell | undefined {
  for (const word of (cell?.text ?? "").split(/\s+/))
    if (word.length > 2 && isOffice(word)) return { text: word };
  return undefined;
}
