import { expect, test } from "vitest";
import { judgedSet } from "../../../service/facts/judged-set.ts";
import { populationQuery } from "../../../service/reports/population.ts";
import { reportOf } from "../../../service/reports/reports.ts";
import { AS_OF, aCase, ask, opened, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("findings")!;
const finished = { text: "办结", kind: "finished" } as const;
const days = (amount: number) => ({ amount, unit: "workday" as const });

/** As of Friday 2026-11-20. */
const cases = [
  // late without a pause, a prolongation or a reason: due on Monday the 16th
  aCase(1, {
    acceptedAt: "2026-11-09",
    promisedLimit: days(5),
    status: { text: "在办", kind: "processing" },
  }),
  // the same, and the promise is longer than the law allows
  aCase(2, {
    acceptedAt: "2026-11-02",
    closedAt: "2026-11-16",
    promisedLimit: days(8),
    statutoryLimit: days(5),
    status: finished,
  }),
  // two pauses without a ground, the second on the same ground
  aCase(3, {
    acceptedAt: "2026-11-02",
    promisedLimit: days(20),
    status: { text: "在办", kind: "processing" },
    pauses: [
      { from: "2026-11-03", to: "2026-11-04", ground: "suspended" },
      { from: "2026-11-05", to: "2026-11-06", ground: "suspended" },
    ],
  }),
  // nothing to ask
  aCase(4, {
    acceptedAt: "2026-11-09",
    closedAt: "2026-11-11",
    deliveredAt: "2026-11-12",
    promisedLimit: days(5),
    status: finished,
  }),
];

test("each kind tells its number of cases and its clause, and its rows are those cases", async () => {
  const { rows, n, notes } = await ask(report, cases);
  expect(rows.map(({ key, cells }) => [key.split("#")[1], cells.mask, cells.times])).toEqual([
    ["pause-without-ground", "…3", 2],
    ["re-hung", "…3", 1],
    ["promise-over-statute", "…2", 1],
    ["overrun-without-reason", "…1", 1],
    ["overrun-without-reason", "…2", 1],
  ]);
  expect(rows.map(({ cells }) => cells.evidence).slice(1, 4)).toEqual([
    "暂停开始：2026-11-05；暂停事由：挂起",
    "承诺时限：8个工作日；法定时限：5个工作日",
    "判定：超期；应完成时间：2026-11-16",
  ]);
  expect(n).toBe(4);
  expect(notes).toEqual([
    "4 件中 3 件有疑点，一件可有多类。",
    "1 件：计时暂停，但页面未显示暂停事由。（《行政许可法》第 45 条）",
    "1 件：同一办件以同一事由重复暂停。（《行政许可法》第 45 条）",
    "1 件：承诺时限长于法定时限。（《行政许可法》第 42 条）",
    "2 件：办理超时，页面未显示暂停、延期或超时理由；超时应当公开说明理由。（《优化营商环境条例》第 36 条）",
  ]);
});

test("one kind can be asked for, and each row opens its own case", async () => {
  const figures = await report.figures({
    cases: judgedSet(cases, AS_OF),
    filter: populationQuery.parse({}),
    params: { finding: "overrun-without-reason" },
    carried: {},
    language: "en",
  });
  expect(await opened(figures, cases)).toEqual([["…1"], ["…2"]]);
  expect(figures.notes[0]).toBe("Of 4 cases 2 have a finding; a case may have several kinds.");
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
});

test("a case judged by an office's own rules is asked by those", async () => {
  const closed = aCase(5, {
    acceptedAt: "2026-11-09",
    closedAt: "2026-11-16",
    promisedLimit: days(5),
    status: finished,
  });
  expect((await ask(report, [closed])).rows).toEqual([]);
  const regime = { ...closed.regime, id: "own", startDayCounts: true };
  const found = await ask(report, [{ ...closed, regime }]);
  expect(found.rows.map(({ key }) => key.split("#")[1])).toEqual(["overrun-without-reason"]);
});

test("nothing found is not told as nothing wrong", async () => {
  expect((await ask(report, [cases[3]!])).notes).toEqual([
    "1 件中未发现所列疑点；页面未显示的情况无从发现。",
  ]);
});
