import { expect, test } from "vitest";
import { judgedSet } from "../../../service/facts/judged-set.ts";
import { populationQuery } from "../../../service/reports/population.ts";
import { reportOf } from "../../../service/reports/reports.ts";
import { AS_OF, aCase, ask, opened } from "./a-world.ts";

const report = reportOf("due-dates")!;
const days = (amount: number) => ({ amount, unit: "workday" as const });
const processing = { text: "在办", kind: "processing" } as const;

/** As of Friday 2026-11-20. */
const cases = [
  aCase(1, {
    acceptedAt: "2026-09-17",
    promisedLimit: days(10),
    pauses: [{ from: "2026-09-21", to: "2026-09-23", ground: "hearing" }],
    status: processing,
  }),
  aCase(2, {
    acceptedAt: "2026-11-18T09:00",
    limit: { amount: 4, unit: "hour" },
    status: processing,
  }),
  aCase(3, { acceptedAt: "2026-11-19", promisedLimit: days(45), status: processing }),
  aCase(4, { status: processing }),
];

test("each case prints its due date with the count that it rests on, the earliest due first", async () => {
  const { rows, n } = await ask(report, cases);
  expect(n).toBe(4);
  expect(rows.map(({ cells }) => [cells.mask, cells.due, cells.proof])).toEqual([
    [
      "…1",
      "2026-10-10",
      "自 2026-09-18 起计第1日，至 2026-10-10 共计 10 日。其间中秋节3天、国庆节7天放假，不计入。2026-09-20、2026-10-10 调休上班，计入。计时暂停 2 天，不计入。",
    ],
    ["…2", "2026-11-18T13:00", "应办结时间为 2026-11-18T13:00。"],
    ["…3", null, expect.stringMatching(/^应办结时间在 2027-01-\d\d 至 2027-\d\d-\d\d 之间/)],
    ["…4", null, null],
  ]);
  expect(rows[3]?.empty["proof"]).toMatch(/^页面未同时显示/);
});

test("in English too, and what is left out is said", async () => {
  const { rows, notes } = await report.figures({
    cases: judgedSet(cases, AS_OF),
    filter: populationQuery.parse({}),
    params: { most: "1" },
    carried: {},
    language: "en",
  });
  expect(rows.map(({ cells }) => cells["proof"])).toEqual([
    "Counted from 2026-09-18 as day 1 to 2026-10-10: 10 day(s). Not counted, on holiday: 中秋节 (3 day(s)), 国庆节 (7 day(s)). Counted, though rest days, because they were worked: 2026-09-20, 2026-10-10. Not counted: 2 day(s) on which the clock was paused.",
  ]);
  expect(notes).toEqual(["4 cases; the first 1 by due date are listed."]);
});

test("each row opens its case", async () => {
  const figures = await ask(report, cases);
  expect(await opened(figures, cases)).toEqual([["…1"], ["…2"], ["…3"], ["…4"]]);
});
