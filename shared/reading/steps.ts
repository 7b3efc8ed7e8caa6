import type { Instant } from "../time/instant.ts";
import type { Grid } from "./grid.ts";
import { headerWords, meanings, speaksOfOtherThings } from "./lexicon/meanings.ts";
import { type StepRole, isStepName, speaksOfSteps, stepRole } from "./lexicon/steps.ts";
import type { StepReading } from "./reading.ts";
import { fromCards } from "./card-steps.ts";
import { type Column, type StepTable, step, times2, timesOf } from "./step-columns.ts";
import { type MomentContext, dayOrder, findMoments } from "./values/moment.ts";
import { isBlank } from "./values/text.ts";

/** Of a long table the first cells tell whether a column holds dates. */
const SAMPLE = 60;

/** Reads a grid as the step history of one case; undefined when it is none. */
export function readSteps(grid: Grid, at: Instant): StepTable | undefined {
  if (grid.rows.length === 0 || isNamedList(grid)) return undefined;
  const order = dayOrder(
    grid.rows.slice(0, 400).flatMap((row) => row.cells.map((cell) => cell.text)),
  );
  const context: MomentContext = { at, ...(order !== undefined && { order }) };
  const columns = grid.columns
    .map((column, index): Column => {
      const cells = grid.rows.map((row) => row.cells[index] ?? { text: "" });
      const words = headerWords(column.header[column.header.length - 1] ?? "");
      const filled = cells.slice(0, SAMPLE).filter((cell) => !isBlank(cell.text));
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

/** A shown column with the numbers of cases makes it a list: told before a single cell is read for its date. */
const isNamedList = ({ columns, rows, from }: Grid): boolean =>
  columns.some(
    ({ header, hidden }, i) =>
      !hidden &&
      meanings(headerWords(header[header.length - 1] ?? ""))[0] === "caseNo" &&
      (from === "cards" || rows.some((row) => !isBlank(row.cells[i]?.text ?? ""))),
  );

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
