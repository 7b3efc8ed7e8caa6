import { VERDICT_KINDS } from "#shared/limit/verdict.ts";
import { strings } from "#shared/strings/strings.ts";
import { type Marks, expectedMarks } from "../e2e/marks.ts";
import type { Portal } from "../portal/portal.ts";
import type { Report } from "./auditor.ts";
import { table } from "./tables.ts";

/** How many cases of each verdict were counted by hand, and how many were marked so. */
export function verdictTable(portal: Portal, marks: Marks): string {
  const { mark } = strings("zh-CN").verdict;
  const expected = expectedMarks({ ...portal, history: [] });
  const count = (all: Marks, kind: string): number =>
    Object.values(all).filter((each) => each === kind).length;
  return table(
    ["判定 verdict", "人工 by hand", "标记 marked"],
    [
      ...VERDICT_KINDS.map((kind) => [
        `${mark[kind]} ${kind}`,
        String(count(expected, kind)),
        String(count(marks, kind)),
      ]),
      ["合计 all", String(Object.keys(expected).length), String(Object.keys(marks).length)],
    ],
  );
}

const SHOWN = [
  "department",
  "total",
  "open-overdue",
  "closed-late",
  "open-in-limit",
  "closed-in-limit",
  "unknown",
  "onTimeRate",
  "closedOnTimeRate",
];

/** The report's main columns; the workbook has all of them. */
export function reportTable({ columns, rows, total }: Report): string {
  const shown = SHOWN.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  const text = (cell: string | number | null | undefined, key: string): string => {
    if (cell === null || cell === undefined) return "—";
    return typeof cell === "number" && key.endsWith("Rate")
      ? `${(cell * 100).toFixed(1)}%`
      : String(cell);
  };
  return table(
    shown.map(({ title }) => title),
    [...rows, total].map(({ cells }) => shown.map(({ key }) => text(cells[key], key))),
  );
}
