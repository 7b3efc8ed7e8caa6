import { expect, test } from "vitest";
import { isCode, isMasked } from "../../../../shared/reading/values/code.ts";
import { dueInProse } from "../../../../shared/reading/values/due-words.ts";
import { readFlag } from "../../../../shared/reading/values/flag.ts";
import { splitLabelled } from "../../../../shared/reading/values/labelled.ts";
import {
  isFirm,
  isOffice,
  isPerson,
  withoutPerson,
} from "../../../../shared/reading/values/name.ts";
import { readPager } from "../../../../shared/reading/values/pager.ts";
import { readRemaining } from "../../../../shared/reading/values/remaining.ts";
import { saysLate, statusKind } from "../../../../shared/reading/values/status.ts";
import { instant } from "../../../../shared/time/instant.ts";

test.each([
  ["草稿", "draft"],
  ["待受理", "submitted"],
  ["预受理", "submitted"],
  ["已接件", "received"],
  ["已受理", "accepted"],
  ["不予受理", "not-accepted"],
  ["待补正", "supplement"],
  ["退回补件", "supplement"],
  ["补正（结束）", "processing"],
  ["办理中", "processing"],
  ["待办结", "processing"],
  ["未办结", "processing"],
  ["已申报(办理中)", "processing"],
  ["暂停计时", "paused"],
  ["特别程序（听证）", "paused"],
  ["特别程序（结束）", "processing"],
  ["审批通过", "approved"],
  ["准予许可", "approved"],
  ["已发证", "approved"],
  ["不予许可", "rejected"],
  ["审核不通过", "rejected"],
  ["正常办结", "finished"],
  ["超期办结", "finished"],
  ["已办结 | 已寄出", "delivered"],
  ["待领取", "finished"],
  ["转报办结", "forwarded"],
  ["申请人撤回", "withdrawn"],
  ["退窗办结", "terminated"],
  ["注销", "revoked"],
  ["逾期", "overdue"],
  ["逾期未办", "processing"],
  ["In assessment", "processing"],
  ["Not started", "submitted"],
  ["Refused", "rejected"],
  ["Delayed", "overdue"],
  ["Decided", "finished"],
] as const)("the status %s is %s", (text, kind) => {
  expect(statusKind(text)).toBe(kind);
});

test.each(["绿色通道", "二级", "2026-09-24", ""])("%s is no status that we know", (text) => {
  expect(statusKind(text)).toBeUndefined();
});

test("a word says late only when it is not denied", () => {
  expect(["超期", "超期办结", "逾期未办"].every(saysLate)).toBe(true);
  expect(["未超期", "是否超期", "即将超期", "整改超期"].some(saysLate)).toBe(false);
});

test.each([
  ["剩余3个工作日", { says: "left", left: { amount: 3, unit: "workday" } }],
  ["超期2个工作日", { says: "late", left: { amount: -2, unit: "workday" } }],
  ["超时1天3小时", { says: "late", left: { amount: -27, unit: "hour" } }],
  ["逾期 2 天", { says: "late", left: { amount: -2, unit: "day" } }],
  ["3 days overdue", { says: "late", left: { amount: -3, unit: "day" } }],
  ["12 days remaining", { says: "left", left: { amount: 12, unit: "day" } }],
  ["4 天内", { says: "left", left: { amount: 4, unit: "day" } }],
  ["今天截止", { says: "left", left: { amount: 0, unit: "day" } }],
  ["已超期", { says: "late" }],
  ["未超期", { says: "not-late" }],
  ["已办结", { says: "closed" }],
  ["补件中", { says: "paused" }],
  ["--", { says: "none" }],
  ["无限制", { says: "none" }],
])("the remaining time %s", (text, said) => {
  expect(readRemaining(text)).toEqual(said);
});

test("a bare remaining number takes the unit of its header and its sign", () => {
  expect(readRemaining("-2", "workday")).toEqual({
    says: "late",
    left: { amount: -2, unit: "workday" },
  });
  expect(readRemaining("很快")).toBeUndefined();
});

test.each([
  ["是", [], "late"],
  ["否", [], "fine"],
  ["红牌", [], "late"],
  ["黄牌", [], "warned"],
  ["正常", [], "fine"],
  ["", ["预警", "yellow"], "warned"],
  ["", ["redLight"], "late"],
  ["", ["greenLight"], "fine"],
  ["随便", [], undefined],
  ["", ["lamp lamp-red"], "late"],
  ["", ["label-danger"], "late"],
  ["", ["el-tag--bordered"], undefined],
  ["", ["template required"], undefined],
  ["", ["red", "yellow", "green on"], undefined],
  ["", ["红灯：超期；黄灯：预警；绿灯：正常"], undefined],
  ["", ["超期", "lamp-red"], "late"],
  ["", ["icon-warning", "red"], undefined],
  ["未报警", [], "fine"],
  ["报警解除", [], undefined],
  ["超期预警", [], undefined],
  ["Not overdue", [], "fine"],
  ["Overdue", [], "late"],
] as const)("the mark %s %s is %s", (text, marks, flag) => {
  expect(readFlag(text, marks)).toBe(flag);
});

test("a case number is told from dates, amounts and sentences", () => {
  expect(
    [
      "BJ2024070500731",
      "2020-0250-10",
      "H1707190167",
      "1101240724****0317",
      "3A-14070384",
      "888",
    ].every(isCode),
  ).toBe(true);
  expect(["2026-09-24", "20个工作日", "办理中", "三楼会议室"].some(isCode)).toBe(false);
  expect(isMasked("1101240724****0317")).toBe(true);
});

test("persons, offices and firms are told apart, and a person's name is taken off an item", () => {
  expect([
    isPerson("林书妍"),
    isPerson("许**"),
    isPerson("秦先生"),
    isPerson("办结"),
    isPerson("审批一科"),
  ]).toEqual([true, true, true, false, false]);
  expect([isOffice("澄江市水务局"), isOffice("综合窗口"), isOffice("恒远商贸有限公司")]).toEqual([
    true,
    true,
    false,
  ]);
  expect(isFirm("恒远商贸有限公司")).toBe(true);
  expect(withoutPerson("房屋所有权转移登记（云思言）")).toBe("房屋所有权转移登记");
  expect(withoutPerson("食品经营许可（新办）")).toBe("食品经营许可（新办）");
});

test("labelled parts of one text come apart; a clock's colon is no label", () => {
  expect(splitLabelled("受理：2024-07-24 09:10 承诺：2024-07-29")).toEqual({
    head: "",
    parts: [
      { label: "受理", value: "2024-07-24 09:10" },
      { label: "承诺", value: "2024-07-29" },
    ],
  });
  expect(splitLabelled("2024-07-24 09:10").parts).toEqual([]);
});

test("a sentence that says by when names the due date", () => {
  const at = instant("2026-10-15T10:00:00+08:00");
  expect(dueInProse("预计 10月30日 前办结", { at })?.moment).toBe("2026-10-30");
  expect(dueInProse("should normally have responded by 1 July 2026", { at })?.moment).toBe(
    "2026-07-01",
  );
  expect(dueInProse("2026-10-01 已受理", { at })).toBeUndefined();
});

test.each([
  ["第 2 / 14 页，共 213 件", { page: 2, pages: 14, total: 213 }],
  ["共 46 条", { total: 46 }],
  ["显示 1 到 10，共 213 记录", { total: 213 }],
  ["FOI requests 1 to 8 of 2,310", { total: 2310 }],
  ["Page 2 of 14", { page: 2, pages: 14 }],
  ["审批一科", {}],
])("the pager %s", (text, pager) => {
  expect(readPager(text)).toEqual(pager);
});
