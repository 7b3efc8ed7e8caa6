import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("parallel")!;
const step = (name: string, department: string, from: string, to?: string) => ({
  name,
  department,
  enteredAt: `2026-11-${from}`,
  ...(to !== undefined && { leftAt: `2026-11-${to}` }),
});
const base = {
  item: "开办餐饮店",
  caseKind: "并联审批件",
  acceptedAt: "2026-11-02",
  status: { text: "在办", kind: "processing" } as const,
};
const cases = [
  aCase(1, {
    ...base,
    steps: [step("核查", "甲局", "02", "06"), step("会审", "乙局", "03", "05")],
  }),
  // the second enters on the day on which the first leaves, and not before
  aCase(2, {
    ...base,
    steps: [step("核查", "甲局", "02", "06"), step("会审", "乙局", "06", "09")],
  }),
  aCase(3, { ...base, steps: [step("核查", "甲局", "02", "04"), step("会审", "乙局", "10")] }),
  // one department's steps alone tell nothing
  aCase(4, {
    ...base,
    steps: [step("核查", "甲局", "02", "04"), step("复核", "甲局", "10", "11")],
  }),
  // never called parallel
  aCase(5, {
    ...base,
    item: "备案",
    caseKind: "承诺件",
    steps: [step("核查", "甲局", "02", "04")],
  }),
];

test("declared parallel and run in series is told apart from side by side and from what cannot be told", async () => {
  const figures = await ask(report, cases);
  expect(figures.rows.map(({ cells }) => cells)).toEqual([
    { item: "开办餐饮店", declared: 4, sideBySide: 1, inSeries: 2, untold: 1, inSeriesRate: 2 / 3 },
  ]);
  expect(figures.n).toBe(4);
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
});

test("nothing declared is told, with no rate", async () => {
  const { total, notes } = await ask(report, cases.slice(4));
  expect(notes).toEqual(["没有页面称为并联、联办或一件事的办件。"]);
  expect(total?.empty.inSeriesRate).toBe("没有能够判断的办件。");
});
