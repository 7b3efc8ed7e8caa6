import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { AS_OF, aCase, ask, opened, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("portal-against-computed")!;
const processing = { text: "在办", kind: "processing" } as const;
const five = { promisedLimit: { amount: 5, unit: "workday" as const } };

/** As of Friday 2026-11-20. Accepted on Monday the 9th with five working days, a case is due on Monday the 16th. */
const cases = [
  // both agree
  aCase(1, { acceptedAt: "2026-11-09", due: "2026-11-16", ...five, status: processing }),
  // the portal allows four days more
  aCase(2, { acceptedAt: "2026-11-09", due: "2026-11-20", ...five, status: processing }),
  // the portal is three days earlier: it did not count the weekend out
  aCase(3, { acceptedAt: "2026-11-16", due: "2026-11-20", ...five, status: processing }),
  // no date, but its mark says not overdue
  aCase(4, { acceptedAt: "2026-11-09", overdueFlag: false, ...five, status: processing }),
  // nothing to compare with
  aCase(5, { acceptedAt: "2026-11-09", ...five, status: processing }),
  // withdrawn: no limit runs
  aCase(6, {
    acceptedAt: "2026-11-09",
    due: "2026-11-30",
    ...five,
    status: { text: "撤回", kind: "withdrawn" },
  }),
  // closed in time, and marked overdue
  aCase(7, {
    acceptedAt: "2026-11-09",
    closedAt: "2026-11-12",
    overdueFlag: true,
    ...five,
    status: { text: "办结", kind: "finished" },
  }),
];

test("the portal's date and mark stand beside the computed ones, the widest gap first", async () => {
  const { rows, n, notes } = await ask(report, cases);
  expect(
    rows.map(({ cells: c }) => [
      c.mask,
      c.portalDue,
      c.computedDue,
      c.later,
      c.portalMark,
      c.computedMark,
    ]),
  ).toEqual([
    ["…2", "2026-11-20", "2026-11-16", 4, null, "已过推算时间"],
    ["…3", "2026-11-20", "2026-11-23", -3, null, "未过推算时间"],
    ["…4", null, "2026-11-16", null, "门户标注未超期", "已过推算时间"],
    ["…7", null, "2026-11-16", null, "门户标注超期", "未过推算时间"],
  ]);
  expect(n).toBe(5);
  expect(notes).toEqual([
    "7 件中 5 件可以比较，4 件不一致：日期不一致 2 件，标注不一致 2 件（同一件可兼有）。",
  ]);
});

test("a missing value says why, and each row opens its own case", async () => {
  const figures = await ask(report, cases);
  expect(figures.rows[2]?.empty).toMatchObject({ portalDue: "页面未显示应办结时间。" });
  expect(await opened(figures, cases)).toEqual([["…2"], ["…3"], ["…4"], ["…7"]]);
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
});

test("a mark of not overdue says nothing of a later day", async () => {
  const { n } = await ask(report, [cases[3]!], {}, AS_OF + 86_400_000);
  expect(n).toBe(0);
});

test("nothing to compare is said and is no agreement", async () => {
  expect(await ask(report, [cases[4]!])).toMatchObject({
    n: 0,
    rows: [],
    notes: ["没有同时具备推算时间与门户日期或标注的办件，无法比较；并不表示一致。"],
  });
});
