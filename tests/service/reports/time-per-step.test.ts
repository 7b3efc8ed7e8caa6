import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask } from "./a-world.ts";

const report = reportOf("time-per-step")!;
const processing = { text: "在办", kind: "processing" } as const;
const finished = { text: "办结", kind: "finished" } as const;

/** Monday 2026-11-02 to the days of the next week; the report is of Friday 2026-11-20. */
const left = (n: number, on: string) =>
  aCase(n, {
    acceptedAt: "2026-11-02",
    status: finished,
    closedAt: on,
    steps: [{ name: "审查", enteredAt: "2026-11-02", leftAt: on }],
  });
const still = (n: number, since: string) =>
  aCase(n, {
    acceptedAt: since,
    status: processing,
    step: "审查",
    steps: [{ name: "审查", enteredAt: since }],
  });

test("time in a step is in working days: weekends and holidays do not count", async () => {
  const [row] = (await ask(report, [left(1, "2026-11-09")])).rows;
  expect(row?.cells).toMatchObject({ step: "审查", n: 1, left: 1, open: 0, median: 5, gross: 7 });
  const overNationalDay = aCase(2, {
    acceptedAt: "2026-09-30",
    status: finished,
    closedAt: "2026-10-09",
    steps: [{ name: "审查", enteredAt: "2026-09-30", leftAt: "2026-10-09" }],
  });
  // 1 to 7 October off: only the 8th and the 9th are worked
  expect((await ask(report, [overNationalDay])).rows[0]?.cells).toMatchObject({
    median: 2,
    gross: 9,
  });
});

test("a step not left is censored, so that leaving hard cases open does not shorten the median", async () => {
  const closedOnly = [left(1, "2026-11-03"), left(2, "2026-11-04"), left(3, "2026-11-05")];
  expect((await ask(report, closedOnly)).rows[0]?.cells).toMatchObject({
    median: 2,
    closedMean: 2,
  });
  const withOpen = [...closedOnly, still(4, "2026-11-02"), still(5, "2026-11-02")];
  // 5 at risk: after 3 days 2/5 are still in: the median is 3
  expect((await ask(report, withOpen)).rows[0]?.cells).toMatchObject({
    n: 5,
    left: 3,
    open: 2,
    median: 3,
    closedMean: 2,
  });
});

test("a median that is not reached is no number, and says so", async () => {
  const [row] = (
    await ask(report, [left(1, "2026-11-03"), still(2, "2026-11-02"), still(3, "2026-11-02")])
  ).rows;
  expect(row?.cells.median).toBeNull();
  expect(row?.empty.median).toMatch(/未达到/);
});

test("evidenced pauses are deducted once, however they overlap", async () => {
  const paused = aCase(1, {
    acceptedAt: "2026-11-02",
    status: finished,
    closedAt: "2026-11-13",
    pauses: [
      { from: "2026-11-04", to: "2026-11-06", ground: "hearing" },
      { from: "2026-11-05", to: "2026-11-07", ground: "testing" },
    ],
    steps: [{ name: "审查", enteredAt: "2026-11-02", leftAt: "2026-11-13" }],
  });
  // nine working days, less the 4th, 5th and 6th
  expect((await ask(report, [paused])).rows[0]?.cells).toMatchObject({ median: 6, gross: 11 });
});

test("the step in which a case stands counts also where the page has no table of steps", async () => {
  const { rows } = await ask(report, [
    aCase(1, {
      acceptedAt: "2026-11-02",
      status: processing,
      step: "制证",
      stepEnteredAt: "2026-11-16",
    }),
  ]);
  expect(rows[0]?.cells).toMatchObject({ step: "制证", n: 1, open: 1 });
});

test("a step without a time of entry is counted where it is missing, not as zero", async () => {
  const { rows, notes } = await ask(report, [
    aCase(1, { status: processing, steps: [{ name: "审查" }] }),
  ]);
  expect(rows[0]?.cells).toMatchObject({ n: 0, median: null, withoutTimes: 1 });
  expect(notes).toContain("1 条环节记录未显示进入时间，未计入时长。");
});

test("a curve starts from everyone and comes down, inside its band", async () => {
  const { curves } = await ask(report, [
    left(1, "2026-11-03"),
    left(2, "2026-11-04"),
    still(3, "2026-11-02"),
    left(4, "2026-11-10"),
  ]);
  const points = curves?.[0]?.points ?? [];
  // the open one is watched to the end of the curve
  expect(points.map(([time]) => time)).toEqual([1, 2, 6, 14]);
  for (const [, share, low, high] of points) expect(low <= share && share <= high).toBe(true);
});
