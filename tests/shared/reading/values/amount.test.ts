import { expect, test } from "vitest";
import { readAmount, readLimits, unitIn } from "../../../../shared/reading/values/amount.ts";

test.each([
  ["20个工作日", 20, "workday"],
  ["20工作日", 20, "workday"],
  ["20(工作日)", 20, "workday"],
  ["20（个工作日）", 20, "workday"],
  ["0.5个工作日", 0.5, "workday"],
  ["二十个工作日", 20, "workday"],
  ["十五日", 15, "day"],
  ["半个工作日", 0.5, "workday"],
  ["3-5个工作日", 5, "workday"],
  ["20天", 20, "day"],
  ["20个自然日", 20, "day"],
  ["4小时", 4, "hour"],
  ["30分钟", 30, "minute"],
  ["2周", 14, "day"],
  ["3个月", 3, "month"],
  ["1d", 1, "day"],
  ["5 working days", 5, "workday"],
  ["2天4小时", 52, "hour"],
  ["即办", 0, "immediate"],
  ["即办件", 0, "immediate"],
  ["当场办结", 0, "immediate"],
] as const)("the limit %s is %d %s", (text, amount, unit) => {
  expect(readAmount(text)).toEqual({ amount, unit });
});

test.each(["无", "无限制", "无法定时限", "不限"])("%s says that there is no limit", (text) => {
  expect(readAmount(text)).toBe("none");
});

test.each(["5", "承诺件", "", "2026年5月", "第3日", "有效"])(
  "%s is no limit that can be counted",
  (text) => {
    expect(readAmount(text)).toBeUndefined();
  },
);

test("a bare number takes its unit from the header, and none from nowhere", () => {
  expect(unitIn("承诺时限（工作日）")).toBe("workday");
  expect(unitIn("剩余小时")).toBe("hour");
  expect(unitIn("SLA (in Days)")).toBe("day");
  expect(unitIn("承诺时限")).toBeUndefined();
  expect(readAmount("5", "workday")).toEqual({ amount: 5, unit: "workday" });
});

test("both limits in one cell keep their names", () => {
  expect(readLimits("法定45个工作日，承诺20个工作日")).toEqual({
    statutory: { amount: 45, unit: "workday" },
    promised: { amount: 20, unit: "workday" },
  });
  expect(
    readLimits(
      "法定时限：符合法定形式之日起 7 个工作日内\n(不含专家评审时间)\n承诺时限：符合法定形式之日起 3 个工作日内",
    ),
  ).toEqual({
    statutory: { amount: 7, unit: "workday" },
    promised: { amount: 3, unit: "workday" },
  });
  expect(readLimits("自受理之日起10个工作日，证书有效期3年")).toEqual({
    plain: { amount: 10, unit: "workday" },
  });
});
