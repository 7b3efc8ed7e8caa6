import { expect, test } from "vitest";
import { aPerson } from "../a-person.ts";
import { aLook, aService, aSight } from "../a-service.ts";

test("a unit that was moved counts where it stood at the time asked about", async () => {
  const service = await aService();
  const device = await service.device("省/东县/大厅");
  await service.device("省/西县/大厅");
  await device.send([aLook(1), aSight(2, 1, { department: "东局" })]);
  const admin = await aPerson(service, "system-admin", "省");
  const east = await service.token("省/东县");
  const west = await service.token("省/西县");
  const seen = async (token: string, query = ""): Promise<unknown> => {
    const answer = await service.request(`/v1/cases${query}`, { token });
    return ((await answer.json()) as { total: number }).total;
  };
  expect([await seen(east), await seen(west)]).toEqual([1, 0]);
  const before = new Date(service.now()).toISOString();
  service.at("2026-11-21T10:00:00+08:00");
  const session = await aPerson(service, "system-admin", "省");
  const [westUnit] = await service.db.values("SELECT id FROM units WHERE name = '西县'");
  const moved = await session.request(`/v1/units/${device.unit}`, {
    json: { name: "东大厅", parent: Number(westUnit?.[0]) },
  });
  expect([moved.status, await moved.json()]).toMatchObject([200, { path: "省/西县/东大厅" }]);
  expect([await seen(east), await seen(west)]).toEqual([0, 1]);
  const then = `?asOf=${encodeURIComponent(before)}`;
  expect([await seen(east, then), await seen(west, then)]).toEqual([1, 0]);
  const history = (await (await session.request("/v1/units/history")).json()) as {
    changes: object[];
  };
  expect(history.changes).toMatchObject([
    { name: "东大厅", parent: "西县", before: { name: "大厅", parent: "东县" } },
  ]);
  expect(admin.login).not.toBe(session.login);
});

test("history cannot be left out, changed or taken away", async () => {
  const { db, device } = await aService();
  await device("省/东县");
  for (const sql of [
    "UPDATE units SET name = '别名'",
    "DELETE FROM units",
    "UPDATE unit_changes SET name = 'x'",
    "DELETE FROM unit_changes",
  ])
    await expect(db.write([{ sql }])).rejects.toThrow(/history|append-only/);
});

const csv = (...lines: string[]): string => Buffer.from(lines.join("\n")).toString("base64");

test("a list makes, renames and moves by code; the same list again changes nothing", async () => {
  const service = await aService();
  const { request } = await aPerson(service, "system-admin", "青屿区");
  const load = async (file: string, dry = false): Promise<Record<string, unknown>> =>
    (await (await request("/v1/units/import", { json: { file, dry } })).json()) as Record<
      string,
      unknown
    >;
  const list = csv("单位名称,上级单位,单位编码", "政务大厅,青屿区,01", "一号窗口,01,0101");
  expect(await load(list, true)).toMatchObject({ written: false, made: [{}, {}] });
  expect(await load(list)).toMatchObject({ written: true, faults: [] });
  expect(await load(list)).toMatchObject({ written: false, made: [], same: 2 });
  expect(
    await load(csv("单位名称,上级单位,单位编码", "政务服务中心,青屿区,01", "一号窗口,青屿区,0101")),
  ).toMatchObject({
    written: true,
    renamed: [{ from: "青屿区/政务大厅", to: "青屿区/政务服务中心", line: 2 }],
    moved: [{ to: "青屿区/一号窗口", line: 3 }],
  });
});

test.each([
  [csv("名字", "x"), 1, "没有找到表头"],
  [csv("单位名称,上级单位", ",青屿区"), 2, "1 至 60 字"],
  [csv("单位名称,上级单位", "甲,没有的单位"), 2, "没有上级单位"],
  [csv("单位名称,上级单位,单位编码", "甲,青屿区,1", "乙,青屿区,1"), 3, "与第 2 行相同"],
  [csv("单位路径", "别的区/大厅"), 2, "不在您管理的范围内"],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]).toString("base64"), 1, "旧版 .xls"],
])("a faulty list is refused whole, with the line and the reason (%#)", async (file, line, zh) => {
  const service = await aService();
  const { request } = await aPerson(service, "system-admin", "青屿区");
  const answer = (await (
    await request("/v1/units/import", { json: { file, dry: false } })
  ).json()) as { written: boolean; faults: { line: number; zh: string }[] };
  expect(answer.written).toBe(false);
  expect(answer.faults[0]?.line).toBe(line);
  expect(answer.faults[0]?.zh).toContain(zh);
  expect(await service.db.values("SELECT count(*) FROM units")).toEqual([[1]]);
});

test("a unit above the topmost: only who administers the whole tree makes it, in person, and goes on doing so; nobody is shown more, and earlier figures stay", async () => {
  const service = await aService();
  const device = await service.device("青屿区/大厅");
  await device.send([aLook(1), aSight(2, 1, { department: "市监局" })]);
  const json = { name: "云台市", parent: null };
  const refused = async (answer: Promise<Response>): Promise<unknown> => {
    const response = await answer;
    return [response.status, ((await response.json()) as { errors: object[] }).errors];
  };
  const notWhole = [
    422,
    [{ pointer: "/parent", detail: expect.stringMatching(/all units/) as string }],
  ];
  const part = await aPerson(service, "system-admin", "青屿区/大厅");
  expect(await refused(part.request("/v1/units", { json }))).toEqual(notWhole);
  const token = await service.token("青屿区", "system-admin");
  expect(await refused(service.request("/v1/units", { token, json }))).toEqual(notWhole);
  const auditor = await aPerson(service, "auditor", "青屿区");
  const security = await aPerson(service, "security-admin", "青屿区");
  const { request } = await aPerson(service, "system-admin", "青屿区");
  const before = await (await auditor.request("/v1/cases")).json();
  service.at("2026-11-20T10:05:00+08:00");
  const made = await request("/v1/units", { json });
  expect([made.status, await made.json()]).toMatchObject([200, { name: "云台市", path: "云台市" }]);
  const unitOf = async (ask: typeof request): Promise<unknown> =>
    ((await (await ask("/v1/me")).json()) as { unit: { path: string } }).unit.path;
  expect([
    await unitOf(request),
    await unitOf(security.request),
    await unitOf(auditor.request),
  ]).toEqual(["云台市", "云台市", "云台市/青屿区"]);
  // the security administrator can now let somebody see it
  const city = await aPerson(service, "auditor", "云台市");
  for (const who of [auditor, city]) {
    const then = `/v1/cases?asOf=${encodeURIComponent("2026-11-20T10:00:00+08:00")}`;
    expect(await (await who.request(then)).json()).toMatchObject({
      total: (before as { total: number }).total,
    });
  }
  const twice = await request("/v1/units", { json });
  expect(twice.status).toBe(409);
});
