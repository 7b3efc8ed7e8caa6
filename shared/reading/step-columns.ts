import type { Moment } from "../time/moment.ts";
import type { Grid, GridCell } from "./grid.ts";
import type { StepRole } from "./lexicon/steps.ts";
import type { StepReading } from "./reading.ts";
import { readAmount } from "./values/amount.ts";
import { type MomentContext, exactMoment, findMoments, readMoment } from "./values/moment.ts";
import { isBlank } from "./values/text.ts";

export interface StepTable {
  grid: Grid;
  /** how surely it is a step history, from 0 */
  score: number;
  steps: StepReading[];
  /** grid row of each step */
  rows: number[];
}

export interface Column {
  index: number;
  words: string;
  role: StepRole | undefined;
  cells: GridCell[];
  dated: number;
}

/** Which column is the start of a step and which its end. */
export function times2(times: readonly Column[]): { entered?: Column; left?: Column } {
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

export const timesOf = (
  entered: GridCell | undefined,
  left: GridCell | undefined,
  context: MomentContext,
): { enteredAt: Moment | null; leftAt: Moment | null } =>
  (entered && left ? undefined : rangeIn(left ?? entered, context)) ?? {
    enteredAt: cellMoment(entered, context),
    leftAt: cellMoment(left, context),
  };

export function cellMoment(cell: GridCell | undefined, context: MomentContext): Moment | null {
  if (!cell || isBlank(cell.text)) return null;
  const exact =
    cell.title !== undefined && /\d/.test(cell.title) && cell.title.length < 60
      ? exactMoment(cell.text, cell.title, context)
      : readMoment(cell.text, context);
  return exact ?? null;
}

export function step(
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
