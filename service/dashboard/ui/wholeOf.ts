import type { ReportDocument, Row } from "../../routes/shapes/report.ts";

/** The row that stands for all cases: the total, or the one row of a report that has no parts. */
export const wholeOf = ({ total, rows }: ReportDocument): Row | null =>
  total ?? (rows.length === 1 ? (rows[0] ?? null) : null);
