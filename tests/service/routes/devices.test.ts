import { expect, test } from "vitest";
import type { DeviceList } from "../../../service/routes/shapes/access.ts";
import { aLook, aService, aSight } from "../a-service.ts";

test("an administrator sees of each device of the own subtree: last seen, gaps, clock, silence, copies", async () => {
  const service = await aService();
  const good = await service.device("省/东县");
  const gappy = await service.device("省/东县/大厅");
  const silent = await service.device("省/东县");
  const foreign = await service.device("省/西县");
  await gappy.send([aLook(3), aSight(4, 1), aLook(9)], service.now() + 3_600_000);
  await gappy.send([aLook(9, { view: "/other" })], service.now() + 3_600_000);
  service.at("2026-11-25T11:00:00+08:00");
  await good.send([aLook(1), aSight(2, 1, { item: "13800138000" })]);
  const admin = await service.token("省/东县", "system-admin");
  const { devices } = (await (
    await service.request("/v1/devices", { token: admin })
  ).json()) as DeviceList;
  const of = (id: string) => devices.find((device) => device.id === id);
  expect(devices.map(({ id }) => id).sort()).toEqual([good.id, gappy.id, silent.id].sort());
  expect(of(foreign.id)).toBeUndefined();
  expect(of(good.id)).toMatchObject({
    lastSeenAt: "2026-11-25T03:00:00.000Z",
    silentDays: 0,
    clockOffsetMs: 0,
    clockWrong: false,
    gaps: [],
    missing: 0,
    refused: 1,
    conflicts: 0,
  });
  expect(of(gappy.id)).toMatchObject({
    unit: { path: "省/东县/大厅" },
    silentDays: 5,
    clockOffsetMs: 3_600_000,
    clockWrong: true,
    gaps: [
      [1, 2],
      [5, 8],
    ],
    missing: 6,
    conflicts: 1,
  });
  expect(of(silent.id)).toMatchObject({ lastSeenAt: null, silentDays: 5, clockOffsetMs: null });
});

test("a device is renamed and revoked by its administrator; revoked, it sends nothing and what it sent stays", async () => {
  const service = await aService();
  const device = await service.device("省/东县");
  await device.send([aLook(1), aSight(2, 1)]);
  const admin = await service.token("省/东县", "system-admin");
  const named = await service.request(`/v1/devices/${device.id}`, {
    token: admin,
    json: { name: "3号窗口" },
  });
  expect(named.status).toBe(200);
  const revoke = () =>
    service.request(`/v1/devices/${device.id}`, { method: "DELETE", token: admin });
  expect((await revoke()).status).toBe(200);
  expect((await revoke()).status).toBe(200);
  expect((await device.send([aLook(3)])).status).toBe(401);
  const { devices } = (await (
    await service.request("/v1/devices", { token: admin })
  ).json()) as DeviceList;
  expect(devices).toMatchObject([{ name: "3号窗口", revokedAt: expect.any(String) }]);
  const auditor = await service.token("省/东县");
  const cases = await service.request("/v1/cases", { token: auditor });
  expect(await cases.json()).toMatchObject({ total: 1 });
  expect(
    await service.db.values("SELECT act FROM audit WHERE object = ? ORDER BY id", [device.id]),
  ).toEqual([["device.enrolled"], ["device.changed"], ["device.revoked"]]);
});
