import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask, opened, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("deadline-day")!;
let n = 0;
/** Due on 2026-11-09 and closed on these days of November. */
const some = (department: string, days: number[], due: string | undefined = "2026-11-09") =>
  days.map((day) =>
    aCase(++n, {
      department,
      acceptedAt: "2026-11-02",
      ...(due !== "" && { due }),
      closedAt: `2026-11-${String(day).padStart(2, "0")}`,
      status: { text: "办结", kind: "finished" },
    }),
  );
const cases = [
  // one a day, then six on the last day
  ...some("甲局", [4, 5, 6, 8, 9, 9, 9, 9, 9, 9, 10]),
  // five a day is their usual day, so that none is bulk
  ...some("乙局", [3, 3, 3, 3, 3, 4, 4, 4, 4, 4]),
  ...some("丙局", [5], ""),
];

test("closings are laid beside the due day, and a day of many is bulk only against the usual day", async () => {
  const figures = await ask(report, cases);
  const by = (name: string) => figures.rows.find(({ cells }) => cells.name === name)!;
  expect(by("甲局").cells).toEqual({
    name: "甲局",
    closed: 11,
    dated: 11,
    early: 3,
    dayBefore: 1,
    lastDay: 6,
    after: 1,
    lastDayRate: 6 / 11,
    bulkDays: 1,
    bulkRate: 6 / 11,
    busiest: "2026-11-09",
    busiestN: 6,
  });
  expect(by("乙局").cells).toMatchObject({ bulkDays: 0, bulkRate: 0, busiest: "2026-11-03" });
  expect(by("丙局").cells).toMatchObject({ closed: 1, dated: 0, lastDayRate: null, busiestN: 1 });
  expect(figures.notes).toEqual(["1 件已办结但不能确定应办结日期，未计入到期日的比较。"]);
});

test("every figure opens its cases, those of the busiest day too", async () => {
  const figures = await ask(report, cases);
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
  expect((await opened(figures, cases)).map(({ length }) => length)).toEqual([11, 10, 1]);
});
