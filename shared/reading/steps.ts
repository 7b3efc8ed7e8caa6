import type { Instant } from "../time/instant.ts";
import type { Moment } from "../time/moment.ts";
import type { Grid, GridCell } from "./grid.ts";
import { headerWords, meanings, speaksOfOtherThings } from "./lexicon/meanings.ts";
import { type StepRole, isStepName, speaksOfSteps, stepRole } from "./lexicon/steps.ts";
import type { StepReading } from "./reading.ts";
import { readAmount } from "./values/amount.ts";
import {
  type MomentContext,
  dayOrder,
  exactMoment,
  findMoments,
  readMoment,
} from "./values/moment.ts";
import { isOffice, isPerson } from "./values/name.ts";
import { fold, isBlank } from "./values/text.ts";

export interface StepTable {
  grid: Grid;
  /** how surely it is a step history, from 0 */
  score: number;
  steps: StepReading[];
  /** grid row of each step */
  rows: number[];
}

interface Column {
  index: number;
  words: string;
  role: StepRole | undefined;
  cells: GridCell[];
  dated: number;
}

/** Reads a grid as the step history of one case; undefined when it is none. */
export function readSteps(grid: Grid, at: Instant): StepTable | undefined {
  if (grid.rows.length === 0) return undefined;
  const order = dayOrder(grid.rows.flatMap((row) => row.cells.map((cell) => cell.text)));
  const context: MomentContext = { at, ...(order !== undefined && { order }) };
  const columns = grid.columns
    .map((column, index): Column => {
      const cells = grid.rows.map((row) => row.cells[index] ?? { text: "" });
      const words = headerWords(column.header[column.header.length - 1] ?? "");
      const filled = cells.filter((cell) => !isBlank(cell.text));
      const dated =
        filled.length === 0
          ? 0
          : filled.filter((cell) => findMoments(cell.text, context).length > 0).length /
            filled.length;
      return { index, words, role: words === "" ? undefined : stepRole(words), cells, dated };
    })
    .filter((column) => !grid.columns[column.index]?.hidden);
  if (grid.from === "cards") return fromCards(grid, columns, context);
  return grid.columns.some((column) => column.header.length > 0)
    ? fromTable(grid, columns, context)
    : undefined;
}

function fromTable(
  grid: Grid,
  columns: readonly Column[],
  context: MomentContext,
): StepTable | undefined {
  const named = columns.filter((column) => column.words !== "");
  if (named.some((column) => speaksOfOtherThings(column.words))) return undefined;
  const times = named.filter(
    (column) =>
      ["enteredAt", "leftAt", "either"].includes(column.role ?? "") &&
      (column.dated >= 0.5 || column.cells.every((cell) => isBlank(cell.text))),
  );
  const name =
    pick(named, "name") ??
    (times.length > 0
      ? named.find((column) => column.role === "result" && column.dated < 0.5)
      : undefined);
  if (!name || times.length === 0 || !times.some((column) => column.dated >= 0.5)) return undefined;
  if (named.some((column) => /^当前|^所在/.test(column.words) && stepLike(column.words)))
    return undefined;
  if (
    named.some(
      (column) =>
        meanings(column.words)[0] === "caseNo" &&
        column.cells.filter((cell) => !isBlank(cell.text)).length > 0,
    )
  )
    return undefined;
  const strong = named.filter((column) => speaksOfSteps(column.words)).length;
  const names = name.cells.filter((cell) => isStepName(cell.text)).length / name.cells.length;
  const roles = new Set(named.map((column) => column.role));
  const score =
    strong * 2 +
    (names >= 0.5 ? 2 : 0) +
    (roles.has("handler") ? 1 : 0) +
    (roles.has("opinion") ? 1 : 0) +
    (times.length > 1 ? 1 : 0);
  if (score < 3) return undefined;
  const { entered, left } = times2(times);
  const department = pick(named, "department");
  const limit = pick(named, "limit");
  const steps: StepReading[] = [];
  const rows: number[] = [];
  grid.rows.forEach((_, r) => {
    const text = name.cells[r]?.text ?? "";
    if (isBlank(text)) return;
    const { enteredAt, leftAt } = timesOf(entered?.cells[r], left?.cells[r], context);
    steps.push(step(text, department?.cells[r], enteredAt, leftAt, limit?.cells[r]));
    rows.push(r);
  });
  return { grid, score, steps, rows };
}

const stepLike = (words: string): boolean => /环节|步骤|节点|阶段|任务|活动/.test(words);
const pick = (columns: readonly Column[], role: StepRole): Column | undefined => {
  const all = columns.filter((column) => column.role === role);
  return all.find((column) => /环节|步骤|节点|活动|activity|step/.test(column.words)) ?? all[0];
};

/** Which column is the start of a step and which its end. */
function times2(times: readonly Column[]): { entered?: Column; left?: Column } {
  const entered = times.find((column) => column.role === "enteredAt");
  const left = times.find((column) => column.role === "leftAt");
  const either = times.find((column) => column.role === "either");
  if (either && entered && !left) return { entered, left: either };
  if (either && left && !entered) return { entered: either, left };
  if (either && !left && !entered) return { left: either };
  return { ...(entered && { entered }), ...(left && { left }) };
}

/** `2026-09-15 08:40 至 2026-09-15 09:00`, `… 至今`: both ends in one cell. */
function rangeIn(
  cell: GridCell | undefined,
  context: MomentContext,
): { enteredAt: Moment | null; leftAt: Moment | null } | undefined {
  if (!cell || isBlank(cell.text)) return undefined;
  const found = findMoments(cell.text, context);
  if (
    found.length === 2 ||
    (found.length === 1 && /(?:至|到|—|–|~|～|-)\s*(?:今|now)/i.test(cell.text))
  )
    return { enteredAt: found[0]?.moment ?? null, leftAt: found[1]?.moment ?? null };
  return undefined;
}

const timesOf = (
  entered: GridCell | undefined,
  left: GridCell | undefined,
  context: MomentContext,
): { enteredAt: Moment | null; leftAt: Moment | null } =>
  (entered && left ? undefined : rangeIn(left ?? entered, context)) ?? {
    enteredAt: cellMoment(entered, context),
    leftAt: cellMoment(left, context),
  };

function cellMoment(cell: GridCell | undefined, context: MomentContext): Moment | null {
  if (!cell || isBlank(cell.text)) return null;
  const exact =
    cell.title !== undefined && /\d/.test(cell.title) && cell.title.length < 60
      ? exactMoment(cell.text, cell.title, context)
      : readMoment(cell.text, context);
  return exact ?? null;
}

function step(
  name: string | null,
  department: GridCell | undefined,
  enteredAt: Moment | null,
  leftAt: Moment | null,
  limit: GridCell | undefined,
): StepReading {
  const amount = limit && !isBlank(limit.text) ? readAmount(limit.text) : undefined;
  const office = department?.text.split("\n")[0]?.trim() ?? "";
  return {
    name: name === null ? null : (name.split("\n")[0] ?? name).trim().slice(0, 200),
    enteredAt,
    leftAt,
    ...(office !== "" && !isBlank(office) && { department: office.slice(0, 200) }),
    ...(amount !== undefined && amount !== "none" && { limit: amount }),
  };
}

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
function fromCards(
  grid: Grid,
  columns: readonly Column[],
  context: MomentContext,
): StepTable | undefined {
  if (columns.some((column) => speaksOfOtherThings(column.words))) return undefined;
  if (columns.some((column) => meanings(column.words)[0] === "caseNo")) return undefined;
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
