import type { Column, ReportDocument, Row } from "../../routes/shapes/report.ts";

/** One figure in the compared window, and by how much it has changed; null where there is none. */
export interface Change {
  before: number | null;
  /** shares in percentage points */
  by: number | null;
}

/** The columns of the report itself: those that a comparison has added stand under their figures, not beside them. */
export const ownColumns = ({ columns }: ReportDocument): Column[] =>
  columns.filter((column) => column.compared === undefined);

/** What the comparison says of one figure. Nought on both sides is nothing to tell. */
export function changeOf(row: Row, { key }: Column): Change | undefined {
  const cell = (part: "before" | "change"): number | null => {
    const value = row.cells[`${key}.${part}`];
    return typeof value === "number" ? value : null;
  };
  const [before, by] = [cell("before"), cell("change")];
  if (before === null || (before === 0 && by === 0)) return undefined;
  return { before, by };
}

/** Whether the compared window had no such row at all. */
export const isNew = (row: Row, columns: readonly Column[]): boolean => {
  const before = columns.filter(({ compared }) => compared?.part === "before");
  return before.length > 0 && before.every(({ key }) => (row.cells[key] ?? null) === null);
};
