import type { ReportDocument } from "../../routes/shapes/report.ts";
import { ownColumns } from "./change.ts";

export interface Footnotes {
  /** each sentence once, in the order of the table */
  list: readonly string[];
  /** 1, 2, … */
  numberOf(sentence: string): number;
}

/** Why cells have no figure, told once under the table, so that print and screen say the same. */
export function footnotes(report: ReportDocument): Footnotes {
  const rows = report.total ? [...report.rows, report.total] : report.rows;
  const told = rows.flatMap((row) =>
    ownColumns(report).flatMap(({ key }) => {
      const sentence = row.empty[key];
      return (row.cells[key] ?? null) === null && sentence !== undefined ? [sentence] : [];
    }),
  );
  const list = [...new Set(told)];
  return { list, numberOf: (sentence) => list.indexOf(sentence) + 1 };
}
