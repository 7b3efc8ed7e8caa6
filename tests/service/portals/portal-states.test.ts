import { expect, test } from "vitest";
import { NOW, aLook, aService, aSight } from "../a-service.ts";

const HOUR = 3_600_000;
const at = (hours: number) => ({ at: NOW - hours * HOUR, lastAt: NOW - hours * HOUR });
const drift = { unreadable: [{ field: "page", why: "drift-columns" }] };

async function portals(service: Awaited<ReturnType<typeof aService>>, token?: string) {
  const response = await service.request("/v1/portals", {
    token: token ?? (await service.token("青屿区")),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { portals: Record<string, unknown>[] }).portals;
}

test("a page whose latest look was not understood is listed as broken, with the last look that was right", async () => {
  const service = await aService();
  const device = await service.device("青屿区/政务服务中心");
  await device.send([
    aLook(1, { ...at(48), cases: 20, coverage: { shown: 20, total: 213 } }),
    aSight(2, 1),
    aLook(3, { ...at(2), cases: 20, ...drift }),
    aLook(4, { ...at(1), cases: 0, ...drift, reader: "0.2.0" }),
  ]);
  expect(await portals(service)).toMatchObject([
    {
      portal: "spj.qingyu.gov.cn",
      view: "/banjian/list",
      state: "broken",
      looks: 3,
      devices: 1,
      brokenDevices: 1,
      lastGood: { at: new Date(NOW - 48 * HOUR).toISOString(), cases: 20, total: 213 },
      lastBroken: {
        at: new Date(NOW - HOUR).toISOString(),
        why: ["drift-columns"],
        reader: "0.2.0",
      },
    },
  ]);
});

test("read again it is read, and that it was broken stays told", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  await device.send([aLook(1, at(3)), aLook(2, { ...at(2), ...drift }), aLook(3, at(1))]);
  expect(await portals(service)).toMatchObject([
    {
      state: "read",
      brokenDevices: 0,
      lastGood: { at: new Date(NOW - HOUR).toISOString() },
      lastBroken: { at: new Date(NOW - 2 * HOUR).toISOString() },
    },
  ]);
});

test("one window that cannot read a page is not hidden by another that can; broken pages come first", async () => {
  const service = await aService();
  const [one, two] = [await service.device("青屿区/甲"), await service.device("青屿区/乙")];
  await one.send([aLook(1, { ...at(5), ...drift }), aLook(2, { ...at(0), view: "/other" })]);
  await two.send([
    aLook(1, at(1)),
    aLook(2, { ...at(0), view: "/half", unreadable: [{ field: "due", why: "ambiguous-date" }] }),
  ]);
  expect(
    (await portals(service)).map(({ view, state, brokenDevices }) => [view, state, brokenDevices]),
  ).toEqual([
    ["/banjian/list", "broken", 1],
    ["/half", "partly", 0],
    ["/other", "read", 0],
  ]);
  expect(await portals(service, await service.token("青屿区/乙"))).toMatchObject([
    { view: "/half" },
    { view: "/banjian/list", state: "read", devices: 1 },
  ]);
});

test("a page that was never understood has no good look, and never counts as read", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  await device.send([aLook(1, { kind: "none", cases: 0, ...drift })]);
  expect(await portals(service)).toMatchObject([{ state: "broken", lastGood: null }]);
});

test("an imported file is no portal", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  await device.send([aLook(1, { portal: "file:台账.xlsx" })]);
  expect(await portals(service)).toEqual([]);
});
