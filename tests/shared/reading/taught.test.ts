import { expect, test } from "vitest";
import type { Grid } from "../../../shared/reading/grid.ts";
import {
  type PortalFile,
  type PortalView,
  portalFile,
} from "../../../shared/reading/portal-file.ts";
import { recognise } from "../../../shared/reading/recognise.ts";
import { taughtFor, viewsFor } from "../../../shared/reading/taught.ts";
import { type Instant, parseInstant } from "../../../shared/time/instant.ts";

const at = parseInstant("2026-11-22T10:00:00+08:00") as Instant;
const file = (more: Partial<PortalFile> = {}): PortalFile => ({
  format: 1,
  id: "a-portal",
  version: 1,
  verifiedOn: "2026-11-22",
  matches: [{ host: "*.qingyu.gov.cn", path: "/sp/*" }],
  views: [{ id: "all" }],
  ...more,
});
const grid = (headers: string[], rows: string[][]): Grid => ({
  id: "g0",
  from: "table",
  columns: headers.map((header) => ({ header: header === "" ? [] : [header], hidden: false })),
  rows: rows.map((row) => ({ cells: row.map((text) => ({ text })) })),
});
const read = (table: Grid, ...views: PortalView[]) =>
  recognise({ title: "", headings: [], grids: [table], fields: [], pagers: [] }, { at, views });

test.each([
  ["xzsp.qingyu.gov.cn", "/sp/list", 1],
  ["a.b.qingyu.gov.cn", "/sp/", 1],
  ["qingyu.gov.cn", "/sp/list", 0],
  ["xzsp.qingyu.gov.cn.example.com", "/sp/list", 0],
  ["xzspXqingyu.gov.cn", "/sp/list", 0],
  ["xzsp.qingyu.gov.cn", "/list", 0],
  ["xzsp.qingyu.gov.cn", "/x/sp/list", 0],
])("a file for *.qingyu.gov.cn/sp/* speaks of %s%s: %i", (host, path, n) => {
  expect(viewsFor([file()], host, path)).toHaveLength(n);
});

test("a view's own path narrows its file's", () => {
  const two = file({ views: [{ id: "todo", path: "/sp/todo" }, { id: "all" }] });
  expect(viewsFor([two], "x.qingyu.gov.cn", "/sp/done").map(({ id }) => id)).toEqual(["all"]);
});

test("a table that lost a third of its headers is still the one that was taught; a stranger is not", () => {
  const view: PortalView = {
    id: "v",
    headers: ["A1", "B1", "C1"],
    columns: [{ header: "A1", concept: "caseNo" }],
  };
  expect(taughtFor(["A1", "C1", "Z"], [view])?.concepts).toEqual(["caseNo", undefined, undefined]);
  expect(taughtFor(["A1", "X", "Y"], [view])).toBeUndefined();
});

const HEADERS = ["LSH", "SXMC", "SJ", "TS", "ZT"];
const ROWS = [
  ["QY-1001", "食品经营许可", "02-11-2026", "5", "7"],
  ["QY-1002", "取水许可", "03-11-2026", "20", "7"],
];
const VIEW: PortalView = {
  id: "v",
  headers: HEADERS,
  columns: [
    { header: "LSH", concept: "caseNo" },
    { header: "SXMC", concept: "item" },
    { header: "SJ", concept: "acceptedAt" },
    { header: "TS", concept: "promisedLimit" },
    { header: "ZT", concept: "status" },
  ],
  dates: "day-first",
  unit: "workday",
  statuses: { "7": "processing" },
};

test("headers that nobody knows, days before months, limits without a unit, states in numbers: read as taught", () => {
  const { kind, cases, columns } = read(grid(HEADERS, ROWS), VIEW);
  expect(kind).toBe("list");
  expect(columns.every(({ why, confidence }) => why[0] === "taught" && confidence === "sure")).toBe(
    true,
  );
  expect(cases[0]).toMatchObject({
    caseNo: "QY-1001",
    statusText: "7",
    facts: {
      item: "食品经营许可",
      acceptedAt: "2026-11-02",
      promisedLimit: { amount: 5, unit: "workday" },
      status: { text: "7", kind: "processing" },
    },
  });
});

test("the values have the last word: a taught day column without days is unreadable, never guessed", () => {
  const rows = ROWS.map((row) => row.map((cell, i) => (i === 2 ? "见附件" : cell)));
  const { columns, cases, unreadable } = read(grid(HEADERS, rows), VIEW);
  expect(columns[2]).toMatchObject({
    concept: "other",
    confidence: "guess",
    why: ["taught", "values-disagree"],
  });
  expect(unreadable).toContainEqual({ field: "acceptedAt", why: "values-disagree" });
  expect(cases.every(({ facts }) => facts.acceptedAt === undefined)).toBe(true);
});

test("a status word that nobody taught is unreadable", () => {
  const rows = [...ROWS, ["QY-1003", "取水许可", "04-11-2026", "20", "8"]];
  const { cases } = read(grid(HEADERS, rows), VIEW);
  expect(cases[2]?.facts.status).toBeUndefined();
  expect(cases[2]?.unreadable).toContainEqual({ field: "status", why: "unknown-word" });
});

test("what was taught overrides what the lexicon proposes for the same header", () => {
  const headers = ["办件编号", "事项名称", "受理时间", "收件时间", "状态"];
  const rows = [["QY1001", "食品经营许可", "2026-11-02", "2026-11-01", "在办"]];
  const view: PortalView = {
    id: "v",
    columns: [
      { header: "受理时间", concept: "other" },
      { header: "收件时间", concept: "acceptedAt" },
    ],
  };
  expect(read(grid(headers, rows)).cases[0]?.facts.acceptedAt).toBe("2026-11-02");
  expect(read(grid(headers, rows), view).cases[0]?.facts.acceptedAt).toBe("2026-11-01");
});

test("where the portal shows no acceptance, the time that starts its clock counts as one; where it shows one, that stands", () => {
  const rows = [["QY1001", "食品经营许可", "2026-11-01", "在办"]];
  const view: PortalView = { id: "v", acceptedAt: "submittedAt" };
  const headers = ["办件编号", "事项名称", "申请时间", "状态"];
  expect(read(grid(headers, rows), view).cases[0]?.facts.acceptedAt).toBe("2026-11-01");
  const both = [["QY1001", "食品经营许可", "2026-11-01", "2026-11-05", "在办"]];
  expect(
    read(grid(["办件编号", "事项名称", "申请时间", "受理时间", "状态"], both), view).cases[0]?.facts
      .acceptedAt,
  ).toBe("2026-11-05");
});

test("a column that is never to be read is not even looked at", () => {
  const headers = ["办件编号", "事项名称", "受理时间", "状态", "承办部门"];
  const rows = [["QY1001", "食品经营许可", "2026-11-02", "在办", "青屿区市场监督管理局"]];
  const { cases } = read(grid(headers, rows), {
    id: "v",
    policy: [{ header: "承办部门", read: "never" }],
  });
  expect(cases[0]?.facts.department).toBeUndefined();
  expect(JSON.stringify(cases)).not.toContain("监督管理局");
});

test("a view without cases gives none, whatever it looks like", () => {
  const headers = ["办件编号", "事项名称", "受理时间", "状态"];
  const rows = [["QY1001", "食品经营许可", "2026-11-02", "在办"]];
  expect(read(grid(headers, rows)).kind).toBe("list");
  expect(read(grid(headers, rows), { id: "v", none: true }).kind).toBe("none");
});

test.each([
  ["an unknown key", { ...file(), extra: 1 }],
  [
    "a concept that does not exist",
    file({ views: [{ id: "v", words: { A: "everything" as never } }] }),
  ],
  ["a host with a path in it", file({ matches: [{ host: "x.gov.cn/list" }] })],
  ["a host of every site", file({ matches: [{ host: "*" }] })],
  ["a day that does not exist", file({ verifiedOn: "2026-02-30" })],
  ["no view", file({ views: [] })],
  ["another format", { ...file(), format: 2 }],
])("%s is refused", (_, input) => {
  expect(portalFile.safeParse(input).success).toBe(false);
});
