import { expect, test } from "vitest";
import type { Column, ReportDocument, Row } from "../../../service/routes/shapes/report.ts";
import { changeOf, isNew, ownColumns } from "../../../service/dashboard/ui/change.ts";
import { compared } from "../../../service/reports/comparison.ts";
import { footnotes } from "../../../service/dashboard/ui/footnotes.ts";
import { cellText, instantText, number, percent } from "../../../service/dashboard/ui/format.ts";
import { headGroups, ownTitle } from "../../../service/dashboard/ui/headGroups.ts";
import { readOrder, sortRows } from "../../../service/dashboard/ui/sortRows.ts";
import { fileName } from "../../../service/dashboard/api/download.ts";

const row = (key: string, cells: Row["cells"], empty: Row["empty"] = {}): Row => ({
  key,
  cells: { name: key, ...cells },
  empty,
  open: {},
});
const column = (key: string, type: Column["type"], title = key): Column => ({
  key,
  title,
  type,
  definition: "",
});
const report = (rows: Row[], total: Row | null = null): ReportDocument => ({
  id: "r",
  title: "r",
  definition: "",
  language: "zh-CN",
  generatedAt: "",
  asOf: "",
  filters: { from: null, to: null, unit: null, department: null, item: null, portal: null },
  compared: null,
  versions: { regime: "", calendar: "", program: "" },
  n: rows.length,
  coverage: {
    looks: 0,
    devices: 0,
    cases: 0,
    unidentified: 0,
    unreadableLooks: 0,
    firstLookAt: null,
    lastLookAt: null,
    seenOf: [],
  },
  columns: [column("name", "text"), column("n", "number"), column("rate", "percent")],
  rows,
  page: null,
  total,
  notes: [],
  chart: null,
  curves: [],
});

test("rows without a figure stand last in either order, and the total takes no part", () => {
  const rows = [row("a", { n: 2 }), row("b", { n: null }), row("c", { n: 10 })];
  const keys = (order: string): string[] => sortRows(rows, readOrder(order)).map(({ key }) => key);
  expect(keys("n.desc")).toEqual(["c", "a", "b"]);
  expect(keys("n.asc")).toEqual(["a", "c", "b"]);
  expect(keys("nonsense")).toEqual(["a", "b", "c"]);
});

test("under a figure stands that of the compared window and the difference, and a new row is called new", () => {
  const other = { with: "previous", from: "2026-10-01", to: "2026-10-31" } as const;
  const now = report([
    row("a", { n: 5, rate: 0.5 }),
    row("b", { n: 0, rate: null }),
    row("c", { n: 1, rate: 1 }),
  ]);
  const before = report([row("a", { n: 2, rate: 0.75 }), row("b", { n: 0, rate: 1 })]);
  const both = compared(now, before, other);
  const [, n, rate] = ownColumns(both);
  expect(ownColumns(both).map(({ key }) => key)).toEqual(["name", "n", "rate"]);
  const [a, b, c] = both.rows;
  expect(changeOf(a!, n!)).toEqual({ before: 2, by: 3 });
  expect(changeOf(a!, rate!)).toEqual({ before: 0.75, by: -25 });
  expect(changeOf(b!, n!)).toBeUndefined();
  expect(changeOf(b!, rate!)).toEqual({ before: 1, by: null });
  expect([a, b, c].map((each) => isNew(each!, both.columns))).toEqual([false, false, true]);
});

test("each reason for a missing figure is told once, the total's too", () => {
  const why = "没有符合分母条件的办件。";
  const notes = footnotes(
    report(
      [row("a", { rate: null }, { rate: why }), row("b", { rate: 0.1 }, { rate: "不该出现" })],
      row("total", { n: null, rate: null }, { rate: why, n: "另有原因" }),
    ),
  );
  expect(notes.list).toEqual([why, "另有原因"]);
  expect(notes.numberOf("另有原因")).toBe(2);
});

test("titles with a common part get one head over them", () => {
  const columns = ["部门", "未受理·补正", "未受理·撤回", "已受理·办结", "率"].map((title) =>
    column(title, "number", title),
  );
  expect(headGroups(columns).map(({ title, columns: own }) => [title, own.map(ownTitle)])).toEqual([
    [null, ["部门"]],
    ["未受理", ["补正", "撤回"]],
    ["已受理", ["办结"]],
    [null, ["率"]],
  ]);
});

test.each([
  [1234567, "1,234,567"],
  [-1234.56, "−1,234.6"],
  [-0.01, "0"],
  [0.5, "0.5"],
])("the number %s is written %s", (value, text) => {
  expect(number(value)).toBe(text);
});

test("shares keep one decimal, instants stand on China's clock, and nothing is not nought", () => {
  expect(percent(1)).toBe("100.0%");
  expect(instantText("2026-11-20T02:00:00.000Z")).toBe("2026-11-20 10:00");
  expect(cellText(null, { type: "number" })).toBeNull();
  expect(cellText(0, { type: "number" })).toBe("0");
});

test.each([
  [`attachment; filename="a.csv"; filename*=UTF-8''%E7%94%B2.csv`, "甲.csv"],
  [`attachment; filename="a.csv"; filename*=UTF-8''%E7%9`, "a.csv"],
  [null, undefined],
])("the file of %s is called %s", (disposition, name) => {
  expect(fileName(disposition)).toBe(name);
});
