import { expect, test } from "vitest";
import type { CaseFacts } from "#shared/case/observation.ts";
import type { CaseDetail } from "../../../service/routes/shapes/case.ts";
import { chooseRegime } from "../../../service/rules/rule-source.ts";
import { aKey, aLook, aService, aSight } from "../a-service.ts";

const workdays = (amount: number) => ({ amount, unit: "workday" as const });

async function caseOf(facts: CaseFacts, when: string, regime = "national", language = "zh-CN") {
  const service = await aService();
  service.at(when);
  const device = await service.device("青屿区/政务大厅");
  const at = { at: service.now(), lastAt: service.now() };
  await device.send([aLook(1, at), aSight(2, 1, facts, at)]);
  const choice = { regime, unit: null, now: 1, by: "赵" };
  if (regime !== "national") await chooseRegime(service.db, choice);
  const token = await service.token("青屿区");
  const response = await service.request(`/v1/cases/${aKey(1)}?lang=${language}`, { token });
  return (await response.json()) as CaseDetail;
}
const told = ({ clocks }: CaseDetail) =>
  clocks.map((c) =>
    [c.name, c.of, c.source, c.due ?? c.range?.earliest ?? null, c.state, c.level]
      .filter((each) => each !== null)
      .join(" "),
  );

test("a case opens with every clock beside the others: whose limit it is, until when, and where it stands", async () => {
  const facts: CaseFacts = {
    receivedAt: "2026-09-01",
    acceptedAt: "2026-09-07",
    closedAt: "2026-10-19",
    promisedLimit: workdays(10),
    statutoryLimit: workdays(20),
    prolonged: workdays(10),
    steps: [{ name: "审查", enteredAt: "2026-09-08", leftAt: "2026-09-16", limit: workdays(3) }],
    pauses: [
      { from: "2026-09-14", to: "2026-09-22", ground: "hearing", approved: workdays(5) },
      { from: "2026-09-08", to: "2026-09-10", ground: "supplement", approved: workdays(5) },
    ],
    tolerance: { limit: workdays(3), suppliedAt: "2026-09-11" },
    supervised: [{ from: "2026-09-21", limit: workdays(5) }],
    status: { text: "办结", kind: "approved" },
  };
  const detail = await caseOf(facts, "2026-11-20T10:00:00+08:00");
  expect(told(detail)).toEqual([
    "promise page 2026-10-09 late",
    "statute page 2026-10-22 met",
    "prolonged page 2026-10-22 met",
    "step 审查 page 2026-09-22 met",
    "notice law 2026-09-08 met",
    "supplement supplement page 2026-09-15 met",
    "special-procedure hearing page 2026-09-20 late",
    "supplement tolerance page 2026-09-10 late",
    "feedback page 2026-09-29 late",
    "delivery law 2026-11-02 late",
  ]);
});

test("a regime that has words for degrees of lateness uses them, in the reader's language", async () => {
  const facts: CaseFacts = {
    acceptedAt: "2018-10-15T10:00",
    promisedLimit: workdays(7),
    statutoryLimit: workdays(10),
    status: { text: "在办", kind: "processing" },
  };
  const on = async (when: string, language?: string) =>
    told(await caseOf(facts, when, "hunan", language))[0];
  expect(await on("2018-10-22T10:00:00+08:00")).toBe("promise page 2018-10-24T10:00 running 预警");
  expect(await on("2018-10-25T10:00:00+08:00")).toBe("promise page 2018-10-24T10:00 late 黄牌");
  expect(await on("2018-10-30T10:00:00+08:00", "en")).toBe(
    "promise page 2018-10-24T10:00 late Red card",
  );
});

test("行政许可法 32: without a notice in time the case counts as accepted from the day of receipt, and says so", async () => {
  const facts: CaseFacts = {
    receivedAt: "2026-09-01",
    status: { text: "已收件", kind: "received" },
  };
  expect((await caseOf(facts, "2026-09-08T10:00:00+08:00")).deemedAcceptedAt).toBeNull();
  expect((await caseOf(facts, "2026-09-09T10:00:00+08:00")).deemedAcceptedAt).toBe("2026-09-01");
});
