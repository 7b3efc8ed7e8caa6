import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { enrol, makeEnrolment } from "../../../service/access/enrolments.ts";
import { ensureUnit } from "../../../service/access/units.ts";
import type { Database } from "../../../service/db/database.ts";
import { migrate } from "../../../service/db/migrate.ts";
import { openDatabase } from "../../../service/db/open.ts";
import { aFolder } from "../a-service.ts";
import { killable } from "./killable.ts";
import { Outbox } from "./outbox.ts";
import { victims } from "./victims.ts";
import { expectWhole } from "./whole.ts";

/** SHIXIAN_KILLS=1000 for the long form. */
const KILLS = Number(process.env.SHIXIAN_KILLS ?? 100);
/** Databases beside each other, and whole services killed besides. */
const [FOLDERS, SERVICES] = [2, 5];

async function aToken(db: Database): Promise<string> {
  const unit = await ensureUnit(db, "青屿区");
  const { code } = await makeEnrolment(db, {
    unit: unit.id,
    hours: 1,
    now: Date.now(),
    random: randomBytes,
  });
  const made = await enrol(db, { code, name: "", now: Date.now(), random: randomBytes });
  return made?.token ?? "";
}

/** A migrated database with three devices, whose ids are 1, 2, 3. */
async function aDatabase(): Promise<{ url: string; folder: string; tokens: string[] }> {
  const folder = aFolder();
  const url = `file:${join(folder, "shixian.db")}`;
  const db = openDatabase(url);
  await migrate(db, Date.now());
  const tokens = [await aToken(db), await aToken(db), await aToken(db)];
  await db.close();
  return { url, folder, tokens };
}

/** Sends from every outbox to whoever is there while `act` goes on. */
async function under(
  outboxes: readonly Outbox[],
  act: (moveTo: (address: string) => void) => Promise<void>,
): Promise<void> {
  let address = "http://127.0.0.1:1";
  let stopped = false;
  const sending = outboxes.map((outbox) =>
    outbox.run(
      () => address,
      () => stopped,
    ),
  );
  await act((to) => {
    address = to;
  });
  stopped = true;
  await Promise.all(sending);
}

const sum = (outboxes: readonly Outbox[]): number =>
  outboxes.reduce((all, { acknowledged }) => all + acknowledged.size, 0);

const wait = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

test(
  `after ${KILLS} kills at random moments everything acknowledged is there, once, and whole, and what was derived is what a rebuild derives`,
  async () => {
    await Promise.all(
      Array.from({ length: FOLDERS }, async () => {
        const { url } = await aDatabase();
        const outboxes = ["1", "2", "3"].map((device) => new Outbox(device));
        const line = victims(url);
        await under(outboxes, async (moveTo) => {
          for (let i = 0; i < KILLS / FOLDERS; i++) {
            const victim = await line.next();
            expect(victim.whole).toBe("ok");
            const before = sum(outboxes);
            moveTo(victim.address);
            // one in four before it could answer anybody
            while (i % 4 !== 0 && sum(outboxes) === before) await wait(2);
            await wait(Math.random() * 80);
            await victim.kill();
          }
          await line.close();
        });
        expect(sum(outboxes)).toBeGreaterThan(25 * (KILLS / FOLDERS) * 0.7);
        const db = openDatabase(url);
        await expectWhole(db, outboxes);
        await db.close();
      }),
    );
  },
  60_000 + KILLS * 2000,
);

test("the whole service too, killed and started again", async () => {
  const { url, folder, tokens } = await aDatabase();
  const outboxes = tokens.map((token) => new Outbox(token));
  await under(outboxes, async (moveTo) => {
    for (let i = 0; i < SERVICES; i++) {
      const service = await killable({ SHIXIAN_DATA: folder, DATABASE_URL: url });
      moveTo(service.address);
      await wait(50 + Math.random() * 400);
      await service.kill("SIGKILL");
    }
  });
  for (const { acknowledged } of outboxes) expect(acknowledged.size).toBeGreaterThan(25);
  const db = openDatabase(url);
  await expectWhole(db, outboxes);
  await db.close();
}, 120_000);

test("told to stop, it finishes what it has and goes", async () => {
  const folder = aFolder();
  const url = `file:${join(folder, "shixian.db")}`;
  const db = openDatabase(url);
  await migrate(db, Date.now());
  const outbox = new Outbox(await aToken(db));
  await db.close();
  const service = await killable({ SHIXIAN_DATA: folder, DATABASE_URL: url });
  let stopped = false;
  const sending = outbox.run(
    () => service.address,
    () => stopped,
  );
  await new Promise((resume) => setTimeout(resume, 500));
  await service.kill("SIGTERM");
  stopped = true;
  await sending;
  expect(service.child.exitCode).toBe(0);
  expect(outbox.acknowledged.size).toBeGreaterThan(0);
});
