import { expect, test } from "vitest";
import type { CaseFacts } from "#shared/case/observation.ts";
import { BUCKETS } from "#shared/limit/bucket.ts";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { countLives } from "#shared/statistics/life-counts.ts";
import { judgedSet } from "../../../service/facts/judged-set.ts";
import { reportOf } from "../../../service/reports/reports.ts";
import { AS_OF, aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("overview")!;
const limit = { amount: 5, unit: "workday" } as const;
const finished = { text: "办结", kind: "finished" } as const;
const processing = { text: "在办", kind: "processing" } as const;
const closed = (n: number, from: string, to: string, more: CaseFacts = {}) =>
  aCase(n, { acceptedAt: from, closedAt: to, promisedLimit: limit, status: finished, ...more });
const open = (n: number, from: string, more: CaseFacts = {}) =>
  aCase(n, { acceptedAt: from, promisedLimit: limit, status: processing, ...more });

/** As of Friday 2026-11-20; five working days. */
const WORLD = [
  closed(1, "2026-11-02", "2026-11-04"), // on time: 2 days, its limit passed on the 9th
  closed(2, "2026-11-02", "2026-11-09"), // on time on the last day: 7
  closed(3, "2026-11-02", "2026-11-12"), // late: 10
  closed(4, "2026-11-18", "2026-11-19"), // on time, its limit not yet passed: 1
  open(5, "2026-11-02"), // overdue: at least 18
  open(6, "2026-11-06"), // overdue: at least 14
  open(7, "2026-11-19"), // in time: at least 1
  aCase(8, { submittedAt: "2026-11-10", status: { text: "已提交", kind: "submitted" } }),
  aCase(9, {
    acceptedAt: "2026-11-03",
    closedAt: "2026-11-05",
    promisedLimit: limit,
    status: { text: "撤回", kind: "withdrawn" },
  }),
  open(10, "2026-11-03", { promisedLimit: undefined }), // no limit shown
];

test("the parts sum to the total", async () => {
  const { cells } = (await ask(report, WORLD)).rows[0]!;
  expect(Object.fromEntries(BUCKETS.map((bucket) => [bucket, cells[bucket]]))).toEqual({
    supplementing: 0,
    refused: 0,
    awaiting: 1,
    "withdrawn-before": 0,
    "closed-in-limit": 3,
    "open-in-limit": 1,
    "closed-late": 1,
    "open-overdue": 2,
    withdrawn: 1,
    unknown: 1,
  });
  expect(BUCKETS.reduce((sum, bucket) => sum + Number(cells[bucket]), 0)).toBe(cells.total);
  expect(cells.open).toBe(5);
});

test("the on-time rate is over all whose limit has passed, open overdue ones included; the closed-only rate stands beside it", async () => {
  const { cells } = (await ask(report, WORLD)).rows[0]!;
  // passed: 1 2 3 5 6; on time of these: 1 2
  expect(cells).toMatchObject({ passed: 5, passedOnTime: 2, onTimeRate: 0.4 });
  expect(cells).toMatchObject({ closed: 4, closedOnTime: 3, closedOnTimeRate: 0.75 });
});

test("durations count open cases as lasting at least so long, and a withdrawn one until it was withdrawn", async () => {
  const { cells, empty } = (await ask(report, WORLD)).rows[0]!;
  // natural days: 1 1+ 2 2+ 7 10 14+ 17+ 18+; 9 at risk, then 7, 5 and 4 when something ends:
  // 8/9 · 6/7 · 4/5 · 3/4 = 0.457, so the median is 10 and nine in ten are never reached
  expect(cells).toMatchObject({ timed: 9, median: 10, closedOnlyMedian: 2, closedOnlyP90: 10 });
  expect(cells.p90).toBeNull();
  expect(empty.p90).toMatch(/未达到/);
  // working days: 1 1+ 2 2+ 5 8 10+ 13+ 14+
  expect(cells).toMatchObject({ timedWorking: 9, medianWorking: 8, p90Working: null });
});

test("recorded pauses are not working time", async () => {
  const paused = closed(1, "2026-11-02", "2026-11-13", {
    pauses: [{ from: "2026-11-04", to: "2026-11-06", ground: "hearing" }],
  });
  const { cells } = (await ask(report, [paused])).rows[0]!;
  expect(cells).toMatchObject({ median: 11, medianWorking: 7 });
});

test("every figure opens into exactly the cases that it counts", async () => {
  for (const filter of [{}, { from: "2026-11-03", to: "2026-11-10" }])
    expect(opensWhatItCounts(await ask(report, WORLD, filter), WORLD)).toEqual([]);
});

test("a closed case whose closing time is not shown is in no duration, and is said", async () => {
  const figures = await ask(report, [
    aCase(1, { acceptedAt: "2026-11-02", promisedLimit: limit, status: finished }),
  ]);
  expect(figures.rows[0]?.cells).toMatchObject({ total: 1, timed: 0, median: null });
  expect(figures.rows[0]?.empty.median).toBe("没有可计算时长的办件。");
  expect(figures.notes.join()).toMatch(/1 件已办结但未显示办结时间/);
});

test("an empty world is not a world without delays", async () => {
  const figures = await ask(report, []);
  expect(figures.rows[0]?.cells).toMatchObject({ total: 0, onTimeRate: null, median: null });
  expect(figures.notes[0]).toMatch(/没有看到不等于没有超期/);
});

test("where only running cases are listed, one first seen late enters at first sight", () => {
  const seenFrom = (n: number, facts: CaseFacts, at: string) => {
    const first = Date.parse(`${at}T09:00:00+08:00`);
    const timeline = NATIONAL.fold([{ at: first, lastAt: AS_OF, facts, unreadable: [] }]);
    return { ...aCase(n, facts), timeline };
  };
  const running = [
    seenFrom(1, { acceptedAt: "2026-11-02", status: processing }, "2026-11-12"),
    seenFrom(2, { acceptedAt: "2026-11-12", closedAt: "2026-11-18" }, "2026-11-12"),
  ];
  expect(judgedSet(running, AS_OF).lives().natural).toEqual(
    countLives([
      { time: 18, event: false, entry: 10 },
      { time: 6, event: true },
    ]),
  );
  // the same portal also lists what was closed before anybody looked: nothing was hidden
  const history = seenFrom(3, { acceptedAt: "2026-11-02", closedAt: "2026-11-03" }, "2026-11-12");
  expect(judgedSet([...running, history], AS_OF).lives().natural).toEqual(
    countLives([
      { time: 18, event: false },
      { time: 6, event: true },
      { time: 1, event: true },
    ]),
  );
});
