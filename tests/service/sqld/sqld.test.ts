import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { acknowledgement } from "#shared/case/observation.ts";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { rebuild } from "../../../service/derived/rebuild.ts";
import { DERIVED } from "../../../service/derived/tables.ts";
import { migrate } from "../../../service/db/migrate.ts";
import { migrations } from "../../../service/db/migrations/migrations.ts";
import { openDatabase } from "../../../service/db/open.ts";
import { NOW, aFolder, aKey, aLook, aService, aSight } from "../a-service.ts";
import { type Sqld, findSqld, sqld } from "./sqld.ts";

const binary = findSqld();
const running: Sqld[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.kill("SIGKILL");
});

async function aServer(): Promise<Sqld> {
  const server = await sqld(binary ?? "", join(aFolder(), "data.sqld"));
  running.push(server);
  return server;
}

describe.skipIf(binary === undefined)(
  "the same service on a libSQL server (skipped: no sqld for this machine)",
  () => {
    test("takes, knows again, asks for gaps, refuses what contradicts, and reports", async () => {
      const { url } = await aServer();
      const service = await aService({ url });
      const device = await service.device("青屿区/政务服务中心");
      const ack = async (records: unknown[]) =>
        acknowledgement.parse(await (await device.send(records)).json());
      const records = [
        aLook(1),
        aSight(2, 1, {
          department: "市监局",
          acceptedAt: "2026-11-02",
          promisedLimit: { amount: 5, unit: "workday" },
        }),
        { ...aSight(3, 2), facts: { item: "电话13812345678" } },
      ];
      expect(await ack(records)).toMatchObject({
        accepted: 2,
        refused: [{ seq: 3 }],
        highWater: 3,
        gaps: [],
      });
      expect(await ack(records)).toMatchObject({ accepted: 0, known: 2, highWater: 3 });
      expect(await ack([aSight(6, 1)])).toMatchObject({
        accepted: 1,
        highWater: 3,
        gaps: [[4, 5]],
      });
      expect(await ack([aSight(2, 1, { department: "别局" })])).toMatchObject({
        refused: [{ code: "seq-reused" }],
      });
      expect(await service.db.values("SELECT count(*) FROM batches")).toEqual([[2]]);
      const token = await service.token("青屿区");
      const report = await service.request("/v1/reports/delays-by-department", { token });
      expect(await report.json()).toMatchObject({
        rows: [{ cells: { department: "市监局", "open-overdue": 1 } }],
      });
      const detail = await service.request(`/v1/cases/${aKey(1)}`, { token });
      expect(await detail.json()).toMatchObject({ sightings: [{ look: { seq: 1 } }, {}] });
    });

    test("the log refuses change there too, and a write is whole or not at all", async () => {
      const { url } = await aServer();
      const service = await aService({ url });
      const device = await service.device("青屿区");
      await device.send([aLook(1)]);
      await expect(service.db.write([{ sql: "DELETE FROM records" }])).rejects.toThrow();
      await expect(
        service.db.write([
          { sql: "INSERT INTO units(name) VALUES('甲')" },
          { sql: "INSERT INTO units(name) VALUES('甲')" },
        ]),
      ).rejects.toThrow();
      expect(await service.db.values("SELECT count(*) FROM units WHERE name = '甲'")).toEqual([
        [0],
      ]);
    });

    test("several service processes may write beside one database", async () => {
      const { url } = await aServer();
      const services = [await aService({ url }), await aService({ url }), await aService({ url })];
      const devices = await Promise.all(services.map((service) => service.device("青屿区")));
      await Promise.all(
        devices.map(async (device) => {
          for (let i = 0; i < 8; i++)
            expect(
              (
                await device.send([
                  aLook(i * 10 + 1),
                  ...[2, 3, 4].map((k) => aSight(i * 10 + k, k)),
                ])
              ).status,
            ).toBe(200);
        }),
      );
      await Promise.all(services.map(({ app }) => app.cases.catchUp()));
      const [service] = services;
      expect(await service?.db.values("SELECT count(*) FROM records")).toEqual([[96]]);
      expect(await service?.db.values("SELECT count(*) FROM sightings")).toEqual([[72]]);
    });

    test("killed mid-batch and started again it has all that was acknowledged, once, and rebuilds the same", async () => {
      const server = await aServer();
      const service = await aService({ url: server.url });
      const device = await service.device("青屿区");
      const acknowledged: number[] = [];
      let next = 1;
      let pending: Record<string, unknown>[] = [];
      let stopped = false;
      const sending = (async () => {
        while (!stopped) {
          if (pending.length === 0) {
            pending = Array.from({ length: 20 }, (_, i) =>
              aSight(next + i, (next + i) % 60, { acceptedAt: "2026-11-02" }),
            );
            next += 20;
          }
          const response = await device.send(pending);
          if (response.status === 200) {
            acknowledged.push(...pending.map(({ seq }) => Number(seq)));
            pending = [];
          } else {
            expect(response.status).toBe(503);
            await new Promise((resume) => setTimeout(resume, 20));
          }
        }
      })();
      for (let i = 0; i < 6; i++) {
        await new Promise((resume) => setTimeout(resume, 100 + Math.random() * 200));
        await server.kill("SIGKILL");
        await server.start();
      }
      stopped = true;
      await sending;
      const stored = new Set(
        (await service.db.values("SELECT seq FROM records")).map(([seq]) => Number(seq)),
      );
      expect(acknowledged.length).toBeGreaterThan(100);
      expect(acknowledged.filter((seq) => !stored.has(seq))).toEqual([]);
      expect(stored.size % 20).toBe(0);
      await service.app.cases.catchUp();
      const derived = async () =>
        JSON.stringify(
          await Promise.all(
            DERIVED.map(async (table) =>
              (await service.db.values(`SELECT * FROM ${table}`)).map(String).sort(),
            ),
          ),
        );
      const incremental = await derived();
      await rebuild(service.db, NATIONAL.fold);
      expect(await derived()).toBe(incremental);
      expect(service.lines.every(({ event }) => event === "store-busy")).toBe(true);
    }, 60_000);

    test("an unreachable server is a clear answer, and nothing is acknowledged", async () => {
      const server = await aServer();
      const service = await aService({ url: server.url });
      const device = await service.device("青屿区");
      await server.kill("SIGKILL");
      const response = await device.send([aLook(1)]);
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toBe("2");
      await server.start();
      expect((await device.send([aLook(1)])).status).toBe(200);
    });

    test("migrations are the same there", async () => {
      const { url } = await aServer();
      const db = openDatabase(url);
      expect(await migrate(db, NOW)).toEqual(migrations.map(({ id }) => id));
      expect(await migrate(db, NOW)).toEqual([]);
      await db.close();
    });
  },
);
