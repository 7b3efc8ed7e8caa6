import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("open-cases-by-age")!;
const processing = { text: "在办", kind: "processing" } as const;
const limit = (amount: number) => ({ promisedLimit: { amount, unit: "workday" as const } });

/** The report is of Friday 2026-11-20: accepted that day is 0 working days old, on Monday the 16th 4. */
const cases = [
  aCase(1, { acceptedAt: "2026-11-20", ...limit(5), status: processing }),
  aCase(2, { acceptedAt: "2026-11-16", ...limit(5), status: processing }),
  aCase(3, { acceptedAt: "2026-11-13", ...limit(3), status: processing }),
  aCase(4, { acceptedAt: "2026-11-12", ...limit(20), status: processing }),
  aCase(5, { acceptedAt: "2026-08-03", status: processing }),
  aCase(6, { submittedAt: "2026-11-18", status: { text: "待受理", kind: "submitted" } }),
  aCase(7, {
    acceptedAt: "2026-11-02",
    ...limit(5),
    status: { text: "办结", kind: "finished" },
    closedAt: "2026-11-05",
  }),
];

test("open cases stand in the band of the working days that they have run, and bands sum to the whole", async () => {
  const { rows, total, n } = await ask(report, cases);
  expect(rows.map(({ cells }) => [cells.age, cells.open])).toEqual([
    ["0", 1],
    ["1–5", 3],
    ["6–10", 1],
    ["11–20", 0],
    ["21–30", 0],
    ["31–60", 0],
    ["61 以上", 1],
  ]);
  expect(total?.cells).toMatchObject({ open: 6, overdue: 1, notStarted: 1, unknown: 1 });
  expect(n).toBe(6);
});

test("the kinds of each band sum to its open cases", async () => {
  for (const { cells } of (await ask(report, cases)).rows)
    expect(
      ["overdue", "dueSoon", "onTime", "paused", "notStarted", "unknown"].reduce(
        (sum, key) => sum + Number(cells[key]),
        0,
      ),
    ).toBe(cells.open);
});

test("a figure opens exactly the cases that it counts", async () => {
  expect(opensWhatItCounts(await ask(report, cases), cases)).toEqual([]);
});

test("cases that nobody has seen for a week are told of", async () => {
  const later = Date.parse("2026-11-30T10:00:00+08:00");
  expect((await ask(report, cases, {}, later)).notes).toContain(
    "6 件在办办件已超过 7 天未再看到，可能已有变化，请核实。",
  );
});
