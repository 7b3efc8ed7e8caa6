import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { AS_OF, aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("work-orders")!;
const order = { item: "12345 热线工单", receivedAt: "2026-11-06" };
const handedOn = (day: string) => ({ steps: [{ name: "转办", leftAt: `2026-11-${day}` }] });
const closed = (day: string) => ({
  closedAt: `2026-11-${day}`,
  status: { text: "办结", kind: "finished" } as const,
});
const open = { status: { text: "在办", kind: "processing" } as const };
const cases = [
  // Friday to Monday is one working day
  aCase(1, {
    ...order,
    department: "甲局",
    ...handedOn("09"),
    due: "2026-11-12",
    ...closed("11"),
    satisfied: true,
  }),
  aCase(2, {
    ...order,
    department: "甲局",
    ...handedOn("10"),
    due: "2026-11-12",
    ...closed("13"),
    satisfied: false,
  }),
  // unanswered, its hand-over and rating not shown
  aCase(3, { ...order, department: "甲局", due: "2026-11-12", ...open }),
  aCase(4, { ...order, department: "乙局", ...open }),
  // an application is no work order
  aCase(5, {
    item: "许可",
    department: "甲局",
    acceptedAt: "2026-11-06",
    due: "2026-11-12",
    ...open,
  }),
];

test("each rate stands on the orders that show it, and unanswered ones count against the answer", async () => {
  const figures = await ask(report, cases);
  expect(figures.rows[0]?.cells).toEqual({
    name: "甲局",
    orders: 3,
    transferShown: 2,
    transferInTime: 1,
    transferRate: 0.5,
    passed: 3,
    answered: 1,
    answeredRate: 1 / 3,
    rated: 2,
    satisfied: 1,
    satisfiedRate: 0.5,
  });
  expect(figures.n).toBe(4);
  expect(figures.notes).toEqual([
    "4 件工单中，2 件显示转办时间，2 件显示满意度；其余未显示，不在相应分母内。",
  ]);
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
});

test("what no page shows is not shown, and is no nought", async () => {
  const row = (await ask(report, cases)).rows[1]!;
  expect(row.cells).toMatchObject({
    name: "乙局",
    transferShown: 0,
    transferInTime: null,
    transferRate: null,
    satisfied: null,
    satisfiedRate: null,
  });
  expect(row.empty.satisfiedRate).toBe("页面未显示，不能计算。");
});

test("two working days can be allowed for handing on", async () => {
  const { total } = await ask(report, cases, {}, AS_OF, { within: "2" });
  expect(total?.cells).toMatchObject({ transferInTime: 2, transferRate: 1 });
});
