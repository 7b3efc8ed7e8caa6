import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { uncovered } from "../../../service/reports/uncovered.ts";
import { AS_OF, aCase, ask, opened, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("key-projects")!;
const [A, B] = ["2026-330200-04-01-000001", "2026-330200-04-01-000002"];
const closed = { text: "办结", kind: "finished" } as const;
const cases = [
  // a chain: 2nd to 6th, nobody on 7th, 8th and 9th, then 10th to 12th; planned for the 11th, done on the 12th
  aCase(1, {
    projectCode: A,
    department: "甲局",
    acceptedAt: "2026-11-02",
    due: "2026-11-09",
    closedAt: "2026-11-06",
    status: closed,
  }),
  aCase(2, {
    projectCode: A,
    department: "乙局",
    acceptedAt: "2026-11-10",
    due: "2026-11-11",
    closedAt: "2026-11-12",
    status: closed,
  }),
  // still open on the 20th, planned for the 13th; another case of it shows no due date
  aCase(3, {
    projectCode: B,
    department: "甲局",
    acceptedAt: "2026-11-02",
    due: "2026-11-13",
    status: { text: "在办", kind: "processing" },
  }),
  aCase(4, { projectCode: B, acceptedAt: "2026-11-03", closedAt: "2026-11-05", status: closed }),
  aCase(5, { acceptedAt: "2026-11-03", status: { text: "在办", kind: "processing" } }),
];

test("the chain of each project: plan against actual, what is late and the days on which nobody worked on it", async () => {
  const figures = await ask(report, cases);
  expect(figures.rows.map(({ cells }) => cells)).toEqual([
    {
      project: B,
      cases: 2,
      departments: 1,
      open: 1,
      overdue: 1,
      closedLate: 0,
      start: "2026-11-02",
      planned: "2026-11-13",
      actual: null,
      late: 7,
      gap: 0,
    },
    {
      project: A,
      cases: 2,
      departments: 2,
      open: 0,
      overdue: 0,
      closedLate: 1,
      start: "2026-11-02",
      planned: "2026-11-11",
      actual: "2026-11-12",
      late: 1,
      gap: 3,
    },
  ]);
  expect(figures.rows[0]?.empty.actual).toBe("尚未全部办结。");
  expect(figures.notes).toEqual([
    "5 件中有 1 件的页面未显示项目代码，不在其中。",
    "1 个项目有办件不能确定应办结日期，计划完成可能偏早。",
  ]);
});

test("a row opens its project's cases, and one project can be asked for", async () => {
  const figures = await ask(report, cases);
  expect(await opened(figures, cases)).toEqual([
    ["…3", "…4"],
    ["…1", "…2"],
  ]);
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
  const one = await ask(report, cases, {}, AS_OF, { project: A });
  expect(one.rows.map(({ cells }) => cells.project)).toEqual([A]);
});

test("days covered twice are covered once, and touching stretches leave no gap", () => {
  const stretch = (from: number, to: number) => ({ from: from as never, to: to as never });
  expect(uncovered([stretch(1, 5), stretch(2, 3), stretch(6, 7)])).toBe(0);
  expect(uncovered([stretch(10, 12), stretch(1, 5)])).toBe(4);
  expect(uncovered([])).toBe(0);
});
