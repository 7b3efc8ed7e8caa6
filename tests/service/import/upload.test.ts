import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { constants, deflateRawSync } from "node:zlib";
import { createHash, createHmac } from "node:crypto";
import writeXlsxFile from "write-excel-file/node";
import { expect, test } from "vitest";
import { type AService, NOW, aLook, aService, aSight } from "../a-service.ts";

const LEDGER = [
  ["流水号", "事项名称", "承办部门", "申请人", "受理时间", "承诺时限", "办结时间", "办件状态"],
  [
    "QY20261001",
    "食品经营许可",
    "市场监管局",
    "赵溪汀",
    "2026-10-09",
    "5个工作日",
    "2026-10-14",
    "办结",
  ],
  [
    "QY20261002",
    "食品经营许可",
    "市场监管局",
    "孙竹溪",
    "2026-10-12",
    "5个工作日",
    "2026-10-30",
    "办结",
  ],
  ["QY20261003", "建设工程规划许可", "自然资源局", "李霁", "2026-11-02", "5个工作日", "", "在办"],
];
const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.join(",")}\r\n`).join("");

async function upload(
  service: AService,
  path: string,
  token: string,
  query: Record<string, string>,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return service.request(`${path}?${new URLSearchParams(query).toString()}`, {
    method: "POST",
    token,
    headers: { "content-length": String(bytes.length) },
    body: bytes,
  });
}
interface Line {
  progress?: { rows: number; stored: number };
  result?: Record<string, unknown>;
  problem?: Record<string, unknown>;
}
const linesOf = async (response: Response): Promise<Line[]> =>
  (await response.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
const left = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith("shixian-upload-"));

interface Plan {
  kind: string;
  ready: boolean;
  columns: { header: string; concept: string; by: string; why: string[]; samples: string[] }[];
}

test("an uploaded ledger is told column by column, with reasons and samples, nobody's name among them, and nothing is stored", async () => {
  const service = await aService();
  const token = await service.token("青屿区");
  const response = await upload(
    service,
    "/v1/imports/plan",
    token,
    { name: "台账.csv" },
    csv(LEDGER),
  );
  expect(response.status).toBe(200);
  const text = await response.text();
  const plan = JSON.parse(text) as Plan;
  expect(plan).toMatchObject({ kind: "ledger", ready: true });
  expect(plan.columns.map(({ header, concept, by }) => [header, concept, by])).toEqual([
    ["流水号", "caseNo", "sure"],
    ["事项名称", "item", "sure"],
    ["承办部门", "department", "sure"],
    ["申请人", "personal", "none"],
    ["受理时间", "acceptedAt", "sure"],
    ["承诺时限", "promisedLimit", "sure"],
    ["办结时间", "closedAt", "sure"],
    ["办件状态", "status", "sure"],
  ]);
  expect(plan.columns[4]).toMatchObject({
    why: expect.arrayContaining(["header"]) as unknown,
    samples: ["2026-10-09", "2026-10-12", "2026-11-02"],
  });
  expect(text).not.toContain("赵溪汀");
  expect(await service.db.values("SELECT count(*) FROM records")).toEqual([[0]]);
  expect(left()).toEqual([]);
});

test("what a person says of a column overrides the recognition, and a column can be left out", async () => {
  const service = await aService();
  const token = await service.token("青屿区");
  const rows = LEDGER.map((row, i) => row.map((cell, j) => (i === 0 && j === 0 ? "LSH" : cell)));
  const ask = async (query: Record<string, string>): Promise<Plan> =>
    (await (
      await upload(service, "/v1/imports/plan", token, { name: "a.csv", ...query }, csv(rows))
    ).json()) as Plan;
  const plan = await ask({
    map: JSON.stringify({ caseNo: "LSH" }),
    ignore: JSON.stringify(["承诺时限", "办结时间"]),
  });
  expect(plan.columns.map(({ header, concept, by }) => `${header} ${concept} ${by}`)).toEqual(
    expect.arrayContaining([
      "LSH caseNo map",
      "承诺时限 promisedLimit none",
      "办结时间 closedAt none",
    ]) as unknown,
  );
});

test("confirmed it becomes observations of the chosen unit, in an .xlsx as in a CSV, and once however often it is uploaded", async () => {
  const service = await aService();
  const token = await service.token("青屿区");
  const hall = (await service.device("青屿区/政务服务中心")).unit;
  const workbook = await writeXlsxFile(
    LEDGER.map((row) => row.map((value) => ({ value, type: String }))),
  ).toBuffer();
  const bytes = new Uint8Array(workbook);
  const send = async () =>
    linesOf(
      await upload(service, "/v1/imports", token, { name: "台账.xlsx", unit: String(hall) }, bytes),
    );
  const first = await send();
  expect(first.at(-1)?.result).toMatchObject({
    kind: "ledger",
    rows: 3,
    cases: 3,
    known: 0,
    problems: 0,
    again: false,
  });
  expect(first.some(({ progress }) => (progress?.stored ?? 0) > 0)).toBe(true);
  const second = await send();
  expect(second.at(-1)?.result).toMatchObject({ accepted: 0, again: true });
  const acts = await service.db.values(
    "SELECT detail FROM audit WHERE act = 'data.imported' ORDER BY id",
  );
  const records = Number(first.at(-1)?.result?.records);
  const counts = { rows: 3, cases: 3, records, refused: {}, problems: 0 };
  expect(acts.map(([detail]) => JSON.parse(String(detail)) as unknown)).toEqual([
    { ...counts, accepted: records, known: 0, again: false },
    { ...counts, accepted: 0, known: records, again: true },
  ]);
  const cases = await service.request("/v1/cases?unit=青屿区/政务服务中心", { token });
  expect(await cases.json()).toMatchObject({
    total: 3,
    cases: [{ portal: "file:台账.xlsx" }, {}, {}],
  });
  expect(left()).toEqual([]);
});

test("a unit outside the own subtree is unknown, and a device may upload nothing", async () => {
  const service = await aService();
  const token = await service.token("青屿区");
  const foreign = await service.device("丹城区");
  const query = { name: "a.csv", unit: String(foreign.unit) };
  expect((await upload(service, "/v1/imports", token, query, csv(LEDGER))).status).toBe(404);
  expect((await upload(service, "/v1/imports", foreign.token, query, csv(LEDGER))).status).toBe(
    403,
  );
  expect(await service.db.values("SELECT count(*) FROM records")).toEqual([[0]]);
});

/** A workbook whose one sheet is packed zeros: 1 MB that unpacks to a gigabyte. */
function bomb(): Uint8Array<ArrayBuffer> {
  const piece = deflateRawSync(Buffer.alloc(8 * 1024 * 1024), {
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  const packed = Buffer.concat([...Array.from({ length: 90 }, () => piece), Buffer.from([3, 0])]);
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(1, 24); // what it says of its size is a lie
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, name, packed, entry, name, end]));
}

test.each<[string, () => string | Uint8Array<ArrayBuffer>, string]>([
  ["an archive that unpacks to more than a ledger can be", bomb, "解压后超过"],
  [
    "a broken workbook",
    () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2, 3]),
    "不是完好的",
  ],
  [
    "an old or encrypted workbook",
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]),
    "旧版 .xls",
  ],
  ["a file without a row", () => "办件编号,受理时间\r\n", "没有数据行"],
  ["a picture", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0]), "不是文本"],
])(
  "%s is refused in both languages with what to do, and nothing is left of it",
  async (_, make, words) => {
    const service = await aService();
    const token = await service.token("青屿区");
    for (const path of ["/v1/imports/plan", "/v1/imports"]) {
      const response = await upload(service, path, token, { name: "x" }, make());
      expect([path, response.status]).toEqual([path, 422]);
      const problem = (await response.json()) as { code: string; detail: string; detailEn: string };
      expect(problem.code).toBe("file-refused");
      expect(problem.detail).toContain(words);
      expect(problem.detailEn).toMatch(/^[\x20-\x7e]+$/);
    }
    expect(left()).toEqual([]);
    expect(await service.db.values("SELECT count(*) FROM records")).toEqual([[0]]);
  },
);

test("a body that is longer than allowed, or than it says, is refused", async () => {
  const service = await aService();
  const token = await service.token("青屿区");
  const response = await service.request("/v1/imports/plan?name=a.csv", {
    method: "POST",
    token,
    headers: { "content-length": String(129 * 1024 * 1024) },
    body: "x",
  });
  expect([response.status, await response.json()]).toMatchObject([413, { code: "file-too-large" }]);
}, 60_000);

test("no more files are worked on at once than the memory is meant for", async () => {
  const service = await aService();
  const token = await service.token("青屿区");
  const leave = [service.app.deps.uploads.enter(), service.app.deps.uploads.enter()];
  const ask = () => upload(service, "/v1/imports/plan", token, { name: "a.csv" }, csv(LEDGER));
  const busy = await ask();
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "10"]);
  leave[0]?.();
  expect((await ask()).status).toBe(200);
});

test("an outbox that a browser exported is received as if it had been sent, and only for a device of the own subtree", async () => {
  const service = await aService();
  const device = await service.device("青屿区/政务服务中心");
  const token = await service.token("青屿区", "system-admin");
  const foreign = await service.token("丹城区", "system-admin");
  const records = [aLook(1), aSight(2, 1), aSight(3, 2)];
  const body = `${JSON.stringify({ version: 1, sentAt: NOW, records })}\n`;
  const secret = device.token.split("_").slice(2).join("_");
  const key = createHash("sha256").update(secret).digest("base64url");
  const header = (signed: string) =>
    JSON.stringify({
      format: "shixian-outbox/1",
      deviceId: device.id,
      exportedAt: NOW,
      batches: 1,
      records: 3,
      signature: createHmac("sha256", key).update(signed).digest("hex"),
    });
  const file = `${header(body)}\n${body}`;
  const plan = await upload(service, "/v1/imports/plan", token, { name: "o.jsonl" }, file);
  expect(await plan.json()).toMatchObject({ kind: "outbox", batches: 1, records: 3 });
  for (const [path, who, what] of [
    ["/v1/imports", foreign, file],
    ["/v1/imports/plan", foreign, file],
    ["/v1/imports", token, `${header("other")}\n${body}`],
  ] as const)
    expect((await upload(service, path, who, { name: "o.jsonl" }, what)).status).toBe(422);
  expect(await service.db.values("SELECT count(*) FROM records")).toEqual([[0]]);

  const lines = await linesOf(
    await upload(service, "/v1/imports", token, { name: "o.jsonl" }, file),
  );
  expect(lines.at(-1)?.result).toMatchObject({ kind: "outbox", accepted: 3, known: 0, gaps: [] });
  const again = await linesOf(
    await upload(service, "/v1/imports", token, { name: "o.jsonl" }, file),
  );
  expect(again.at(-1)?.result).toMatchObject({ accepted: 0, known: 3 });
  // what comes over the network afterwards is known
  expect(await (await device.send(records)).json()).toMatchObject({ accepted: 0, known: 3 });
});
