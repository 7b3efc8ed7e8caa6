import { expect, test } from "vitest";
import type { Grid, PageShape } from "../../../shared/reading/grid.ts";
import { meanings } from "../../../shared/reading/lexicon/meanings.ts";
import { recognise } from "../../../shared/reading/recognise.ts";
import { instant } from "../../../shared/time/instant.ts";

const at = instant("2026-10-15T10:00:00+08:00");

const grid = (header: readonly string[], rows: readonly (readonly string[])[]): Grid => ({
  id: "g0",
  from: "table",
  columns: header.map((word) => ({ header: word === "" ? [] : [word], hidden: false })),
  rows: rows.map((row) => ({ cells: row.map((text) => ({ text })) })),
});
const page = (...grids: Grid[]): PageShape => ({
  title: "",
  headings: [],
  grids,
  fields: [],
  pagers: [],
});
const read = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  recognise(page(grid(header, rows)), { at });
const concepts = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  Object.fromEntries(
    read(header, ...rows).columns.map((column) => [column.header, column.concept]),
  );

const base = ["办件编号", "事项名称", "办理状态"];
const row = (i: number) => [`BJ2026${1000 + i}`, "排水许可证核发", "审查中"];

test.each([
  ["承诺办结时间", "2026-10-20", "due"],
  ["承诺办结时间", "5个工作日", "promisedLimit"],
  ["承诺期限", "2026-10-20 17:30", "due"],
  ["承诺期限", "5个工作日", "promisedLimit"],
  ["办理时限", "20个工作日", "limit"],
  ["办理时限", "2026-10-20 18:00", "due"],
  ["办理时限", "剩余3个工作日", "remaining"],
  ["步骤时限", "2026-10-20 18:00", "stepDue"],
  ["环节时限", "2天", "stepLimit"],
  ["法定办结时间", "20个工作日", "statutoryLimit"],
  ["法定办结时间", "2026-10-20", "statutoryDue"],
])("«%s» over «%s» is %s: the values decide", (header, value, concept) => {
  expect(concepts([...base, header], [...row(1), value], [...row(2), value])[header]).toBe(concept);
});

test.each([
  ["接收时间", ["当前环节"], ["材料审查"], "stepEnteredAt"],
  ["接收时间", ["受理时间"], ["2026-09-20"], "submittedAt"],
  ["开始时间", ["发送人"], ["林书妍"], "stepEnteredAt"],
  ["结束时间", ["申请时间", "开始时间"], ["2026-09-01", "2026-09-02"], "other"],
  ["登记时间", ["受理时间"], ["2026-09-20"], "submittedAt"],
  ["登记时间", ["申请人"], ["林书妍"], "acceptedAt"],
])("«%s» beside %j is %s: the neighbours decide", (header, beside, values, concept) => {
  const filled = (i: number) => [...row(i), ...values, "2026-09-10 09:00"];
  expect(concepts([...base, ...beside, header], filled(1), filled(2))[header]).toBe(concept);
});

test("a state below a header that says nothing keeps the case from being taken for a running one", () => {
  const header = ["办件编号", "事项名称", "受理时间", "应办结时间", "甲"];
  const states = ["办理中", "待补正", "已办结", "挂起", "审查中"];
  const { cases } = read(
    header,
    ...states.map((state, i) => [
      `BJ2026${1000 + i}`,
      "排水许可",
      "2026-09-10",
      "2026-10-12",
      state,
    ]),
  );
  const unnamed = cases.map(({ unreadable }) => unreadable.some(({ why }) => why === "unnamed"));
  expect(unnamed).toEqual([false, true, true, true, false]);
});

test("a case that some cell calls closed or standing is not taken for a running one", () => {
  const times = ["2026-09-10", "2026-10-12"];
  const both = (header: readonly string[], ...cells: readonly string[][]) =>
    read(
      ["办件编号", "事项名称", "受理时间", "应办结时间", ...header],
      ...cells.map((more, i) => [`BJ2026${1000 + i}`, "排水许可", ...times, ...more]),
    ).cases.map(({ unreadable }) => unreadable.some(({ field }) => field === "status"));
  expect(both(["操作"], ["已发证"], ["审批中"], ["查看"])).toEqual([true, false, false]);
  expect(
    both(
      ["当前环节", "办件状态"],
      ["已办结", "查看办理"],
      ["审查", "办理中"],
      ["特别程序", "办理中"],
    ),
  ).toEqual([true, false, true]);
  expect(both(["缴费状态", "办件状态"], ["已办结", "办理中"], ["未缴", "办理中"])).toEqual([
    false,
    false,
  ]);
  // what a lamp says is no state: 监察结果 and 状态 stand over each other's words
  expect(both(["监察结果", "状态"], ["办结", "正常"], ["在办", "正常"])).toEqual([true, false]);
  expect(both(["办件状态", "办件状态"], ["审核", "已登簿"], ["审核", "未登簿"])).toEqual([
    true,
    false,
  ]);
  expect(both(["登记类型", "办件状态"], ["已登簿", "审核"], ["首次登记", "审核"])).toEqual([
    true,
    false,
  ]);
});

test("a row with a date where the others have a name has moved along: none of its dates is judged by", () => {
  const { cases } = read(
    ["办件编号", "事项名称", "承办部门", "受理时间", "应办结时间", "办件状态"],
    ["BJ20261001", "排水许可", "城市管理局", "2026-09-01", "2026-10-01", "办理中"],
    ["BJ20261002", "排水许可", "城市管理局", "2026-09-01", "2026-10-01", "办理中"],
    ["BJ20261003", "排水许可", "2026-09-01", "2026-09-02", "2026-09-03", "办理中"],
  );
  expect(cases.map(({ facts }) => facts.due)).toEqual(["2026-10-01", "2026-10-01", undefined]);
  expect(cases[2]?.unreadable).toContainEqual({ field: "due", why: "columns-shifted" });
});

test("where every other row says whether it is late, a row that does not has lost it", () => {
  const header = ["办件编号", "事项名称", "受理时间", "应办结时间", "是否超期"];
  const flags = ["否", "是", "", "否", "否"];
  const { cases } = read(
    header,
    ...flags.map((flag, i) => [`BJ2026${1000 + i}`, "排水许可", "2026-09-10", "2026-10-12", flag]),
  );
  expect(cases.map(({ facts }) => facts.due)).toEqual([
    "2026-10-12",
    "2026-10-12",
    undefined,
    "2026-10-12",
    "2026-10-12",
  ]);
});

test("the time limit of what has a state of its own beside the case's is not the case's", () => {
  const found = (matter: string, ...more: [header: string, value: string][]) =>
    concepts(
      [...base, `${matter}期限`, ...more.map(([header]) => header)],
      [...row(1), "2026-10-12", ...more.map(([, value]) => value)],
      [...row(2), "2026-10-13", ...more.map(([, value]) => value)],
    )[`${matter}期限`];
  expect(found("回执")).toBe("due");
  expect(found("回执", ["回执状态", "未回执"])).toBe("other");
  expect(found("办理", ["办理情况", "正在办理"])).toBe("due");
});

test("a header whose values contradict it is said to be unreadable, and no date is made up", () => {
  const reading = read([...base, "受理时间"], [...row(1), "材料齐全"], [...row(2), "待核"]);
  expect(reading.columns[3]).toMatchObject({ concept: "other", confidence: "guess" });
  expect(reading.unreadable).toContainEqual({ field: "acceptedAt", why: "values-disagree" });
  expect(reading.cases[0]?.facts.acceptedAt).toBeUndefined();
});

test("one cell that cannot be read is unreadable for its case alone", () => {
  const cases = read(
    [...base, "应办结日期"],
    [...row(1), "2026-10-20"],
    [...row(2), "2026-10-21"],
    [...row(3), "详见系统"],
  ).cases;
  expect(cases[0]?.facts.due).toBe("2026-10-20");
  expect(cases[2]?.facts.due).toBeUndefined();
  expect(cases[2]?.unreadable).toEqual([{ field: "due", why: "not-a-date" }]);
});

test("a limit without a unit is no limit", () => {
  const [first] = read([...base, "承诺时限"], [...row(1), "5"], [...row(2), "7"]).cases;
  expect(first?.facts.promisedLimit).toBeUndefined();
});

test("a word that is no status that we know is kept as shown and called unreadable", () => {
  const [first] = read(
    ["办件编号", "事项名称", "受理时间", "办理状态"],
    ["BJ20261", "排水许可", "2026-09-01", "绿通"],
    ["BJ20262", "排水许可", "2026-09-02", "办理中"],
  ).cases;
  expect(first).toMatchObject({
    statusText: "绿通",
    unreadable: [{ field: "status", why: "unknown-word" }],
  });
  expect(first?.facts.status).toBeUndefined();
});

test("a table that lost a cell of its header gives no date to judge by, for the headers stand over the wrong columns", () => {
  const shifted = read(
    ["办件编号", "申请人", "受理时间", "承诺办结时间", "剩余工作日", "办件状态"],
    ["BJ1", "排水许可", "林书妍", "2026-09-01", "2026-10-01", "3", "办理中"].slice(0, 6),
    ["BJ2", "林木采伐", "何沐阳", "2026-09-02", "2026-10-02", "2", "办理中"].slice(0, 6),
  );
  for (const { facts } of shifted.cases) expect(facts).not.toHaveProperty("due");
});

test("a row that has fewer cells than the others gives no date to judge by", () => {
  const rows = [
    [...row(1), "2026-10-20"],
    [...row(2), "2026-10-21"],
    [...row(3), "2026-09-01"],
  ];
  const whole = grid([...base, "应办结日期"], rows);
  (whole.rows[2] as { short?: boolean }).short = true;
  const { cases } = recognise(page(whole), { at });
  expect(cases[1]?.facts.due).toBe("2026-10-21");
  expect(cases[2]?.facts).toEqual({ item: "排水许可证核发" });
  expect(cases[2]?.unreadable).toContainEqual({ field: "due", why: "row-incomplete" });
});

test("a due date before the acceptance is believed neither", () => {
  const [first] = read(
    [...base, "受理时间", "应办结日期"],
    [...row(1), "2026-10-01", "2026-09-01"],
    [...row(2), "2026-09-01", "2026-10-20"],
  ).cases;
  expect(first?.facts.due ?? first?.facts.acceptedAt).toBeUndefined();
});

test.each([
  [
    "its place for the state is empty",
    ["办件编号", "事项名称", "应办结日期", "办理状态"],
    [
      ["BJ1", "排水许可", "2026-10-01", ""],
      ["BJ2", "排水许可", "2026-10-02", "办理中"],
    ],
  ],
  [
    "its step is the last one",
    ["办件编号", "事项名称", "应办结日期", "当前环节"],
    [
      ["BJ1", "排水许可", "2026-10-01", "办结"],
      ["BJ2", "排水许可", "2026-10-02", "审查"],
    ],
  ],
])("a case is not taken for open when %s", (_, header, rows) => {
  const { cases } = read(header, ...rows);
  expect(cases[0]?.unreadable).toContainEqual({ field: "status", why: "blank" });
});

test("what names an applicant is recognised so that it is not read", () => {
  const reading = read([...base, "申请人", "联系电话"], [...row(1), "林书妍", "13800002210"]);
  expect(reading.columns.slice(3).map((column) => column.concept)).toEqual([
    "personal",
    "personal",
  ]);
  expect(JSON.stringify(reading.cases)).not.toMatch(/林书妍|13800002210/);
});

test("a masked number may not be unique and is said to be masked", () => {
  expect(
    read(
      base,
      ["1101240724****0317", "排水许可", "办理中"],
      ["1101240725****0318", "排水许可", "办理中"],
    ).cases[0],
  ).toMatchObject({ caseNo: "1101240724****0317", masked: true });
});

test.each([
  [
    "合同",
    ["合同编号", "合同名称", "供应商", "签订日期", "审批状态"],
    ["HT001", "采购合同", "恒远公司", "2026-09-01", "审批中"],
  ],
  [
    "people",
    ["工号", "姓名", "部门", "职务", "入职时间"],
    ["A1", "林书妍", "水务局", "科员", "2020-09-01"],
  ],
  [
    "an item catalogue",
    ["事项名称", "实施主体", "法定办结时限", "承诺办结时限"],
    ["排水许可", "水务局", "20个工作日", "5个工作日"],
  ],
  [
    "statistics",
    ["部门", "受理数", "办结数", "超期数", "办结率"],
    ["水务局", "41", "33", "0", "90%"],
  ],
  [
    "a log",
    ["日志编号", "操作人员", "操作状态", "操作日期"],
    ["140", "admin", "成功", "2026-09-01 10:00:00"],
  ],
  [
    "news",
    ["标题", "发布机构", "发布时间", "浏览量"],
    ["关于放假的通知", "水务局", "2026-09-01", "33"],
  ],
  [
    "certificates",
    ["证书编号", "持证单位", "发证日期", "有效期至", "状态"],
    ["D1", "恒远公司", "2021-09-01", "2026-09-01", "有效"],
  ],
  [
    "meetings",
    ["会议名称", "会议时间", "主持人", "地点"],
    ["例会", "2026-09-01 10:00", "林书妍", "三楼"],
  ],
])("a table of %s holds no case", (_, header, cells) => {
  expect(read(header, cells, cells)).toMatchObject({ kind: "none", cases: [], steps: [] });
});

test("every column says why it was taken for what it is", () => {
  for (const column of read([...base, "受理时间"], [...row(1), "2026-09-01"]).columns)
    expect(column.why).not.toEqual([]);
});

test("the same shape and moment give the same reading", () => {
  const shape = page(grid([...base, "受理时间"], [[...row(1), "昨天 10:00"]]));
  expect(recognise(shape, { at })).toEqual(recognise(shape, { at }));
});

test("a step table belongs to a case, a list of cases with steps does not", () => {
  const steps = read(
    ["环节名称", "办理人", "开始时间", "结束时间", "办理意见"],
    ["受理", "林书妍", "2026-09-01 09:00", "2026-09-01 10:00", "同意"],
    ["审查", "何沐阳", "2026-09-01 10:00", "", ""],
  );
  expect(steps).toMatchObject({
    kind: "detail",
    steps: [
      { name: "受理", enteredAt: "2026-09-01T09:00", leftAt: "2026-09-01T10:00" },
      { name: "审查", enteredAt: "2026-09-01T10:00", leftAt: null },
    ],
  });
  expect(
    read(
      ["流程编号", "流程名称", "当前节点", "接收时间"],
      ["3106", "食品经营许可审批流程", "受理", "2026-09-01 09:00"],
    ).kind,
  ).toBe("list");
});

test.each([
  ["办件流水号", "caseNo"],
  ["承若时限", "promisedLimit"],
  ["申请人/经办人", "personal"],
  ["Application No.", "caseNo"],
  ["SLA (in Days)", "remaining"],
  ["受理 时间：", "acceptedAt"],
  ["办件状态▲", "status"],
])("the lexicon knows «%s» as %s, however it is written", (header, concept) => {
  expect(meanings(header)[0]).toBe(concept);
});

test.each(["材料齐全，予以受理", "距承诺时限不足3个工作日", "2026-09-01"])(
  "«%s» is no header",
  (text) => {
    expect(meanings(text)).toEqual([]);
  },
);
