import { expect, test } from "vitest";
import { personalIn } from "../../../shared/case/personal.ts";

test.each([
  "联系人：张三",
  "经办人: 王建国",
  "来电人 ：李晓·",
  "法定代表人：欧阳清风（董事长）",
  "审批（陈某）",
  "赵某某投诉件".replace("投诉件", " 投诉件"),
  "周先生来电",
  "刘女士",
])("%s names somebody", (text) => {
  expect(personalIn(text)).toBe("person-name");
});

test.each([
  "申请人撤回",
  "申请人补正",
  "法定代表人变更登记",
  "当事人和解",
  "负责人审批",
  "经办人审核：同意",
  "承办人：市场监督管理局",
  "申请人：个人",
  "申请人：企业",
  "联系人：无",
  "某地某部门",
  "高新区行政审批局",
  "先生产后许可整改",
  "食品经营许可（新办）",
  "办结",
])("%s names nobody, and is kept", (text) => {
  expect(personalIn(text)).toBeUndefined();
});
