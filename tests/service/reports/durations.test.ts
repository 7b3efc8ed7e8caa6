import { expect, test } from "vitest";
import type { CaseFacts } from "#shared/case/observation.ts";
import { judgedSet } from "../../../service/facts/judged-set.ts";
import { populationQuery } from "../../../service/reports/population.ts";
import { reportOf } from "../../../service/reports/reports.ts";
import { AS_OF, aCase, opensWhatItCounts } from "./a-world.ts";

const finished = { text: "办结", kind: "finished" } as const;
const processing = { text: "在办", kind: "processing" } as const;
const closed = (n: number, item: string, from: string, to: string, more: CaseFacts = {}) =>
  aCase(n, { item, department: "甲局", acceptedAt: from, closedAt: to, status: finished, ...more });
const open = (n: number, item: string, from: string) =>
  aCase(n, { item, department: "乙局", acceptedAt: from, status: processing });

/** As of Friday 2026-11-20. */
const WORLD = [
  closed(1, "许可", "2026-11-02", "2026-11-04"),
  closed(2, "许可", "2026-11-02", "2026-11-09"),
  closed(3, "许可", "2026-11-02", "2026-11-12"),
  open(4, "许可", "2026-11-02"),
  open(5, "备案", "2026-11-16"),
  closed(6, "备案", "2026-11-16", "2026-11-17"),
  closed(7, "备案", "2026-11-02", "2026-11-09", {
    pauses: [{ from: "2026-11-03", to: "2026-11-06", ground: "hearing" }],
  }),
];
const ask = (
  id: string,
  params: Record<string, string> = {},
  filter: Record<string, string> = {},
) =>
  reportOf(id)!.figures({
    cases: judgedSet(WORLD, AS_OF),
    filter: populationQuery.parse(filter),
    params,
    carried: {},
    language: "zh-CN",
  });

test("durations by item: an open case keeps the median from falling", async () => {
  const { rows, total, curves } = await ask("durations");
  expect(rows.map(({ cells }) => cells.name)).toEqual(["许可", "备案"]);
  // 许可: 2 7 10 18+; three of four have ended, so half by 7–10 and nine in ten never
  expect(rows[0]?.cells).toMatchObject({
    total: 4,
    timed: 4,
    open: 1,
    median: 8.5,
    p90: null,
    closedOnlyMedian: 7,
    // working days 2 5 8 14+
    medianWorking: 6.5,
  });
  expect(rows[0]?.empty.p90).toMatch(/未达到/);
  // 备案: 1 4+ 7, the last less three days of hearing: working 1 4+ 2
  expect(rows[1]?.cells).toMatchObject({ median: 7, medianWorking: 2, p90Working: null });
  expect(total?.cells.total).toBe(7);
  expect(curves?.map(({ key, n }) => [key, n])).toEqual([
    ["item:许可", 4],
    ["item:备案", 3],
  ]);
});

test("durations by department, each figure opening into its cases", async () => {
  const figures = await ask("durations", { by: "department" });
  expect(figures.rows.map(({ cells }) => [cells.name, cells.total, cells.median])).toEqual([
    ["甲局", 5, 7],
    ["乙局", 2, null],
  ]);
  expect(opensWhatItCounts(figures, WORLD)).toEqual([]);
});

test("the trend by week counts what started, what was closed, and what was open at the end of each", async () => {
  const figures = await ask("trend", { by: "week" });
  const shown = ["period", "started", "closed", "openAtEnd"];
  expect(figures.rows.map(({ cells }) => shown.map((key) => cells[key]))).toEqual([
    ["2026-11-02 – 2026-11-08", 5, 1, 4],
    ["2026-11-09 – 2026-11-15", 0, 3, 1],
    ["2026-11-16 – 2026-11-22", 2, 1, 2],
  ]);
  // what was open at a week's end opens too
  expect(figures.rows.every(({ open }) => open.openAtEnd !== undefined)).toBe(true);
  expect(opensWhatItCounts(figures, WORLD)).toEqual([]);
});

test("a window cuts the first and the last period", async () => {
  const { rows } = await ask("trend", { by: "month" }, { from: "2026-10-20", to: "2026-11-10" });
  expect(rows.map(({ cells }) => [cells.period, cells.started])).toEqual([
    ["2026-10-20 – 2026-10-31", 0],
    ["2026-11-01 – 2026-11-10", 5],
  ]);
});

test("those that have waited longest come first, and what is left out is said", async () => {
  const all = await ask("longest-waiting");
  expect(all.rows.map(({ cells }) => [cells.mask, cells.natural, cells.working])).toEqual([
    ["…4", 18, 14],
    ["…5", 4, 4],
  ]);
  expect(all.rows[0]?.cells).toMatchObject({
    startedAt: "2026-11-02",
    verdict: "无法判定",
    due: null,
  });
  expect(all.rows[0]?.empty.due).toMatch(/不能确定/);
  const one = await ask("longest-waiting", { most: "1" });
  expect(one.rows).toHaveLength(1);
  expect(one.notes).toEqual(["共 2 件在办，列出等待最久的 1 件。"]);
});

test.each([
  ["durations", { by: "weather" }],
  ["trend", { by: "fortnight" }],
  ["longest-waiting", { most: "0" }],
])("%s refuses %o", async (id, params) => {
  await expect(ask(id, params as unknown as Record<string, string>)).rejects.toThrow();
});
