import { expect, test } from "vitest";
import { BUCKETS } from "#shared/limit/bucket.ts";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("delays-by-department")!;
const five = { amount: 5, unit: "workday" } as const;
const processing = { text: "在办", kind: "processing" } as const;
const finished = { text: "办结", kind: "finished" } as const;

/** Accepted Monday 2026-11-02 with five working days: due Monday 2026-11-09. The report is of Friday 2026-11-20. */
const market = [
  aCase(1, {
    department: "市监局",
    acceptedAt: "2026-11-02",
    promisedLimit: five,
    status: finished,
    closedAt: "2026-11-06",
  }),
  aCase(2, {
    department: "市监局",
    acceptedAt: "2026-11-02",
    promisedLimit: five,
    status: finished,
    closedAt: "2026-11-09",
  }),
  aCase(3, {
    department: "市监局",
    acceptedAt: "2026-11-02",
    promisedLimit: five,
    status: finished,
    closedAt: "2026-11-12",
  }),
  aCase(4, {
    department: "市监局",
    acceptedAt: "2026-11-02",
    promisedLimit: five,
    status: processing,
  }),
  aCase(5, {
    department: "市监局",
    acceptedAt: "2026-11-16",
    promisedLimit: five,
    status: processing,
  }),
  aCase(6, {
    department: "市监局",
    acceptedAt: "2026-11-16",
    promisedLimit: five,
    status: finished,
    closedAt: "2026-11-18",
  }),
  aCase(7, { department: "市监局", acceptedAt: "2026-11-02", status: processing }),
  aCase(8, {
    department: "市监局",
    submittedAt: "2026-11-10",
    status: { text: "待受理", kind: "submitted" },
  }),
  aCase(9, {
    department: "市监局",
    submittedAt: "2026-11-10",
    status: { text: "补正", kind: "supplement" },
  }),
  aCase(10, {
    department: "市监局",
    submittedAt: "2026-11-10",
    status: { text: "不予受理", kind: "not-accepted" },
  }),
  aCase(11, {
    department: "市监局",
    submittedAt: "2026-11-10",
    status: { text: "撤回", kind: "withdrawn" },
  }),
  aCase(12, {
    department: "市监局",
    acceptedAt: "2026-11-02",
    promisedLimit: five,
    status: { text: "撤回", kind: "withdrawn" },
  }),
];
const other = aCase(20, {
  department: "住建局",
  acceptedAt: "2026-10-12",
  promisedLimit: five,
  status: processing,
});
const cases = [...market, other];

test("each case lies in one part, and the parts sum to the total", async () => {
  const { rows, total, n } = await ask(report, cases);
  const row = rows.find(({ key }) => key === "department:市监局");
  expect(row?.cells).toMatchObject({
    total: 12,
    "closed-in-limit": 3,
    "closed-late": 1,
    "open-overdue": 1,
    "open-in-limit": 1,
    unknown: 1,
    awaiting: 1,
    supplementing: 1,
    refused: 1,
    "withdrawn-before": 1,
    withdrawn: 1,
  });
  for (const each of [...rows, total!])
    expect(BUCKETS.reduce((sum, bucket) => sum + Number(each.cells[bucket]), 0)).toBe(
      each.cells.total,
    );
  expect(total?.cells.total).toBe(13);
  expect(n).toBe(13);
});

test("the on-time rate is over every case whose limit has passed, the open overdue ones included", async () => {
  const row = (await ask(report, cases)).rows.find(({ key }) => key === "department:市监局");
  // cases 1 2 3 4 are past their due date; 6 was closed before its own came
  expect(row?.cells).toMatchObject({ passed: 4, passedOnTime: 2, onTimeRate: 0.5 });
});

test("the rate of the closed only stands beside it under its own name, and is the kinder one", async () => {
  const row = (await ask(report, cases)).rows.find(({ key }) => key === "department:市监局");
  expect(row?.cells).toMatchObject({ closed: 4, closedOnTime: 3, closedOnTimeRate: 0.75 });
});

test("what cannot be told is counted, shown and told of in a note", async () => {
  const { notes } = await ask(report, cases);
  expect(notes).toContain("13 件中有 1 件无法判定是否超期，已单列，未计入按时率。");
});

test("without a denominator there is no rate, and the cell says why", async () => {
  const row = (await ask(report, cases)).rows.find(({ key }) => key === "department:住建局");
  expect(row?.cells).toMatchObject({ closedOnTimeRate: null, onTimeRate: 0 });
  expect(row?.empty.closedOnTimeRate).toBe("没有符合分母条件的办件。");
});

test("a window takes each figure by its own date: start, due, closing", async () => {
  const { total } = await ask(report, cases, { from: "2026-11-09", to: "2026-11-15" });
  expect(total?.cells).toMatchObject({
    total: 4,
    passed: 4,
    passedOnTime: 2,
    closed: 2,
    closedOnTime: 1,
  });
});

test("a figure opens exactly the cases that it counts, in every window", async () => {
  for (const filter of [
    {},
    { from: "2026-11-09", to: "2026-11-15" },
    { from: "2026-11-16" },
    { department: "市监局" },
  ])
    expect(opensWhatItCounts(await ask(report, cases, filter), cases)).toEqual([]);
});

test("an empty world says that it was not looked at, not that nothing is late", async () => {
  const { notes, total } = await ask(report, []);
  expect(notes[0]).toMatch(/没有看到不等于没有超期/);
  expect(total?.cells).toMatchObject({ total: 0, onTimeRate: null });
});

test("a department that no page shows is a row of its own, last", async () => {
  const nameless = aCase(30, { acceptedAt: "2026-11-02", promisedLimit: five, status: processing });
  const { rows } = await ask(report, [...cases, nameless]);
  expect(rows.at(-1)?.cells.department).toBe("（页面未显示）");
  expect(opensWhatItCounts(await ask(report, [...cases, nameless]), [...cases, nameless])).toEqual(
    [],
  );
});

test("every column has a definition, and every rate names its numerator and its denominator", () => {
  for (const language of ["zh-CN", "en"] as const)
    for (const { title, definition, type, of } of report.columns(language)) {
      expect(title.length).toBeGreaterThan(0);
      expect(definition.length).toBeGreaterThan(5);
      if (type === "percent") expect(of).toBeDefined();
    }
});
