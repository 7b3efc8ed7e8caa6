import { expect, test } from "vitest";
import type { Amount } from "#shared/case/amount.ts";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("promised-against-statutory")!;
const days = (amount: number): Amount => ({ amount, unit: "workday" });
const limits = (promisedLimit: Amount, statutoryLimit: Amount) => ({
  promisedLimit,
  statutoryLimit,
});

const cases = [
  aCase(1, { item: "许可", acceptedAt: "2026-11-02", ...limits(days(8), days(20)) }),
  // the promise was shortened in between
  aCase(2, { item: "许可", acceptedAt: "2026-11-09", ...limits(days(5), days(20)) }),
  // no statutory limit on the page
  aCase(3, { item: "许可", acceptedAt: "2026-11-10", promisedLimit: days(5) }),
  aCase(4, {
    item: "备案",
    acceptedAt: "2026-11-09",
    ...limits({ amount: 0, unit: "immediate" }, days(10)),
  }),
  // natural days cannot be added to working days
  aCase(5, {
    item: "登记",
    acceptedAt: "2026-11-09",
    ...limits(days(5), { amount: 30, unit: "day" }),
  }),
];

test("limits are summed by item, and the share and its complement add up to one", async () => {
  const { rows, total, n } = await ask(report, cases);
  const by = Object.fromEntries(rows.map(({ cells }) => [cells.item, cells]));
  expect(by["许可"]).toEqual({
    item: "许可",
    total: 3,
    paired: 2 / 3,
    statutory: 20,
    promised: 5,
    sumStatutory: 40,
    sumPromised: 13,
    saved: 27,
    reducedTo: 0.325,
    reducedBy: 0.675,
  });
  expect(by["备案"]).toMatchObject({ promised: 0, reducedTo: 0, reducedBy: 1 });
  expect(total?.cells).toMatchObject({ total: 5, sumStatutory: 50, sumPromised: 13, saved: 37 });
  expect(total?.cells).toMatchObject({ reducedTo: 0.26, reducedBy: 0.74, promised: null });
  expect(n).toBe(5);
});

test("an item without both limits in working days has no figure, and that is said", async () => {
  const { rows, notes } = await ask(report, cases);
  const row = rows.find(({ cells }) => cells.item === "登记");
  expect(row?.cells).toMatchObject({ total: 1, paired: 0, sumStatutory: null, reducedTo: null });
  expect(row?.empty.reducedTo).toBe("没有同时显示两种工作日时限的办件。");
  expect(notes).toEqual([
    "每个事项只计一次：2 个事项法定时限合计 30 个工作日，承诺时限合计 5 个工作日，压缩至 16.7%，压缩比 83.3%。",
    "1 件的两种时限不是都以工作日计，不能相加，未计入。",
  ]);
});

test("a figure opens exactly the cases that it counts", async () => {
  expect(opensWhatItCounts(await ask(report, cases), cases)).toEqual([]);
});

test("a period without cases says so", async () => {
  const { notes, total } = await ask(report, []);
  expect(notes).toHaveLength(1);
  expect(total?.cells.reducedTo).toBeNull();
});
