import { expectedMarks } from "../e2e/marks.ts";
import type { Portal } from "../portal/portal.ts";
import type { Report } from "./auditor.ts";
import { ALL, type HandRow } from "./by-hand.ts";
import type { Walked } from "./walk.ts";

interface Outcome {
  portal: Portal;
  walked: Pick<Walked, "marks" | "changed">;
  report: Report;
  workbook: { cells: unknown[][] };
  byHand: ReadonlyMap<string, HandRow>;
}

/** Everything in which marks, report and workbook differ from the count by hand, a line each. Empty when all is right. */
export function differences({ portal, walked, report, workbook, byHand }: Outcome): string[] {
  const wrong: string[] = walked.changed.map(
    (each) => `同一办件前后标记不同 marked twice: ${each}`,
  );
  const expected = expectedMarks({ ...portal, history: [] });
  for (const caseNo of new Set([...Object.keys(expected), ...Object.keys(walked.marks)]))
    if (expected[caseNo] !== walked.marks[caseNo])
      wrong.push(`${caseNo}: 人工 ${expected[caseNo]}，标记 ${walked.marks[caseNo] ?? "无 none"}`);

  const reported = new Map(
    report.rows.map(({ cells }) => [String(cells.department), cells] as const),
  );
  for (const [department, hand] of byHand) {
    const cells = department === ALL ? report.total.cells : reported.get(department);
    if (!cells) {
      wrong.push(`报表缺少 not in the report: ${department}`);
      continue;
    }
    for (const [key, n] of Object.entries(hand))
      if (cells[key] !== n)
        wrong.push(`${department || "合计 total"} ${key}: 人工 ${n}，报表 ${cells[key]}`);
  }
  for (const department of reported.keys())
    if (!byHand.has(department)) wrong.push(`报表多出 only in the report: ${department}`);

  // The workbook says the same as the document, cell by cell; where the document has no figure it has a dash.
  const titles = report.columns.map(({ title }) => title);
  const [header, ...lines] = workbook.cells;
  if (JSON.stringify(header) !== JSON.stringify(titles))
    wrong.push(`xlsx 表头 header: ${String(header)}`);
  const wanted = [...report.rows, report.total].map(({ cells }) =>
    report.columns.map(({ key }) => cells[key] ?? "—"),
  );
  for (const [i, row] of wanted.entries())
    if (JSON.stringify(lines[i]) !== JSON.stringify(row))
      wrong.push(`xlsx 第 ${i + 2} 行 row: ${String(lines[i])}，应为 should be ${row.join()}`);
  return wrong;
}
