import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { Stretches } from "../../../service/facts/stretches.ts";
import { aCase, aSeenCase, ask } from "./a-world.ts";

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

/** A look at ten in the morning that shows the case in a step. */
const saw = (on: string, step: string) => ({
  at: Date.parse(`2026-11-${on}T10:00:00+08:00`),
  facts: { status: processing, step },
});
const rangesOf = async (cases: Parameters<typeof ask>[1], step = "审查") => {
  const { rows } = await ask(report, cases);
  const cells = rows.find((each) => each.cells.step === step)?.cells ?? {};
  const { exact, bounded, lasting, unwatched, medianFrom, medianTo, p90From, p90To } = cells;
  return {
    counts: [exact, bounded, lasting, unwatched],
    median: [medianFrom, medianTo],
    p90: [p90From, p90To],
  };
};

test("a step seen only between two looks lasted from its first sight to its last at least, and from look to look around it at most", async () => {
  // entered between Monday and Tuesday, left between Thursday and Friday
  const bounded = aSeenCase(1, [
    saw("02", "受理"),
    saw("03", "审查"),
    saw("05", "审查"),
    saw("06", "决定"),
  ]);
  expect(await rangesOf([bounded])).toEqual({
    counts: [0, 1, 0, 0],
    median: [2, 4],
    p90: [2, 4],
  });
  // seen once, on a Friday; the weekend between the looks is not worked
  const once = aSeenCase(2, [saw("05", "受理"), saw("06", "审查"), saw("09", "决定")]);
  expect(await rangesOf([once])).toMatchObject({ median: [0, 2] });
  const lasting = aSeenCase(3, [saw("09", "受理"), saw("10", "审查"), saw("11", "审查")]);
  expect(await rangesOf([lasting])).toMatchObject({
    counts: [0, 0, 1, 0],
    median: [1, null],
  });
  const told = aSeenCase(4, [
    {
      at: Date.parse("2026-11-05T10:00:00+08:00"),
      facts: {
        status: finished,
        steps: [{ name: "审查", enteredAt: "2026-11-02", leftAt: "2026-11-05" }],
        acceptedAt: "2026-11-02",
        closedAt: "2026-11-04",
      },
    },
  ]);
  expect(await rangesOf([told])).toEqual({ counts: [1, 0, 0, 0], median: [3, 3], p90: [3, 3] });
  // what all four allow: a half at two days (the only time that 0–2 and 2–4 share), a half at three
  expect(await rangesOf([bounded, once, lasting, told])).toEqual({
    counts: [1, 2, 1, 0],
    median: [2, 3],
    p90: [3, 3],
  });
});

test("the order in which looks arrive, and a look at a page without steps between them, change nothing", async () => {
  const looks = [saw("02", "受理"), saw("03", "审查"), saw("05", "审查"), saw("06", "决定")];
  const blank = { at: Date.parse("2026-11-04T10:00:00+08:00"), facts: { status: processing } };
  const plain = await rangesOf([aSeenCase(1, looks)]);
  expect(await rangesOf([aSeenCase(1, [blank, ...looks.toReversed()])])).toEqual(plain);
});

test("a step under way at the first look counts only when the page tells since when, and then from that look on", async () => {
  const unknown = aSeenCase(1, [saw("02", "审查"), saw("05", "决定")]);
  expect(await rangesOf([unknown])).toMatchObject({ counts: [0, 0, 0, 1], median: [null, null] });

  const told = (n: number, enteredAt: string, leftAt: string, first: string) =>
    aSeenCase(n, [
      { at: Date.parse(`${first}T10:00:00+08:00`), facts: { status: processing, step: "审查" } },
      {
        at: Date.parse(`${leftAt}T20:00:00+08:00`),
        facts: { status: processing, steps: [{ name: "审查", enteredAt, leftAt }] },
      },
    ]);
  const [early, steady, late] = [
    told(2, "2026-11-03", "2026-11-05", "2026-11-03"),
    told(3, "2026-11-02", "2026-11-12", "2026-11-02"),
    // met after five working days: it says nothing of the time before
    told(4, "2026-11-02", "2026-11-16", "2026-11-09"),
  ];
  // two days: one of two left; eight days: one of the two then under watch; ten days: the last
  expect(await rangesOf([early, steady, late])).toEqual({
    counts: [3, 0, 0, 0],
    median: [2, 8],
    p90: [10, 10],
  });
  // a case that was over before it was first seen cannot be counted, unless its portal lists such cases
  const over = aSeenCase(5, [
    {
      at: Date.parse("2026-11-18T10:00:00+08:00"),
      facts: {
        status: processing,
        steps: [{ name: "审查", enteredAt: "2026-11-02", leftAt: "2026-11-03" }],
      },
    },
  ]);
  expect(await rangesOf([early, steady, late, over])).toMatchObject({ counts: [3, 0, 0, 1] });
  expect(await rangesOf([early, steady, late, over, left(6, "2026-11-03")])).toMatchObject({
    counts: [5, 0, 0, 0],
    median: [2, 2],
  });
});

test("of many stays the bounds are rounded outwards, never inwards", () => {
  const day = 86_400;
  const [few, many] = [new Stretches(10), new Stretches(3000)];
  for (const each of [few, many]) {
    each.add({ least: 2 * day + 100, most: 3 * day + 100, entry: 0 }, true);
    each.add({ least: 2 * day, most: 2 * day, entry: 0 }, true);
    each.add({ least: 5 * day + 100, most: Infinity, entry: day + 100 }, true);
    each.add({ least: 200 * day, most: 400 * day, entry: 0 }, true);
  }
  const told = (of: Stretches) =>
    of.counts().between.map(({ after, by, entry = 0 }) => [after, by, entry]);
  const near = (days: number, seconds: number) => days + seconds / day;
  expect(told(few)).toEqual([
    [2, 2, 0],
    [near(2, 99), near(3, 100), 0],
    [near(5, 99), Infinity, near(1, 100)],
    [near(200, -1), 400, 0],
  ]);
  expect(told(many)).toEqual([
    [2, 2, 0],
    [near(2, -1), 3.1, 0],
    [near(5, -1), Infinity, 1],
    [near(200, -1), 400, 0],
  ]);
});
