import type { ReportDocument, Row } from "../../routes/shapes/report.ts";

/** The difference of one figure to the compared window; `absent`: there was no such row. */
export type Change = { by: number } | "absent";

/** By row and column. Cells without a figure on either side have no change. */
export function changes(
  now: ReportDocument,
  before: ReportDocument,
): ReadonlyMap<string, ReadonlyMap<string, Change>> {
  const rowsOf = (report: ReportDocument): Row[] =>
    report.total ? [...report.rows, report.total] : report.rows;
  const old = new Map(rowsOf(before).map((row) => [row.key, row]));
  const columns = now.columns.filter(({ type }) => type !== "text" && type !== "date");
  return new Map(
    rowsOf(now).map((row) => {
      const was = old.get(row.key);
      const cells = new Map<string, Change>();
      for (const { key } of columns) {
        const value = row.cells[key];
        const earlier = was?.cells[key];
        if (typeof value !== "number") continue;
        if (was === undefined) cells.set(key, "absent");
        else if (typeof earlier === "number") cells.set(key, { by: value - earlier });
      }
      return [row.key, cells];
    }),
  );
}
