import { expect, test } from "vitest";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { bucketOf } from "../../../service/reports/bucket.ts";
import type { JudgedCase } from "../../../service/reports/judged-case.ts";
import { reportOf } from "../../../service/reports/reports.ts";
import { AS_OF, aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("unreadable-pages")!;
const facts = {
  acceptedAt: "2026-11-16",
  promisedLimit: { amount: 5, unit: "workday" as const },
  status: { text: "在办", kind: "processing" } as const,
};

/** The same case with facts that were on its page and could not be read. */
function unread(n: number, portal: string, fields: readonly string[]): JudgedCase {
  const { promisedLimit: _, ...rest } = facts;
  const unreadable = fields.map((field) => ({ field, why: "not-understood" }));
  const seen = { at: AS_OF, lastAt: AS_OF, facts: rest, unreadable };
  const timeline = NATIONAL.fold([seen]);
  const verdict = NATIONAL.judge(timeline, AS_OF);
  return { ...aCase(n, rest), portal, timeline, verdict, bucket: bucketOf(timeline, verdict) };
}

const cases = [
  { ...aCase(1, facts), portal: "a.gov.cn" },
  unread(2, "a.gov.cn", ["promisedLimit"]),
  unread(3, "a.gov.cn", ["promisedLimit", "due"]),
  { ...aCase(4, facts), portal: "a.gov.cn" },
  { ...aCase(5, facts), portal: "b.gov.cn" },
];

test("each portal tells how many of its cases have something unread, and what", async () => {
  const { rows, total, n } = await ask(report, cases);
  expect(rows.map(({ cells }) => cells)).toEqual([
    {
      portal: "a.gov.cn",
      total: 4,
      unreadRate: 0.5,
      fields: "承诺时限 2 件；应办结时间 1 件",
      unknown: 2,
      unknownRate: 0.5,
    },
    {
      portal: "b.gov.cn",
      total: 1,
      unreadRate: 0,
      fields: null,
      unknown: 0,
      unknownRate: 0,
    },
  ]);
  expect(rows[1]?.empty.fields).toBe("没有未能识别的内容。");
  expect(total?.cells).toMatchObject({ total: 5, unreadRate: 0.4, unknown: 2, unknownRate: 0.4 });
  expect(n).toBe(5);
});

test("a figure opens exactly the cases that it counts", async () => {
  expect(opensWhatItCounts(await ask(report, cases), cases)).toEqual([]);
});

test("no cases is no data, and not that all was read", async () => {
  const { total, notes } = await ask(report, []);
  expect(total?.cells.unreadRate).toBeNull();
  expect(total?.empty.fields).toMatch(/没有看到办件/);
  expect(notes[0]).toMatch(/没有看到办件/);
});
