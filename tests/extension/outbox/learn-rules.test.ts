import { describe, expect, test } from "vitest";
import { national } from "#shared/limit/rules/national.ts";
import type { Instant } from "#shared/time/instant.ts";
import { atOnce } from "../../../extension/in-slices.ts";
import { judgingPage } from "../../../extension/judged-page.ts";
import type { Enrolment } from "../../../extension/outbox/database.ts";
import { learnRules } from "../../../extension/outbox/learn-rules.ts";
import type { PageReading } from "../../../extension/reader/read-page.ts";

const enrolment: Enrolment = {
  address: "http://shixian.example",
  deviceId: "d",
  token: "dev_1",
  unit: { id: "1", name: "青屿区" },
  caseKeySecret: "k",
  enrolledAt: 0,
};
const rules = {
  calendar: "2026-11-10+3f9a1c22",
  years: [
    {
      year: 2027,
      notices: [
        {
          title: "国务院办公厅关于2027年部分节假日安排的通知",
          published: "2026-11-10",
          address: "https://www.gov.cn/zhengce/2027.htm",
          off: [["元旦", "2027-01-01", "2027-01-03"] as const],
          makeUp: [],
        },
      ],
    },
  ],
  overlays: [],
  regime: { ...national, id: "qingyu", warn: { kind: "workdays-left" as const, n: 5 } },
};
const answering =
  (status: number, body: unknown, asked: string[] = []): typeof fetch =>
  async (input, init) => {
    asked.push(`${String(input)} ${new Headers(init?.headers).get("authorization")}`);
    return new Response(JSON.stringify(body), { status });
  };

describe("what the office judges by is asked of the service", () => {
  test("with the device's token, and what comes is checked", async () => {
    const asked: string[] = [];
    expect(await learnRules(enrolment, answering(200, rules, asked))).toEqual({ ok: true, rules });
    expect(asked).toEqual(["http://shixian.example/v1/calendar Bearer dev_1"]);
  });

  test.each<[string, typeof fetch]>([
    ["an older service", answering(404, {})],
    ["a revoked device", answering(401, {})],
    ["a page of a hotel's gateway", answering(200, "<html>")],
    [
      "a year with an impossible day",
      answering(200, { ...rules, years: [{ year: 2027, notices: [] }] }),
    ],
    ["no network", () => Promise.reject(new TypeError("offline"))],
  ])("%s changes nothing", async (_, fetch) => {
    expect(await learnRules(enrolment, fetch)).toEqual({ ok: false });
  });
});

test("the page judges, counts and proves by what it learnt", () => {
  const at = Date.parse("2026-12-29T10:00:00+08:00") as Instant;
  const page = {
    reading: {
      cases: [
        {
          facts: { acceptedAt: "2026-12-28", limit: { amount: 5, unit: "workday" } },
          unreadable: [],
        },
      ],
    },
  } as unknown as PageReading;
  const plain = atOnce(judgingPage(null)(page, at));
  expect(plain.verdicts[0]).toMatchObject({ due: null, regime: "national@2026-11-22" });
  expect(plain.prove(0)).toBeUndefined();
  const own = atOnce(judgingPage(rules)(page, at));
  expect(own.verdicts[0]).toMatchObject({
    kind: "due-soon",
    due: "2027-01-05",
    regime: "qingyu@2026-11-22",
    calendar: "cn@2026-11-10+3f9a1c22",
  });
  expect(own.prove(0)).toMatchObject({
    first: "2026-12-29",
    counted: 5,
    skipped: [{ name: "元旦", days: 3 }],
  });
  expect(own.calendar.version).toBe(rules.calendar);
});
