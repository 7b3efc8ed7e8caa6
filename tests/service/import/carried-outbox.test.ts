import { createHash, createHmac } from "node:crypto";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Acknowledgement } from "../../../shared/case/observation.ts";
import { carriedFile, isCarried } from "../../../service/import/carried-file.ts";
import { importCarried } from "../../../service/import/import-carried.ts";
import { outboxPages } from "../../extension/outbox/chromium-page.ts";
import {
  type ADevice,
  type AService,
  NOW,
  aFolder,
  aLook,
  aService,
  aSight,
} from "../a-service.ts";

const DAY = 86_400_000;
let pages: Awaited<ReturnType<typeof outboxPages>>;
beforeAll(async () => void (pages = await outboxPages()), 60_000);
afterAll(() => pages.close());

const RECORDS = [aLook(1), aSight(2, 1), aSight(3, 2), aLook(4), aSight(5, 3, {}, { look: 4 })];

/** As `extension/outbox/export.ts` writes it, with an error where a test wants one. */
function signed(device: ADevice, { more = {}, records = RECORDS, token = device.token } = {}) {
  const lines = [records.slice(0, 3), records.slice(3)].map((part) =>
    JSON.stringify({ version: 1, sentAt: NOW, records: part, ...more }),
  );
  const body = lines.map((line) => `${line}\n`).join("");
  const key = createHash("sha256").update(token.split("_").slice(2).join("_")).digest("base64url");
  const header = {
    format: "shixian-outbox/1",
    deviceId: device.id,
    exportedAt: NOW,
    batches: lines.length,
    records: records.length,
    signature: createHmac("sha256", key).update(body).digest("hex"),
  };
  return `${JSON.stringify(header)}\n${body}`;
}

const written = (text: string): string => {
  const path = join(aFolder(), "outbox.jsonl");
  writeFileSync(path, text);
  return path;
};
const carry = async (service: AService, text: string) =>
  importCarried(await carriedFile(service.db, written(text)), {
    keys: service.app.deps.keys,
    log: service.app.log,
    now: service.now(),
  });
const stored = (service: AService) =>
  service.db.values("SELECT device, seq, kind, body FROM records ORDER BY device, seq");

test("what a real browser exported is taken without a network, and sending the same queue afterwards is all known", async () => {
  const service = await aService();
  const device = await service.device("青屿区/政务服务中心");
  const world = await pages.world();
  try {
    await world.call((outbox, given) => outbox.enrolled(given), {
      address: "http://10.1.2.3:8787",
      deviceId: device.id,
      token: device.token,
      unit: { id: "1", name: "青屿区" },
      caseKeySecret: Buffer.alloc(32, 7).toString("base64"),
      enrolledAt: NOW,
    });
    const cases = ["A-1001", "A-1002"].map((caseNo) => ({
      caseNo,
      facts: { item: "食品经营许可", acceptedAt: "2026-11-02" },
      unreadable: [],
    }));
    const look = {
      portal: "xzsp.qingyu.gov.cn",
      view: "/list",
      kind: "list",
      coverage: { shown: 2, page: 1 },
      unreadable: [],
      cases,
    };
    await world.call((outbox, g: [never, number]) => outbox.record(g[0], g[1]), [look, NOW - DAY]);
    const file = await world.call((outbox, at: number) => outbox.exportFile(at), NOW - DAY);
    expect(await isCarried(written(file?.text ?? ""))).toBe(true);
    expect(await carry(service, file?.text ?? "")).toEqual({
      accepted: 3,
      known: 0,
      refused: {},
      gaps: [],
    });
    const sent = await world.call(
      (outbox, g: [never, number, boolean]) => outbox.send(g[0], g[1], g[2]),
      [["accept"], NOW, true],
    );
    expect(sent.bodies).toHaveLength(1);
    for (const body of sent.bodies) {
      const answer = await service.request("/v1/observations", { token: device.token, json: body });
      expect(await answer.json()).toMatchObject({ accepted: 0, known: 3, refused: [], gaps: [] });
    }
  } finally {
    await world.close();
  }
}, 60_000);

test("a carried file leaves the same records as sending, and a second import changes nothing", async () => {
  const [carried, posted] = [await aService(), await aService()];
  const [one, two] = [await carried.device("青屿区"), await posted.device("青屿区")];
  expect(await carry(carried, signed(one))).toMatchObject({ accepted: 5, known: 0 });
  await two.send(RECORDS);
  expect(await stored(carried)).toEqual(await stored(posted));
  expect(await carry(carried, signed(one))).toMatchObject({ accepted: 0, known: 5 });
  const again = (await (await one.send(RECORDS)).json()) as Acknowledgement;
  expect(again).toMatchObject({ accepted: 0, known: 5, highWater: 5 });
});

test.each<[string, (service: AService, device: ADevice) => Promise<string> | string, RegExp]>([
  [
    "changed by one letter",
    (_, device) => signed(device).replace('"在办"', '"办结"'),
    /签名不符.*signature is wrong/,
  ],
  [
    "signed by another device",
    async (service, device) => signed(device, { token: (await service.device("青屿区")).token }),
    /签名不符/,
  ],
  [
    "handed over under another device's name",
    async (service, device) =>
      signed(device).replace(device.id, (await service.device("青屿区")).id),
    /签名不符/,
  ],
  ["with a batch added", (_, device) => `${signed(device)}{}\n`, /签名不符/],
  [
    "cut between two batches",
    (_, device) => signed(device).split("\n").slice(0, 2).join("\n") + "\n",
    /不完整：应有 2 批，只读到完整的 1 批.*The file is cut/,
  ],
  ["cut within a batch", (_, device) => signed(device).slice(0, -40), /不完整.*只读到完整的 1 批/],
  [
    "cut to its first line",
    (_, device) => signed(device).split("\n")[0] ?? "",
    /不完整.*完整的 0 批/,
  ],
  ["cut within its first line", (_, device) => signed(device).slice(0, 60), /首行有误/],
  [
    "of a later version",
    (_, device) => signed(device).replace("outbox/1", "outbox/2"),
    /首行有误，或版本不受支持/,
  ],
  [
    "of an unknown device",
    (_, device) => signed(device).replace(device.id, "0".repeat(18)),
    /未在本服务登记.*not enrolled/,
  ],
  [
    "of a revoked device",
    async (service, device) => {
      const text = signed(device);
      await service.db.write([
        { sql: "UPDATE devices SET revoked_at = 1 WHERE public_id = ?", args: [device.id] },
      ]);
      return text;
    },
    /已被停用.*revoked/,
  ],
  [
    "rightly signed and with batches of another shape",
    (_, device) => signed(device, { more: { version: 2 } }),
    /第 2 行不是本版本可读的批次/,
  ],
])("a file %s is refused in clear words and nothing is stored", async (_, make, words) => {
  const service = await aService();
  const device = await service.device("青屿区");
  await expect(carry(service, await make(service, device))).rejects.toThrow(words);
  expect(await stored(service)).toEqual([]);
  expect(await service.db.values("SELECT last_at FROM devices WHERE last_at IS NOT NULL")).toEqual(
    [],
  );
});

test("the days on the road do not count as a wrong clock; the offset known from the network does", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  const skews = () => service.db.values("SELECT skew FROM batches ORDER BY id");
  service.at("2026-12-02T10:00:00+08:00");
  await carry(service, signed(device, { records: RECORDS }));
  expect(await skews()).toEqual([[0], [0]]);
  await device.send([aLook(6)], service.now() + 3_600_000);
  await carry(
    service,
    signed(device, { records: [aLook(7), aSight(8, 1), aSight(9, 2), aLook(10)] }),
  );
  expect((await skews()).slice(2)).toEqual([[3_600_000], [3_600_000], [3_600_000]]);
});

test("one bad record of a carried file costs that record only, and the command says what became of all", async () => {
  const folder = aFolder();
  const service = await aService({ url: `file:${join(folder, "shixian.db")}` });
  const device = await service.device("青屿区");
  const records = [...RECORDS.slice(0, 4), aSight(5, 3, { item: "张某 13800138000" }, { look: 4 })];
  const run = (...more: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        fileURLToPath(new URL("../../../service/cli.ts", import.meta.url)),
        "import",
        written(signed(device, { records })),
        ...more,
      ],
      { env: { PATH: process.env.PATH, SHIXIAN_DATA: folder }, timeout: 20_000 },
    );
    return { status, out: String(stdout), err: String(stderr) };
  };
  const done = run();
  expect(done).toMatchObject({ status: 0, err: "" });
  expect(done.out).toContain("签名无误，2 批 5 条记录：新增 4，已有 0。");
  expect(done.out).toContain("personal-data 1");
  expect(run("--map", "caseNo=x")).toMatchObject({ status: 1 });
}, 60_000);
