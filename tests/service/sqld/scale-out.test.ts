import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { enrol, makeEnrolment } from "../../../service/access/enrolments.ts";
import { ensureUnit } from "../../../service/access/units.ts";
import { lease, release } from "../../../service/db/lease.ts";
import { migrate } from "../../../service/db/migrate.ts";
import { type RemoteDatabase, openRemote } from "../../../service/db/remote.ts";
import { counted, readingFrom } from "../../../service/db/replicated.ts";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { rebuild } from "../../../service/derived/rebuild.ts";
import { NOW, aFolder, aLook, aService, aSight } from "../a-service.ts";
import { Outbox } from "../durability/outbox.ts";
import { victims } from "../durability/victims.ts";
import { expectWhole } from "../durability/whole.ts";
import { type Proxy, namedFor, proxy } from "./proxy.ts";
import { type Sqld, findSqld, freePort, sqld } from "./sqld.ts";

const binary = findSqld();
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** SHIXIAN_SQLD_KILLS=1000 for the long form. */
const KILLS = Number(process.env.SHIXIAN_SQLD_KILLS ?? 12);

async function aPrimary(): Promise<{ server: Sqld; grpc: number }> {
  const grpc = await freePort();
  const server = await sqld(binary ?? "", join(aFolder(), "primary.sqld"), [
    "--grpc-listen-addr",
    `127.0.0.1:${grpc}`,
  ]);
  open.push(() => server.kill("SIGKILL"));
  return { server, grpc };
}

async function aReplica(grpc: number): Promise<Sqld> {
  const server = await sqld(binary ?? "", join(aFolder(), "replica.sqld"), [
    "--primary-grpc-url",
    `http://127.0.0.1:${grpc}`,
  ]);
  open.push(() => server.kill("SIGKILL"));
  return server;
}

async function aWire(to: number): Promise<Proxy> {
  const wire = await proxy(to);
  open.push(() => wire.close());
  return wire;
}

function at(url: string, timeout = 2000): RemoteDatabase {
  const db = openRemote(url, { timeout });
  open.push(() => db.close());
  return db;
}

/** Counts what a database is asked. */
function watched(db: RemoteDatabase): RemoteDatabase & { asked: number } {
  const made = {
    ...db,
    asked: 0,
    values: (...args: Parameters<RemoteDatabase["values"]>) => {
      made.asked++;
      return db.values(...args);
    },
    together: (...args: Parameters<RemoteDatabase["together"]>) => {
      made.asked++;
      return db.together(...args);
    },
  };
  return made;
}

const wait = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

const INSERT = "INSERT INTO units(name) SELECT 'x' || count(*) FROM units";
const COUNT = "SELECT count(*) FROM units";

describe.skipIf(binary === undefined)(
  "several processes, a primary and a replica (skipped: no sqld for this machine)",
  () => {
    test("what any process has written is read at once, from the copy as soon as that has it", async () => {
      const { server, grpc } = await aPrimary();
      const copy = watched(at((await aReplica(grpc)).url));
      const [one, other] = [counted(at(server.url)), counted(at(server.url))];
      await migrate(at(server.url), NOW);
      const reading = readingFrom(one, copy);
      for (let i = 1; i <= 40; i++) {
        await (i % 2 === 0 ? one : other).write([{ sql: INSERT }]);
        expect(await reading.values(COUNT)).toEqual([[i]]);
      }
      expect(copy.asked).toBeGreaterThan(40);
    }, 30_000);

    test("a copy that is cut off is not read, answers stay new, and it is read again when it has caught up", async () => {
      const { server, grpc } = await aPrimary();
      const wire = await aWire(grpc);
      const copy = watched(at((await aReplica(wire.port)).url));
      const db = counted(at(server.url));
      await migrate(at(server.url), NOW);
      let now = 0;
      const reading = readingFrom(db, copy, () => (now += 20));
      await db.write([{ sql: INSERT }]);
      expect(await reading.values(COUNT)).toEqual([[1]]);
      wire.cut();
      for (let i = 2; i <= 5; i++) {
        await db.write([{ sql: INSERT }]);
        expect(await reading.values(COUNT)).toEqual([[i]]);
      }
      wire.mend();
      // the server's own handshake backs off for some seconds
      for (let i = 0; i < 150 && (await copy.values(COUNT))[0]?.[0] !== 5; i++) await wait(100);
      now += 10_000;
      const before = copy.asked;
      expect(await reading.values(COUNT)).toEqual([[5]]);
      expect(copy.asked).toBe(before + 2);
    }, 40_000);

    test("a primary that cannot be asked is a clear answer and never an old figure", async () => {
      const { server, grpc } = await aPrimary();
      const copy = at((await aReplica(grpc)).url);
      const db = counted(at(server.url));
      await migrate(at(server.url), NOW);
      const reading = readingFrom(db, copy);
      await reading.values(COUNT);
      await server.kill("SIGKILL");
      await expect(reading.values(COUNT)).rejects.toMatchObject({ code: "UNREACHABLE" });
      await server.start();
      expect(await reading.values(COUNT)).toEqual([[0]]);
    }, 30_000);

    test("with the wire to the primary cut under it nothing is acknowledged falsely, lost or doubled", async () => {
      const { server } = await aPrimary();
      const wire = await aWire(Number(new URL(server.url).port));
      const service = await aService({
        db: at(`http://127.0.0.1:${wire.port}`, 400),
        url: server.url,
      });
      const devices = [await service.device("甲区"), await service.device("乙区")];
      const outboxes = devices.map(({ token }) => new Outbox(token, service.request));
      let stopped = false;
      const sending = outboxes.map((outbox) =>
        outbox.run(
          () => "",
          () => stopped,
        ),
      );
      for (let i = 0; i < 3; i++) {
        await wait(150 + Math.random() * 200);
        wire.cut();
        await wait(300 + Math.random() * 300);
        wire.mend();
      }
      await wait(500);
      stopped = true;
      await Promise.all(sending);
      for (const { acknowledged } of outboxes) expect(acknowledged.size).toBeGreaterThan(25);
      const direct = at(server.url);
      await expectWhole(direct, outboxes);
    }, 60_000);

    test(
      `services and their server killed ${KILLS} times: everything acknowledged is there, once, and whole`,
      async () => {
        const { server } = await aPrimary();
        const db = at(server.url, 10_000);
        await migrate(db, NOW);
        const unit = await ensureUnit(db, "青屿区");
        const outboxes: Outbox[] = [];
        for (let i = 1; i <= 3; i++) {
          const { code } = await makeEnrolment(db, {
            unit: unit.id,
            hours: 1,
            now: NOW,
            random: randomBytes,
          });
          await enrol(db, { code, name: "", now: NOW, random: randomBytes });
          outboxes.push(new Outbox(String(i)));
        }
        const acknowledged = (): number =>
          outboxes.reduce((all, each) => all + each.acknowledged.size, 0);
        const lines = [victims(server.url), victims(server.url)];
        let stopped = false;
        const addresses = ["", ""];
        const sending = outboxes.map((outbox, i) =>
          outbox.run(
            () => addresses[i % 2] ?? "",
            () => stopped,
          ),
        );
        for (let i = 0; i < KILLS / 3; i++) {
          const here = await Promise.all(lines.map((line) => line.next()));
          here.forEach(({ address }, n) => (addresses[n] = address));
          for (const before = acknowledged(); acknowledged() === before;) await wait(5);
          await wait(Math.random() * 100);
          await server.kill("SIGKILL");
          await server.start();
          await wait(Math.random() * 100);
          await Promise.all(here.map((victim) => victim.kill()));
        }
        stopped = true;
        await Promise.all([...sending, ...lines.map((line) => line.close())]);
        await expectWhole(db, outboxes);
      },
      60_000 + KILLS * 4000,
    );

    test("of several that would fold, one does, the others wait for it, and one that died is not waited for for ever", async () => {
      const { server } = await aPrimary();
      const services = [await aService({ url: server.url }), await aService({ url: server.url })];
      const [first, second] = services;
      const device = await first?.device("青屿区");
      for (let i = 0; i < 6; i++)
        await device?.send([
          aLook(i * 4 + 1),
          ...[2, 3, 4].map((k) => aSight(i * 4 + k, k, {}, { look: i * 4 + 1 })),
        ]);
      const db = at(server.url);
      expect(await lease(db, "fold", "a process that died", 700)).toBe(true);
      expect(await lease(db, "fold", "another", 700)).toBe(false);
      const began = performance.now();
      await Promise.all([first?.app.cases.catchUp(), second?.app.cases.catchUp()]);
      expect(performance.now() - began).toBeGreaterThan(300);
      expect(await db.values("SELECT count(*) FROM sightings")).toEqual([[18]]);
      expect(await db.values("SELECT count(*) FROM leases WHERE name = 'fold'")).toEqual([[0]]);
    }, 30_000);

    test("two cannot rebuild at once", async () => {
      const { server } = await aPrimary();
      const db = at(server.url);
      await migrate(db, NOW);
      await lease(db, "rebuild", "another", 60_000);
      await expect(rebuild(db, NATIONAL.fold)).rejects.toThrow("Another process is rebuilding");
      await release(db, "rebuild", "another");
      expect(await rebuild(db, NATIONAL.fold)).toEqual({ batches: 0, cases: 0 });
    });

    test("each city may have a namespace of its own, by the name with which it is asked", async () => {
      const admin = `127.0.0.1:${await freePort()}`;
      const server = await sqld(binary ?? "", join(aFolder(), "cities.sqld"), [
        "--enable-namespaces",
        "--admin-listen-addr",
        admin,
      ]);
      open.push(() => server.kill("SIGKILL"));
      for (const city of ["qingyu", "yunyu"]) {
        const made = await fetch(`http://${admin}/v1/namespaces/${city}/create`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: "{}",
        });
        expect(made.status).toBe(200);
      }
      const port = Number(new URL(server.url).port);
      const [qingyu, yunyu] = await Promise.all(
        ["qingyu", "yunyu"].map(async (city) => {
          const gate = await namedFor(city, port);
          open.push(() => gate.close());
          return at(gate.url);
        }),
      );
      if (!qingyu || !yunyu) throw new Error("there are two");
      await migrate(qingyu, NOW);
      await migrate(yunyu, NOW);
      await qingyu.write([{ sql: INSERT }]);
      expect([await qingyu.values(COUNT), await yunyu.values(COUNT)]).toEqual([[[1]], [[0]]]);
    });
  },
);
