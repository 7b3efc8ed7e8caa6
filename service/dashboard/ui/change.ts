import type { ReportDocument, Row } from "../../routes/shapes/report.ts";

/** The differences of a row's figures to the compared window by column; `absent`: there was no such row. */
export type Changes = ReadonlyMap<string, number> | "absent";

/** By row. A figure that is missing on either side, or nought on both, has no change to tell. */
export function changes(now: ReportDocument, before: ReportDocument): ReadonlyMap<string, Changes> {
  const rowsOf = (report: ReportDocument): Row[] =>
    report.total ? [...report.rows, report.total] : report.rows;
  const old = new Map(rowsOf(before).map((row) => [row.key, row]));
  const columns = now.columns.filter(({ type }) => type !== "text" && type !== "date");
  return new Map(
    rowsOf(now).map((row): [string, Changes] => {
      const was = old.get(row.key);
      if (was === undefined) return [row.key, "absent"];
      const cells = new Map<string, number>();
      for (const { key } of columns) {
        const [value, earlier] = [row.cells[key], was.cells[key]];
        if (typeof value !== "number" || typeof earlier !== "number") continue;
        if (value !== 0 || earlier !== 0) cells.set(key, value - earlier);
      }
      return [row.key, cells];
    }),
  );
}
