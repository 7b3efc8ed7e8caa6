import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { AS_OF, aCase, ask, opened } from "./a-world.ts";

const report = reportOf("time-by-department")!;
const base = { acceptedAt: "2026-11-02", status: { text: "在办", kind: "processing" } as const };
const cases = [
  aCase(1, {
    ...base,
    department: "甲局",
    steps: [
      { name: "审查", department: "乙局", enteredAt: "2026-11-02", leftAt: "2026-11-04" },
      { name: "决定", enteredAt: "2026-11-06", leftAt: "2026-11-09" },
    ],
  }),
  aCase(2, {
    ...base,
    department: "甲局",
    steps: [
      { name: "审查", department: "乙局", enteredAt: "2026-11-02", leftAt: "2026-11-06" },
      { name: "决定", enteredAt: "2026-11-06" },
    ],
  }),
];

test("stays stand under the department of the step, waiting between steps beside working in them", async () => {
  const figures = await ask(report, cases);
  expect(figures.rows.map(({ cells }) => cells)).toEqual([
    {
      department: "甲局",
      step: "决定",
      n: 2,
      left: 1,
      median: 5.5,
      p90: null,
      // two days after the first left the step before, none after the second
      waitingN: 2,
      waiting: 0,
    },
    {
      department: "乙局",
      step: "审查",
      n: 2,
      left: 2,
      median: 3,
      p90: 4,
      waitingN: 0,
      waiting: null,
    },
  ]);
  expect(figures.rows[1]?.empty.waiting).toContain("未同时显示");
  expect(await opened(figures, cases)).toEqual([
    ["…1", "…2"],
    ["…1", "…2"],
  ]);
});

test("a stay that has no end lasts as long as it was seen, as the whole case does", async () => {
  const seen = Date.parse("2026-11-10T10:00:00+08:00");
  const early = aCase(
    3,
    { ...base, steps: [{ name: "审查", enteredAt: "2026-11-02T10:00" }] },
    seen,
  );
  const curve = (await ask(reportOf("time-per-step")!, [early], {}, AS_OF)).curves?.[0];
  // censored on the 10th, six working days after the 2nd, although the report is of the 20th
  expect(curve?.points).toEqual([[6, 1, 1, 1]]);
});

test("a row opens into its cases whatever their number: by department and step, and not by a list of them", async () => {
  const many = Array.from({ length: 200 }, (_, n) =>
    aCase(n, {
      ...base,
      department: n % 2 === 0 ? "甲局" : "丙局",
      steps: [{ name: "审查", department: "乙局", enteredAt: "2026-11-02" }],
    }),
  );
  const figures = await ask(report, [...many, ...cases]);
  const row = figures.rows.find(({ cells }) => cells.department === "乙局");
  expect(row?.open[""]).toBe("handledBy=%E4%B9%99%E5%B1%80&through=%E5%AE%A1%E6%9F%A5");
  const [, ...rest] = await opened({ ...figures, rows: row ? [row, row] : [] }, [
    ...many,
    ...cases,
  ]);
  expect(rest[0]).toHaveLength(202);
  // a step that names no department is the case's own: only these two
  const own = figures.rows.filter(({ cells }) => cells.step === "决定");
  expect(await opened({ ...figures, rows: own }, [...many, ...cases])).toEqual([["…1", "…2"]]);
});
