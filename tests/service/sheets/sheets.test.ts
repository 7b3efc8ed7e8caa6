import { unzipSync, strFromU8 } from "fflate";
import { readSheet } from "read-excel-file/node";
import readXlsx from "read-excel-file/node";
import { expect, test } from "vitest";
import type { ReportDocument } from "../../../service/routes/shapes/report.ts";
import { csvOf, quoted } from "../../../service/sheets/csv.ts";
import { xlsxOf } from "../../../service/sheets/xlsx.ts";

const hostile = [
  '=HYPERLINK("http://x")',
  "+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1",
  "＝1",
  "=cmd|'/c calc'!A1",
];

const document: ReportDocument = {
  id: "x",
  title: "某报表",
  definition: "口径",
  language: "zh-CN",
  generatedAt: "2026-11-20T02:00:00.000Z",
  asOf: "2026-11-20T02:00:00.000Z",
  filters: {
    from: "2026-11-01",
    to: null,
    unit: "青屿区",
    department: null,
    item: null,
    portal: null,
  },
  compared: null,
  versions: { regime: "national@2026-11-22", calendar: "cn@2025-11-04", program: "shixian@0.1.0" },
  n: 3,
  coverage: {
    looks: 5,
    devices: 2,
    cases: 3,
    unidentified: 1,
    unreadableLooks: 2,
    firstLookAt: null,
    lastLookAt: null,
    seenOf: [{ portal: "p", view: "/v", seen: 3, total: 9 }],
  },
  columns: [
    { key: "a", title: "部门", type: "text", definition: "页面所列部门。" },
    { key: "b", title: "件数", type: "number", definition: "件。" },
    { key: "c", title: "按时率", type: "percent", definition: "分子：甲；分母：乙。" },
    { key: "d", title: "应办结", type: "date", definition: "日。" },
    { key: "e", title: "用时", type: "duration", unit: "workday", definition: "时长。" },
  ],
  page: null,
  rows: [
    {
      key: "1",
      cells: { a: '市监局,"北"\n区', b: 3, c: 0.6129, d: "2026-11-09T09:30", e: 5.25 },
      empty: {},
      open: {},
    },
    {
      key: "2",
      cells: { a: "\u0000坏\u0001字", b: 0, c: null, d: "2026-11-09", e: null },
      empty: { c: "没有分母。", e: "未达到。" },
      open: {},
    },
    ...hostile.map((a, i) => ({
      key: `h${i}`,
      cells: { a, b: -1, c: 0, d: null, e: 0 },
      empty: {},
      open: {},
    })),
  ],
  total: {
    key: "total",
    cells: { a: "合计", b: 3, c: 0.5, d: null, e: null },
    empty: {},
    open: {},
  },
  notes: ["提示一"],
  chart: null,
  curves: [],
};

test("CSV opens rightly in a Chinese Excel: its mark, CRLF, quotes, percent and dates", () => {
  const text = csvOf(document);
  expect(text.startsWith("\ufeff部门,件数,按时率,应办结,用时（工作日）\r\n")).toBe(true);
  expect(text).toContain('"市监局,""北""\n区",3,61.29%,2026-11-09 09:30,5.25\r\n');
  expect(text).toContain("坏字,0,—,2026-11-09,—\r\n");
  expect(text.endsWith("合计,3,50%,—,—\r\n")).toBe(true);
});

test.each(hostile)("%s in CSV is text, never a formula", (value) => {
  expect(quoted(value).replace(/^"/, "").startsWith("'")).toBe(true);
});

test("the workbook reads back as typed cells: text, number, share, date", async () => {
  const read = await readSheet(Buffer.from(await xlsxOf(document)));
  // a date is a fraction of days in the file: a second is as near as it gets
  const rows = read.map((row) =>
    row.map((cell) =>
      cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell,
    ),
  );
  expect(rows[0]).toEqual(["部门", "件数", "按时率", "应办结", "用时（工作日）"]);
  expect(rows[1]).toEqual(['市监局,"北"\n区', 3, 0.6129, new Date("2026-11-09T09:30:00Z"), 5.25]);
  expect(rows[2]).toEqual(["坏字", 0, "—", new Date("2026-11-09T00:00:00Z"), "—"]);
  expect(rows.at(-1)?.slice(0, 3)).toEqual(["合计", 3, 0.5]);
});

test("no cell of the workbook is a formula, whatever a page said", async () => {
  const files = unzipSync(await xlsxOf(document));
  const rows = await readSheet(Buffer.from(await xlsxOf(document)));
  const sheets = Object.entries(files).filter(([name]) =>
    /^xl\/worksheets\/[^/]+\.xml$/.test(name),
  );
  expect(sheets.length).toBe(2);
  for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/);
  expect(rows.slice(3, 3 + hostile.length).map(([first]) => first)).toEqual(
    hostile.map((each) => each.trim()),
  );
});

test("the header stays in sight, and the second sheet says what every figure means and rests on", async () => {
  const bytes = Buffer.from(await xlsxOf(document));
  const first = Object.entries(unzipSync(bytes)).find(([name]) => name.endsWith("sheet1.xml"))?.[1];
  expect(strFromU8(first ?? new Uint8Array())).toMatch(
    /<pane [^>]*ySplit="1"[^>]*state="frozen"|<pane [^>]*state="frozen"[^>]*ySplit="1"/,
  );
  const sheets = await readXlsx(bytes);
  const about = JSON.stringify(sheets[1]);
  for (const part of [
    "某报表",
    "口径",
    "2026-11-01",
    "青屿区",
    "national@2026-11-22",
    "cn@2025-11-04",
    "shixian@0.1.0",
    "提示一",
    "分子：甲；分母：乙。",
    "未达到。",
    "看到 3 件，门户页码显示共 9 件",
  ])
    expect(about).toContain(part);
});

test("it prints on A4, fitted to the width, with the head on every page, and stands in the order that readers want", async () => {
  const files = unzipSync(await xlsxOf({ ...document, title: "甲&乙 <报表>" }));
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const sheet = text("xl/worksheets/sheet1.xml");
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toMatch(
    /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
  );
  expect(sheet).toContain("&amp;C甲&amp;&amp;乙 &lt;报表&gt;</oddHeader>");
  expect([...sheet.matchAll(/<pageSetup /g)].length).toBe(1);
  const order = ["<sheetPr", "<sheetViews", "<cols", "<sheetData", "<pageSetup", "<headerFooter"];
  const places = order.map((tag) => sheet.indexOf(tag));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  expect(text("xl/workbook.xml")).toMatch(
    /<\/sheets>.*<definedName name="_xlnm.Print_Titles" localSheetId="0">'数据'!\$1:\$1<\/definedName>/s,
  );
});

test("a mean keeps its fraction: 1.5 is never shown as 2", async () => {
  const bytes = await xlsxOf({
    ...document,
    rows: [
      { key: "m", cells: { a: "甲", b: 1.5, c: null, d: null, e: null }, empty: {}, open: {} },
    ],
  });
  expect(strFromU8(unzipSync(bytes)["xl/styles.xml"] ?? new Uint8Array())).toContain('"0.00"');
  expect(
    csvOf({ ...document, rows: [{ key: "m", cells: { b: 1.5 }, empty: {}, open: {} }] }),
  ).toContain(",1.5,");
});
