import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from "vitest";
import { batch, record } from "../../../shared/case/observation.ts";
import { transferHeader } from "../../../shared/case/transfer.ts";
import { keyedHash } from "../../../service/access/keyed-hash.ts";
import { outboxPages } from "./chromium-page.ts";

let pages: Awaited<ReturnType<typeof outboxPages>>;
let world: Awaited<ReturnType<typeof pages.world>>;
beforeAll(async () => void (pages = await outboxPages()), 60_000);
afterAll(() => pages.close());
beforeEach(async () => {
  world = await pages.world();
  await world.call((outbox, given) => outbox.enrolled(given), ENROLMENT);
});
afterEach(() => world.close());

const T0 = Date.UTC(2026, 10, 20, 2, 0);
const MINUTE = 60_000;
const ENROLMENT = {
  address: "http://10.1.2.3:8787",
  deviceId: "d1",
  token: "dev_d1_0123456789abcdef",
  unit: { id: "1", name: "青屿区政务服务中心" },
  caseKeySecret: "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0MDE=",
  enrolledAt: T0,
};
const aCase = (caseNo: string | undefined, more: object = {}) => ({
  ...(caseNo !== undefined && { caseNo }),
  facts: {
    item: "食品经营许可",
    acceptedAt: "2026-11-02",
    status: { text: "在办", kind: "processing" },
    ...more,
  },
  unreadable: [],
});
const aLook = (cases: object[], more: object = {}) => ({
  portal: "xzsp.qingyu.gov.cn",
  view: "/list",
  kind: "list",
  coverage: { shown: cases.length, page: 1 },
  unreadable: [],
  cases,
  ...more,
});
const recordAt = (look: object, at: number) =>
  world.call((outbox, g: [never, number]) => outbox.record(g[0], g[1]), [look, at]);
const records = () => world.call((outbox) => outbox.records());
const sendWith = (answers: unknown[], at = T0, force = false) =>
  world.call(
    (outbox, g: [never, number, boolean]) => outbox.send(g[0], g[1], g[2]),
    [answers, at, force],
  );

test("a look and its cases are numbered in one sequence without gaps, in the wire shape", async () => {
  await recordAt(aLook([aCase("A-1001"), aCase("A-1002")]), T0);
  const all = await records();
  expect(all.map((each) => [each.seq, each.record.type, each.state])).toEqual([
    [1, "look", "waiting"],
    [2, "observation", "waiting"],
    [3, "observation", "waiting"],
  ]);
  for (const each of all) expect(record.safeParse(each.record).error).toBeUndefined();
});

test("case numbers are kept only as a keyed hash and a mask", async () => {
  await recordAt(aLook([aCase("QY20261102-000123")]), T0);
  const text = JSON.stringify(await records());
  expect(text).not.toContain("QY20261102");
  expect(text).toContain("…0123");
});

test("a page that shows the same again is merged while the first sight waits", async () => {
  await recordAt(aLook([aCase("A-1001")]), T0);
  await recordAt(aLook([aCase("A-1001")]), T0 + 5 * MINUTE);
  const all = await records();
  expect(all.map(({ record: { at, lastAt, times } }) => [at, lastAt, times])).toEqual([
    [T0, T0 + 5 * MINUTE, 2],
    [T0, T0 + 5 * MINUTE, 2],
  ]);
});

test("only the case that changed is recorded anew", async () => {
  await recordAt(aLook([aCase("A-1001"), aCase("A-1002")]), T0);
  await recordAt(aLook([aCase("A-1001"), aCase("A-1002", { step: "审查" })]), T0 + MINUTE);
  const all = await records();
  expect(all.slice(3).map((each) => each.record.type)).toEqual(["look", "observation"]);
});

test("a case that still says the same a quarter of an hour later is recorded anew: nothing changed until then", async () => {
  await recordAt(aLook([aCase("A-1001")]), T0);
  await sendWith(["accept"], T0 + MINUTE);
  await recordAt(aLook([aCase("A-1001")]), T0 + 14 * MINUTE);
  await sendWith(["accept"], T0 + 14 * MINUTE);
  await recordAt(aLook([aCase("A-1001")]), T0 + 15 * MINUTE);
  expect((await records()).filter((each) => each.record.type === "observation")).toHaveLength(2);
});

test("an empty list is a look too", async () => {
  await recordAt(aLook([]), T0);
  expect((await records()).map((each) => each.record.type)).toEqual(["look"]);
});

test("a row without a number, and two rows of one number that disagree, are counted and not recorded", async () => {
  await recordAt(
    aLook([aCase(undefined), aCase("A-1"), aCase("A-1", { step: "审查" }), aCase("A-2")]),
    T0,
  );
  const all = await records();
  expect(all).toHaveLength(2);
  expect(all[0]?.record).toMatchObject({ cases: 4, unidentified: 3 });
});

test("a text that holds a phone or an ID number is taken out, and that is said", async () => {
  await recordAt(aLook([aCase("A-1", { department: "联系人 13800138000", step: "审查" })]), T0);
  const [, seen] = await records();
  expect(seen?.record).toMatchObject({
    unreadable: [{ field: "department", why: "personal" }],
    facts: { step: "审查" },
  });
  expect(JSON.stringify(seen)).not.toContain("13800138000");
});

test("what a guide page says of an item is recorded with its look, in the wire shape and without anybody's number", async () => {
  const guide = {
    item: "林木采伐许可",
    department: "林业局 13800000001",
    promisedLimit: { amount: 7, unit: "workday" },
  };
  await recordAt(aLook([], { kind: "guide", view: "/guide", coverage: { shown: 0 }, guide }), T0);
  const [{ record: look } = { record: undefined }] = await records();
  expect(record.parse(look)).toMatchObject({
    kind: "guide",
    guide: { item: "林木采伐许可", promisedLimit: { amount: 7, unit: "workday" } },
  });
  expect(JSON.stringify(look)).not.toContain("13800000001");
});

test("what is sent is a valid batch, and only what was acknowledged stops waiting", async () => {
  await recordAt(aLook([aCase("A-1")]), T0);
  const failed = await sendWith(["unreachable"], T0);
  expect(failed.result).toBe("waiting");
  expect((await world.call((outbox) => outbox.waiting())).count).toBe(2);
  const sent = await sendWith(["accept"], T0 + 60 * MINUTE);
  expect(batch.safeParse(sent.bodies[0]).error).toBeUndefined();
  expect((await world.call((outbox) => outbox.waiting())).count).toBe(0);
});

test("a batch that was sent once is sent again to the byte, whatever is seen meanwhile", async () => {
  await recordAt(aLook([aCase("A-1")]), T0);
  const first = await sendWith(["unreachable"], T0);
  await recordAt(aLook([aCase("A-1")]), T0 + MINUTE);
  const again = await sendWith(["accept"], T0 + 60 * MINUTE);
  expect(again.bodies[0]?.records.slice(0, 2)).toEqual(first.bodies[0]?.records);
});

test("each failure waits longer than the last, up to a quarter of an hour, and is told", async () => {
  await recordAt(aLook([aCase("A-1")]), T0);
  const waits: number[] = [];
  let at = T0;
  for (let i = 0; i < 12; i++) {
    await sendWith(["unreachable"], at);
    const { retryAt } = await world.call((outbox) => outbox.state());
    waits.push(retryAt - at);
    at = retryAt;
  }
  expect(waits[0]).toBeLessThan(waits[3] ?? 0);
  expect(Math.max(...waits)).toBeLessThanOrEqual(15 * MINUTE);
  expect((await world.call((outbox) => outbox.state())).lastError?.code).toBe("offline");
});

test.each([
  { status: 401, code: "unenrolled", result: "stopped" },
  { status: 404, code: "moved", result: "stopped" },
  { status: 503, code: "busy", result: "waiting" },
  { status: 500, code: "unexpected", result: "waiting" },
])(
  "the answer $status is $code: sending is $result and the queue is kept",
  async ({ status, code, result }) => {
    await recordAt(aLook([aCase("A-1")]), T0);
    const sent = await sendWith([{ status, body: {} }]);
    expect(sent.result).toBe(result);
    expect((await world.call((outbox) => outbox.state())).lastError?.code).toBe(code);
    expect((await world.call((outbox) => outbox.waiting())).count).toBe(2);
  },
);

test("a busy service's Retry-After is obeyed", async () => {
  await recordAt(aLook([aCase("A-1")]), T0);
  await sendWith([{ status: 503, body: {}, headers: { "retry-after": "120" } }]);
  expect((await world.call((outbox) => outbox.state())).retryAt).toBeGreaterThanOrEqual(
    T0 + 120_000,
  );
});

test("a batch that is too large is halved until it fits", async () => {
  await recordAt(aLook(Array.from({ length: 9 }, (_, i) => aCase(`A-${i}`))), T0);
  const tooLarge = { status: 413, body: {} };
  const sent = await sendWith([tooLarge, tooLarge, tooLarge, tooLarge, tooLarge, "accept"]);
  expect(sent.bodies.at(-1)?.records.length).toBeLessThan(10);
});

test("a refused record is kept, told and never sent again; its neighbours are acknowledged", async () => {
  await recordAt(aLook([aCase("A-1"), aCase("A-2")]), T0);
  const refused = [{ seq: 2, code: "personal-data", detail: "", pointer: "" }];
  await sendWith([
    { status: 200, body: { accepted: 2, known: 0, refused, highWater: 1, gaps: [[2, 2]] } },
  ]);
  expect((await records()).map((each) => each.state)).toEqual(["acked", "refused", "acked"]);
  expect(await world.call((outbox) => outbox.waiting())).toMatchObject({ count: 0, refused: 1 });
});

test("a service that lost records asks for them by its gaps, and gets them", async () => {
  await recordAt(aLook([aCase("A-1")]), T0);
  await sendWith(["accept"]);
  await recordAt(aLook([aCase("A-1", { step: "审查" })]), T0 + MINUTE);
  const lost = {
    status: 200,
    body: { accepted: 2, known: 0, refused: [], highWater: 0, gaps: [[1, 2]] },
  };
  const sent = await sendWith([lost, "accept"], T0 + MINUTE);
  expect(sent.bodies[1]?.records.map((each) => each.seq)).toEqual([1, 2]);
});

test("killed at every await of recording, the queue holds a look whole or not at all, and no number twice", async () => {
  const looks = (all: Awaited<ReturnType<typeof records>>) =>
    all.filter((each) => each.record.type === "look");
  let killed = true;
  let kills = 0;
  for (let n = 1; killed; n++) {
    const look = aLook([aCase(`K-${n}-1`), aCase(`K-${n}-2`)], { view: `/list/${n}` });
    killed = await world.killedAt(n, (outbox, g: [never, number]) => outbox.record(g[0], g[1]), [
      look,
      T0 + n * MINUTE,
    ]);
    if (killed) kills++;
    const all = await records();
    for (const { seq } of looks(all))
      expect(
        all.filter(({ record: each }) => each.type === "observation" && each.look === seq),
      ).toHaveLength(2);
    expect(all.map((each) => each.seq)).toEqual(all.map((_, i) => i + 1));
  }
  expect(kills).toBeGreaterThan(10);
  expect(looks(await records()).length).toBeGreaterThan(0);
}, 60_000);

test("killed at every await of sending, each record still waits or was acknowledged, and its replay is the same to the byte", async () => {
  await recordAt(aLook([aCase("A-1"), aCase("A-2")]), T0);
  const before = (await records()).map((each) => each.record);
  let killed = true;
  let kills = 0;
  for (let n = 1; killed; n++) {
    killed = await world.killedAt(
      n,
      (outbox, at: number) => outbox.send(["accept", "accept"], at, true),
      T0,
    );
    if (killed) kills++;
    const all = await records();
    expect(all.map((each) => each.record)).toEqual(before);
    expect(all.map((each) => ["waiting", "sealed", "acked"].includes(each.state))).toEqual(
      all.map(() => true),
    );
  }
  expect(kills).toBeGreaterThan(5);
  expect((await world.call((outbox) => outbox.waiting())).count).toBe(0);
}, 60_000);

test("a code is exchanged once for the device's token; a wrong one says so", async () => {
  const bad = await world.call(
    (outbox, at: number) =>
      outbox.enrol(
        { address: "10.1.2.3:8787", code: "x" },
        { status: 422, body: { detail: "接入码无效" } },
        at,
      ),
    T0,
  );
  expect(bad).toMatchObject({ ok: false, failure: "bad-code" });
  const away = await world.call(
    (outbox, at: number) =>
      outbox.enrol({ address: "10.1.2.3:8787", code: "x" }, "unreachable", at),
    T0,
  );
  expect(away).toMatchObject({ ok: false, failure: "unreachable" });
});

test("becoming another device of the same service renumbers what waits from 1 and loses nothing", async () => {
  await recordAt(aLook([aCase("A-1")]), T0);
  await sendWith(["accept"]);
  await recordAt(aLook([aCase("A-2")]), T0 + MINUTE);
  const { caseKeySecret, unit } = ENROLMENT;
  const answer = {
    status: 200,
    body: { deviceId: "d2", token: "dev_d2_0123456789abcdef", unit, caseKeySecret },
  };
  const enrolled = await world.call(
    (outbox, g: [never, number]) =>
      outbox.enrol({ address: "http://10.1.2.3:8787", code: "y" }, g[0], g[1]),
    [answer, T0],
  );
  expect(enrolled.ok).toBe(true);
  const all = await records();
  expect(all.map((each) => [each.seq, each.record.seq, each.record.type])).toEqual([
    [1, 1, "look"],
    [2, 2, "observation"],
  ]);
  expect(all[1]?.record).toMatchObject({ look: 1 });
});

test("after the service has changed its keys, what waits is sent under the names that it has, and what is seen from then on under the new ones", async () => {
  const second = { secret: btoa("another secret, of thirty-two by"), hash: "sm3" };
  const learn = (links: unknown) =>
    world.call((outbox, given: unknown) => outbox.learnKeys(given), links);
  await recordAt(aLook([aCase("A-1")]), T0);
  expect((await learn([second])).caseKeyLinks).toEqual([second]);
  // neither fewer nor others: the chain only grows
  for (const links of [[], [{ ...second, hash: "sha256" }], "nonsense"])
    expect((await learn(links)).caseKeyLinks).toEqual([second]);
  await recordAt(aLook([aCase("A-1")]), T0 + MINUTE);
  const file = await world.call((outbox, at: number) => outbox.exportFile(at), T0);
  const { bodies } = await sendWith(["accept", "accept"]);
  expect(bodies.map((body) => batch.parse(body).keyVersion)).toEqual([undefined, 2]);
  const lines = (file?.text ?? "").trim().split("\n").slice(1);
  expect(lines.map((line) => batch.parse(JSON.parse(line)).keyVersion)).toEqual([undefined, 2]);
  const [before, after] = bodies.map(
    (body) => (body.records[1] as unknown as { caseKey: string }).caseKey,
  );
  const key = Buffer.from(second.secret, "base64");
  expect(after).toBe(keyedHash({ caseKey: key, caseKeyHash: "sm3" }, before ?? ""));
});

test("what waits for one service is never sent to another", async () => {
  await recordAt(aLook([aCase("A-1")]), T0);
  const other = await world.call(
    (outbox, at: number) =>
      outbox.enrol({ address: "http://10.9.9.9:8787", code: "y" }, { status: 200, body: {} }, at),
    T0,
  );
  expect(other).toMatchObject({ ok: false, failure: "other-device-waiting" });
});

test("a copied profile is noticed: nothing that the other copy numbered alike is lost, and sending stops until it is enrolled anew", async () => {
  await recordAt(aLook([aCase("A-1")]), T0);
  const reused = { seq: 2, code: "seq-reused", detail: "", pointer: "" };
  const sent = await sendWith([
    { status: 200, body: { accepted: 1, known: 0, refused: [reused], highWater: 2, gaps: [] } },
  ]);
  expect(sent.result).toBe("stopped");
  expect((await world.call((outbox) => outbox.state())).lastError?.code).toBe("copied");
  expect((await records()).map((each) => each.state)).toEqual(["acked", "sealed"]);
});

test("what waits can be carried as a signed file whose batches are those that would be sent", async () => {
  await recordAt(aLook([aCase("A-1"), aCase("A-2")]), T0);
  const file = await world.call((outbox, at: number) => outbox.exportFile(at), T0 + MINUTE);
  const [head = "", ...lines] = file?.text.split("\n").filter((line) => line !== "") ?? [];
  const header = transferHeader.parse(JSON.parse(head));
  const key = createHash("sha256")
    .update(ENROLMENT.token.split("_").slice(2).join("_"))
    .digest("base64url");
  expect(header.signature).toBe(
    createHmac("sha256", key)
      .update(`${lines.join("\n")}\n`)
      .digest("hex"),
  );
  const carried = lines.flatMap((line) => batch.parse(JSON.parse(line)).records);
  const sent = await sendWith(["accept"], T0 + 60 * MINUTE);
  expect(carried).toEqual(sent.bodies[0]?.records);
});
