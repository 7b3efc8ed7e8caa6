import { expect, test } from "vitest";
import type { Acknowledgement } from "#shared/case/observation.ts";
import { type AService, aKey, aLook, aService, aSight } from "../a-service.ts";

const ack = async (response: Response): Promise<Acknowledgement> => {
  expect(response.status).toBe(200);
  return (await response.json()) as Acknowledgement;
};

const stored = async ({ db }: AService): Promise<unknown[][]> =>
  db.values("SELECT device, seq, kind, body, digest FROM records ORDER BY device, seq");

test("what is acknowledged is stored as it was sent", async () => {
  const service = await aService();
  const device = await service.device("青屿区/政务服务中心");
  const sight = aSight(2, 1, { item: "食品经营许可", acceptedAt: "2026-11-02T09:30" });
  expect(await ack(await device.send([aLook(1), sight]))).toEqual({
    accepted: 2,
    known: 0,
    refused: [],
    highWater: 2,
    gaps: [],
  });
  const rows = await stored(service);
  expect(JSON.parse(String(rows[1]?.[3]))).toEqual(sight);
});

test("a replay in any order and any cut changes nothing", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  const records = [aLook(1), ...Array.from({ length: 20 }, (_, i) => aSight(i + 2, i))];
  await ack(await device.send(records));
  const [before, batches] = [
    await stored(service),
    await service.db.values("SELECT * FROM batches"),
  ];
  for (const again of [
    records,
    records.toReversed(),
    records.slice(5, 9),
    [...records, ...records],
  ])
    expect(await ack(await device.send(again))).toMatchObject({
      accepted: 0,
      known: again.length,
      refused: [],
      highWater: 21,
    });
  expect(await stored(service)).toEqual(before);
  expect(await service.db.values("SELECT * FROM batches")).toEqual(batches);
});

test("the answer asks for what is missing, and stops asking when it has come", async () => {
  const device = await (await aService()).device("青屿区");
  expect(await ack(await device.send([aLook(3), aSight(4, 1)]))).toMatchObject({
    highWater: 0,
    gaps: [[1, 2]],
  });
  expect(await ack(await device.send([aLook(1)]))).toMatchObject({ highWater: 1, gaps: [[2, 2]] });
  expect(await ack(await device.send([aLook(9), aLook(7)]))).toMatchObject({
    highWater: 1,
    gaps: [
      [2, 2],
      [5, 6],
      [8, 8],
    ],
  });
  expect(await ack(await device.send([2, 5, 6, 8].map((seq) => aLook(seq))))).toMatchObject({
    highWater: 9,
    gaps: [],
  });
});

test("a number used again for something else is refused, and what was first stays", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  await ack(await device.send([aLook(1), aSight(2, 1, { acceptedAt: "2026-11-02" })]));
  const before = await stored(service);
  const answer = await ack(
    await device.send([aSight(2, 1, { acceptedAt: "2026-11-09" }), aSight(3, 1)]),
  );
  expect(answer).toMatchObject({
    accepted: 1,
    known: 0,
    refused: [{ seq: 2, code: "seq-reused", pointer: "/records/0/seq" }],
  });
  expect((await stored(service)).slice(0, 2)).toEqual(before);
  expect(await service.db.values("SELECT conflicts FROM devices")).toEqual([[1]]);
});

test("one bad observation never costs its neighbours, and its field is named", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  const answer = await ack(
    await device.send([
      aLook(1),
      aSight(2, 1, { acceptedAt: "2026-02-30" }),
      aSight(3, 2),
      { ...aSight(4, 3), applicant: "某人" },
      "not a record",
    ]),
  );
  expect(answer.accepted).toBe(2);
  expect(answer.refused.map(({ seq, code, pointer }) => [seq, code, pointer])).toEqual([
    [2, "invalid-record", "/records/1/facts/acceptedAt"],
    [4, "invalid-record", "/records/3"],
    [null, "invalid-record", "/records/4"],
  ]);
});

test("a refused number is not asked for for ever", async () => {
  const device = await (await aService()).device("青屿区");
  expect(
    await ack(await device.send([aLook(1), { ...aSight(2, 1), facts: 7 }, aLook(3)])),
  ).toMatchObject({
    highWater: 3,
    gaps: [],
  });
});

test.each([
  ["an ID number", "申请人110101199003074514"],
  ["a mobile number", "联系电话 138-1234-5678"],
  ["a full-width mobile number", "１３８１２３４５６７８"],
  ["a bank card", "卡号6222021234567890128"],
  ["an announced name", "联系人:张建国"],
  ["an announced name in full width", "申请人：欧阳清风"],
  ["a form of address", "审查（李女士）"],
])("%s in a free text is refused, and nothing of it is stored anywhere", async (_, item) => {
  const service = await aService();
  const device = await service.device("青屿区");
  const answer = await ack(await device.send([aLook(1), aSight(2, 1, { item })]));
  expect(answer.refused).toMatchObject([
    { seq: 2, code: "personal-data", pointer: "/records/1/facts/item" },
  ]);
  const everything = JSON.stringify([await stored(service), answer, service.lines]);
  const digits = item.normalize("NFKC").replace(/\D/g, "");
  if (digits !== "") expect(everything.replace(/\D/g, "")).not.toContain(digits);
  expect(everything).not.toContain(item);
});

test("a key, a code of the catalogue and a time are no personal data", async () => {
  const device = await (await aService()).device("青屿区");
  const answer = await ack(
    await device.send([
      aLook(1),
      {
        ...aSight(2, 1, {
          itemCode: "11330000002482532X2330123001000",
          acceptedAt: "2026-11-02T09:30:15",
        }),
        caseKey: `13812345678${aKey(1).slice(11)}`,
      },
    ]),
  );
  expect(answer.refused).toEqual([]);
});

test("what a guide page says of an item is kept with its look, and nobody's number with it", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  const guide = {
    item: "林木采伐许可",
    itemCode: "11330000002482532X2330123001000",
    statutoryLimit: { amount: 20, unit: "workday" },
    promisedLimit: { amount: 7, unit: "workday" },
  };
  const look = (seq: number, said: object) =>
    aLook(seq, { kind: "guide", cases: 0, coverage: { shown: 0 }, guide: said });
  const answer = await ack(
    await device.send([
      look(1, guide),
      look(2, { ...guide, department: "咨询电话13800000001" }),
      look(3, { ...guide, applicant: "赵溪汀" }),
    ]),
  );
  expect(answer.refused.map(({ seq }) => seq)).toEqual([2, 3]);
  const [row] = await service.db.values("SELECT body FROM records WHERE kind = 1");
  expect(JSON.parse(String(row?.[0]))).toMatchObject({ kind: "guide", guide });
});

test("two devices may use the same numbers", async () => {
  const service = await aService();
  for (const unit of ["甲区", "乙区"])
    expect(
      await ack(await (await service.device(unit)).send([aLook(1), aSight(2, 1)])),
    ).toMatchObject({ accepted: 2 });
});

test("batches that arrive together share a transaction and each gets its own answer", async () => {
  const service = await aService();
  const devices = await Promise.all(
    ["甲区", "乙区", "丙区", "丁区"].map((unit) => service.device(unit)),
  );
  const answers = await Promise.all(
    devices.flatMap((device) =>
      [0, 1, 2, 3, 4].map(async (i) =>
        ack(await device.send(Array.from({ length: 10 }, (_, k) => aSight(i * 10 + k + 1, k)))),
      ),
    ),
  );
  expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(200);
  expect(
    await service.db.values(
      "SELECT device, count(*), min(seq), max(seq) FROM records GROUP BY device",
    ),
  ).toEqual([1, 2, 3, 4].map((id) => [id, 50, 1, 50]));
});

test("a full queue answers 503 with Retry-After, takes nothing, and takes it later", async () => {
  const service = await aService({ log: { capacity: 15 } });
  const device = await service.device("青屿区");
  const batchOf = (i: number) => Array.from({ length: 10 }, (_, k) => aSight(i * 10 + k + 1, k));
  const answers = await Promise.all([0, 1, 2].map((i) => device.send(batchOf(i))));
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  for (const response of refused) {
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ code: "overloaded" });
  }
  for (const i of [0, 1, 2]) await ack(await device.send(batchOf(i)));
  expect(await service.db.values("SELECT count(*) FROM records")).toEqual([[30]]);
});

test("the device's clock is kept beside ours", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  await ack(await device.send([aLook(1)], service.now() - 3_600_000));
  expect(await service.db.values("SELECT skew, received_at FROM batches")).toEqual([
    [-3_600_000, service.now()],
  ]);
});
