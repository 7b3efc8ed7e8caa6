import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("instant-candidates")!;
const closed = { text: "办结", kind: "finished" } as const;
let n = 0;
/** `days[i]` is the day of November on which the case of Monday the 2nd was closed. */
const some = (item: string, days: number[], more: object = {}) =>
  days.map((day) =>
    aCase(++n, {
      item,
      acceptedAt: "2026-11-02",
      closedAt: `2026-11-${String(day).padStart(2, "0")}`,
      status: closed,
      ...more,
    }),
  );
const repeat = (day: number, times: number): number[] => Array.from({ length: times }, () => day);

const cases = [
  // 28 of 30 the same day: nine in ten within nought working days
  ...some("变更", [...repeat(2, 28), 3, 4], {
    promisedLimit: { amount: 3, unit: "workday" },
    statutoryLimit: { amount: 20, unit: "workday" },
  }),
  // one in five takes a day
  ...some("登记", [...repeat(2, 24), ...repeat(3, 6)]),
  ...some("补证", repeat(2, 29)),
  ...some("注销", repeat(2, 31), { caseKind: "即办件" }),
];

test("an item that is closed the same day nine times in ten is proposed, and only with thirty cases to stand on", async () => {
  const figures = await ask(report, cases);
  const by = (item: string) => figures.rows.find(({ cells }) => cells.item === item)!.cells;
  expect(figures.rows[0]?.cells.item).toBe("变更");
  expect(by("变更")).toEqual({
    item: "变更",
    answer: "候选：可转即办",
    total: 30,
    instant: 0,
    closed: 30,
    sameDay: 28,
    sameDayRate: 28 / 30,
    timed: 30,
    p90: 0,
    promised: 3,
  });
  expect(by("登记")).toMatchObject({ answer: "九成分位超过 0.5 个工作日", p90: 1, promised: null });
  expect(by("补证")).toMatchObject({ answer: "计时不足 30 件，不作结论", timed: 29 });
  expect(by("注销")).toMatchObject({ answer: "页面已称为即办", instant: 31 });
  expect(figures.notes).toEqual(["4 个事项中 1 个列为候选。"]);
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
});
