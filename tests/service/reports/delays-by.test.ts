import { expect, test } from "vitest";
import { judgedSet } from "../../../service/facts/judged-set.ts";
import type { JudgedCase } from "../../../service/reports/judged-case.ts";
import { populationQuery } from "../../../service/reports/population.ts";
import { reportOf } from "../../../service/reports/reports.ts";
import { AS_OF, aCase, ask, opensWhatItCounts } from "./a-world.ts";

const five = { amount: 5, unit: "workday" } as const;
const open = { text: "在办", kind: "processing" } as const;
const closed = { text: "办结", kind: "finished" } as const;

/** 1 hall of 青屿区 with the windows 2 and 3, and 4 the hall of 临港区. */
const units = [
  { id: 9, name: "某市", path: "某市", parent: null },
  { id: 1, name: "青屿区", path: "某市/青屿区", parent: 9 },
  { id: 2, name: "一号窗口", path: "某市/青屿区/一号窗口", parent: 1 },
  { id: 3, name: "二号窗口", path: "某市/青屿区/二号窗口", parent: 1 },
  { id: 4, name: "临港区", path: "某市/临港区", parent: 9 },
];
const at = (unit: number | number[], each: JudgedCase): JudgedCase => ({
  ...each,
  units: [unit].flat(),
});
const base = { acceptedAt: "2026-11-02", promisedLimit: five };
const cases = [
  at(2, aCase(1, { ...base, item: "许可", status: closed, closedAt: "2026-11-06" })),
  at(2, aCase(2, { ...base, item: "许可", status: open })),
  // seen by both windows of the district
  at([2, 3], aCase(3, { ...base, item: "备案", status: closed, closedAt: "2026-11-12" })),
  at(4, aCase(4, { ...base, item: "备案", status: closed, closedAt: "2026-11-09" })),
  at(9, aCase(5, { ...base, item: "许可", status: open, acceptedAt: "2026-11-18" })),
];
const asked = (id: string) =>
  reportOf(id)!.figures({
    cases: judgedSet(cases, AS_OF),
    filter: populationQuery.parse({}),
    params: {},
    carried: {},
    language: "zh-CN",
    units,
  });

test("by item: limit passed 3 of 许可 and 备案 two each, one on time in each", async () => {
  const figures = await ask(reportOf("delays-by-item")!, cases);
  expect(
    figures.rows.map(({ cells }) => [cells.item, cells.total, cells.passed, cells.onTimeRate]),
  ).toEqual([
    ["许可", 3, 2, 0.5],
    ["备案", 2, 2, 0.5],
  ]);
  expect(figures.total?.cells).toMatchObject({ total: 5, passed: 4, onTimeRate: 0.5 });
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
});

test("by window: a case that two windows saw stands in both lines and once in the total", async () => {
  const figures = await asked("delays-by-window");
  expect(
    figures.rows.map(({ cells }) => [cells.window, cells.total, cells["closed-late"]]),
  ).toEqual([
    ["某市", 1, 0],
    ["某市/青屿区/一号窗口", 3, 1],
    ["某市/青屿区/二号窗口", 1, 1],
    ["某市/临港区", 1, 0],
  ]);
  expect(figures.total?.cells.total).toBe(5);
  expect(figures.notes[0]).toContain("各行之和可能大于合计");
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
});

test("by region: the districts with all their windows, and the city's own devices apart", async () => {
  const figures = await asked("delays-by-region");
  expect(figures.rows.map(({ cells }) => [cells.region, cells.total, cells.onTimeRate])).toEqual([
    ["青屿区", 3, 1 / 3],
    ["临港区", 1, 1],
    ["某市（本级）", 1, null],
  ]);
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
});
