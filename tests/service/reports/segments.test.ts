import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("segments")!;
const closed = { text: "办结", kind: "finished" } as const;
const open = { text: "在办", kind: "processing" } as const;

const cases = [
  // 2 days at the front, 6 behind, 3 until delivery
  aCase(1, {
    department: "甲局",
    receivedAt: "2026-11-01",
    acceptedAt: "2026-11-03",
    closedAt: "2026-11-09",
    deliveredAt: "2026-11-12",
    status: closed,
  }),
  // submitted 4 days before acceptance; open for 10 days at the moment of the report
  aCase(2, {
    department: "甲局",
    submittedAt: "2026-11-06",
    acceptedAt: "2026-11-10",
    status: open,
  }),
  // at the front for 18 days and not yet accepted
  aCase(3, {
    department: "甲局",
    receivedAt: "2026-11-02",
    status: { text: "收件", kind: "received" },
  }),
  // withdrawn after 5 days: it did not take 5 days to decide
  aCase(4, {
    department: "乙局",
    acceptedAt: "2026-11-02",
    closedAt: "2026-11-07",
    status: { text: "撤回", kind: "withdrawn" },
  }),
];

test("each stretch is timed by itself, and what has not ended is censored", async () => {
  const { rows, total } = await ask(report, cases);
  expect(rows[0]?.cells).toEqual({
    name: "甲局",
    total: 3,
    // 2, 4 and still waiting after 18: half by 4, nine in ten not reached
    frontN: 3,
    frontMedian: 4,
    frontP90: null,
    // 6, and open after 10
    backN: 2,
    backMedian: 8,
    backP90: null,
    deliveryN: 1,
    deliveryMedian: 3,
    deliveryP90: 3,
  });
  expect(rows[0]?.empty.frontP90).toBe("结束的办件尚不足九成，九成分位未达到。");
  expect(rows[1]?.cells).toMatchObject({ name: "乙局", backN: 1, backMedian: null, frontN: 0 });
  // the withdrawn one was closed and the portal shows deliveries: it waits for one until last seen
  expect(total?.cells).toMatchObject({ total: 4, backN: 3, deliveryN: 2 });
});

test("figures open exactly their cases", async () => {
  expect(opensWhatItCounts(await ask(report, cases), cases)).toEqual([]);
});
