import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask, opened, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("pauses")!;
const ten = { promisedLimit: { amount: 10, unit: "workday" as const } };
const processing = { text: "在办", kind: "processing" } as const;

/** As of Friday 2026-11-20; accepted on Monday 2026-11-02 with ten working days, due on Monday the 16th. */
const cases = [
  // two of ten days had run: the 3rd and the 4th
  aCase(1, {
    acceptedAt: "2026-11-02",
    ...ten,
    status: processing,
    pauses: [{ from: "2026-11-05", to: "2026-11-11", ground: "hearing" }],
  }),
  // nine of ten had run, and it lasts
  aCase(2, {
    acceptedAt: "2026-11-02",
    ...ten,
    status: { text: "挂起", kind: "paused" },
    pauses: [{ from: "2026-11-16", ground: "suspended" }],
  }),
  // 3–4 Nov ran, 5–6 stood, 9–10 ran: four of ten when it was hung again
  aCase(3, {
    acceptedAt: "2026-11-02",
    ...ten,
    status: processing,
    pauses: [
      { from: "2026-11-05", to: "2026-11-07", ground: "testing" },
      { from: "2026-11-11", to: "2026-11-12", ground: "testing" },
    ],
  }),
  // twelve working days of ten had run
  aCase(4, {
    acceptedAt: "2026-11-02",
    ...ten,
    status: processing,
    pauses: [{ from: "2026-11-19", to: "2026-11-20", ground: "supplement" }],
  }),
  aCase(5, { acceptedAt: "2026-11-02", ...ten, status: processing }),
  aCase(6, {
    receivedAt: "2026-11-12",
    status: { text: "补正", kind: "supplement" },
    pauses: [{ from: "2026-11-13", ground: "supplement" }],
  }),
];

test("each pause tells how much of the limit had run, how long it stood, and what is to be explained", async () => {
  const { rows, n, notes } = await ask(report, cases);
  expect(
    rows.map(({ cells: c }) => [c.mask, c.ground, c.used, c.stood, c.natural, c.asks]),
  ).toEqual([
    ["…4", "补正", 1.2, 1, 1, "启动时时限已用尽。受理后要求补正。"],
    ["…2", "挂起", 0.9, 4, 4, "到期前最后两个工作日内启动。未显示暂停事由。"],
    ["…3", "检测", 0.4, 1, 1, "以同一事由重复暂停。"],
    ["…1", "听证", 0.2, 4, 6, "无"],
    ["…3", "检测", 0.2, 2, 2, "无"],
    ["…6", "补正", null, 5, 7, "无"],
  ]);
  expect(n).toBe(5);
  expect(notes).toEqual([
    "6 件中 5 件显示暂停，共 6 次。",
    "到期前最后两个工作日内启动。1 次，涉及 1 件。",
    "启动时时限已用尽。1 次，涉及 1 件。",
    "以同一事由重复暂停。1 次，涉及 1 件。",
    "未显示暂停事由。1 次，涉及 1 件。",
    "受理后要求补正。1 次，涉及 1 件。",
  ]);
});

test("the closed list of article 45 is told apart, and what is missing says why", async () => {
  const { rows } = await ask(report, cases);
  expect(rows.map(({ cells }) => cells.basis)).toEqual([
    "不在第 45 条所列",
    "不在第 45 条所列",
    "第 45 条所列",
    "第 45 条所列",
    "第 45 条所列",
    "不在第 45 条所列",
  ]);
  expect(rows[1]?.empty.to).toBe("页面未显示结束时间。");
  expect(rows[5]?.empty.used).toMatch(/时限未起算/);
});

test("each row opens its own case", async () => {
  const figures = await ask(report, cases);
  expect(await opened(figures, cases)).toEqual(figures.rows.map(({ cells: own }) => [own.mask]));
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
});

test("no pause on the pages is not told as no pause", async () => {
  expect(await ask(report, [cases[4]!])).toMatchObject({
    n: 0,
    rows: [],
    notes: ["1 件中没有页面显示暂停。部分页面不显示暂停，没有显示不等于没有暂停。"],
  });
});
