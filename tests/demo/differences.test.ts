import { expect, test } from "vitest";
import type { Report } from "./auditor.ts";
import { casesOn, ordersOn } from "../portal/cases.ts";
import type { Portal } from "../portal/portal.ts";
import { expectedMarks } from "../e2e/marks.ts";
import { ALL, type HandRow, reportByHand } from "./by-hand.ts";
import { differences } from "./differences.ts";

const DAY = "2026-11-23";
const portal = { cases: casesOn(DAY), orders: ordersOn(DAY), history: [] } as unknown as Portal;
const byHand = reportByHand(portal, DAY);
const KEYS = ["department", ...Object.keys(byHand.get(ALL) ?? {})];

/** A report, a workbook and marks in which everything is right. */
function right() {
  const cellsOf = (department: string, row: HandRow): Record<string, string | number | null> => ({
    ...row,
    department,
  });
  const rows = [...byHand]
    .filter(([name]) => name !== ALL)
    .map(([name, row]) => ({ cells: cellsOf(name, row) }));
  const total = { cells: cellsOf("合计", byHand.get(ALL) as HandRow) };
  const report: Report = {
    title: "",
    definition: "",
    n: portal.cases.length + portal.orders.length,
    columns: KEYS.map((key) => ({ key, title: key })),
    rows,
    total,
    notes: [],
  };
  const cells: unknown[][] = [
    KEYS,
    ...[...rows, total].map((row) => KEYS.map((key) => row.cells[key])),
  ];
  const marks = expectedMarks(portal);
  return {
    portal,
    walked: { marks, changed: [] as string[] },
    report,
    workbook: { cells },
    byHand,
  };
}

test("by hand, every case is counted once in its department and once in the sum", () => {
  const sum = byHand.get(ALL) as HandRow;
  expect(sum.total).toBe(portal.cases.length + portal.orders.length);
  const { total, passed, passedOnTime, ...buckets } = sum;
  expect(Object.values(buckets).reduce((a, b) => a + b)).toBe(total);
  expect(passed).toBeGreaterThan(passedOnTime);
});

test("when marks, report and workbook equal the count by hand there is no difference", () => {
  expect(differences(right())).toEqual([]);
});

test("one wrong mark, one missing mark or one mark too many is told", () => {
  const [first = ""] = Object.keys(expectedMarks(portal));
  const wrong = right();
  wrong.walked.marks[first] = "unknown";
  expect(differences(wrong)).toEqual([expect.stringContaining(first)]);
  const missing = right();
  delete missing.walked.marks[first];
  expect(differences(missing)).toHaveLength(1);
  const more = right();
  more.walked.marks.QYSP1 = "overdue";
  expect(differences(more)).toHaveLength(1);
});

test("a figure that differs by one, a department too many or too few, and a wrong cell of the workbook are told", () => {
  const figure = right();
  const row = figure.report.rows[0]?.cells ?? {};
  row["open-overdue"] = Number(row["open-overdue"]) + 1;
  expect(differences(figure).length).toBeGreaterThan(0);
  const fewer = right();
  fewer.report.rows.pop();
  expect(differences(fewer).join()).toMatch(/报表缺少/);
  const more = right();
  more.report.rows.push({ cells: { department: "区档案局" } });
  expect(differences(more).join()).toMatch(/报表多出/);
  const cell = right();
  (cell.workbook.cells[1] as unknown[])[1] = 99;
  expect(differences(cell)).toEqual([expect.stringContaining("xlsx")]);
});
