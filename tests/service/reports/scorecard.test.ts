import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { AS_OF, aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("scorecard")!;
const five = { amount: 5, unit: "workday" } as const;

let n = 0;
/** `late` of `of` cases that were due on 2026-11-09 and of which the others were closed on time. */
const some = (department: string, item: string, late: number, of: number) =>
  Array.from({ length: of }, (_, i) =>
    aCase(++n, {
      department,
      item,
      acceptedAt: "2026-11-02",
      promisedLimit: five,
      ...(i < late
        ? { status: { text: "在办", kind: "processing" } as const }
        : { status: { text: "办结", kind: "finished" } as const, closedAt: "2026-11-06" }),
    }),
  );

/*
 * Of the hard item 20 of 40 are late, of the easy one 2 of 40. 甲 has only hard ones (16 of 30 late), 乙 10 hard (4 late) and 30 easy
 * (0 late), 丙 10 easy (2 late).
 * Expected: 甲 30 × ½ = 15; 乙 10 × ½ + 30 × 1/20 = 6.5; 丙 10 × 1/20 = ½.
 */
const cases = [
  ...some("甲局", "难", 16, 30),
  ...some("乙局", "难", 4, 10),
  ...some("乙局", "易", 0, 30),
  ...some("丙局", "易", 2, 10),
];

test("late cases are compared with those expected of the same items, and too few get no rank", async () => {
  const { rows, total, notes, n: of } = await ask(report, cases);
  const line = (name: string) => rows.find(({ cells }) => cells.name === name)!;
  expect(of).toBe(80);
  expect(notes).toEqual(["全体时限已过 80 件，其中超期 22 件；各事项的预期以此为准。"]);
  expect(line("甲局").cells).toMatchObject({ passed: 30, late: 16, expected: 15, rank: 2 });
  expect(line("甲局").cells.ratio).toBeCloseTo(16 / 15, 8);
  expect(line("乙局").cells).toMatchObject({ passed: 40, late: 4, expected: 6.5, rank: 1 });
  expect(line("乙局").cells.ratio).toBeCloseTo(4 / 6.5, 8);
  expect(line("丙局").cells).toMatchObject({ passed: 10, late: 2, expected: 0.5, rank: null });
  expect(line("丙局").empty.rank).toBe("时限已过不足 30 件，偶然因素过大，不排名。");
  // Byar: 4 (1 − 1/36 − z/6)³ and 5 (1 − 1/45 + z/(3√5))³ over 6.5 expected
  expect(line("乙局").cells.ratioLower).toBeCloseTo(0.16555, 4);
  expect(line("乙局").cells.ratioUpper).toBeCloseTo(1.57549, 4);
  expect(total?.cells).toMatchObject({ passed: 80, late: 22, expected: 22, ratio: 1 });
});

test("standing is told only outside what chance does with so many cases", async () => {
  const { rows, curves } = await ask(report, cases);
  const standing = Object.fromEntries(rows.map(({ cells }) => [cells.name, cells.standing]));
  // overall 58 of 80 on time; 14 of 30 is clearly low, 36 of 40 high, 8 of 10 nothing
  expect(standing).toEqual({
    甲局: "低于 95% 波动范围",
    乙局: "高于 95% 波动范围",
    丙局: "在随机波动范围内",
  });
  expect(curves?.map(({ key }) => key)).toEqual(["funnel-95", "funnel-998"]);
  const [narrow, wide] = curves!.map(({ points }) => points.at(-1)!);
  expect(narrow!.slice(0, 2)).toEqual([40, 0.725]);
  expect(wide![2]).toBeLessThan(narrow![2]);
});

test("asked for, all are ranked", async () => {
  const { rows } = await ask(report, cases, {}, AS_OF, { rank: "all" });
  expect(rows.map(({ cells }) => [cells.name, cells.rank])).toEqual([
    ["乙局", 1],
    ["甲局", 2],
    ["丙局", 3],
  ]);
});

test("a figure opens exactly the cases that it counts", async () => {
  expect(opensWhatItCounts(await ask(report, cases), cases)).toEqual(
    // figures that are no counts of cases open nothing
    [],
  );
});
