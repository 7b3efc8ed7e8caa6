import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { enrol, makeEnrolment } from "../../../service/access/enrolments.ts";
import { ensureUnit } from "../../../service/access/units.ts";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { rebuild } from "../../../service/derived/rebuild.ts";
import { DERIVED } from "../../../service/derived/tables.ts";
import { catchUp } from "../../../service/derived/fold.ts";
import type { Database } from "../../../service/db/database.ts";
import { migrate } from "../../../service/db/migrate.ts";
import { openDatabase } from "../../../service/db/open.ts";
import { aFolder } from "../a-service.ts";
import { killable } from "./killable.ts";
import { Outbox } from "./outbox.ts";

/** SHIXIAN_KILLS=1000 for the long form. */
const KILLS = Number(process.env.SHIXIAN_KILLS ?? 12);

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

test(
  `after ${KILLS} kills at random moments everything acknowledged is there, once, and whole`,
  async () => {
    const folder = aFolder();
    const url = `file:${join(folder, "shixian.db")}`;
    const before = openDatabase(url);
    await migrate(before, Date.now());
    const outboxes = [
      new Outbox(await aToken(before)),
      new Outbox(await aToken(before)),
      new Outbox(await aToken(before)),
    ];
    await before.close();

    let address = "http://127.0.0.1:1";
    let stopped = false;
    const sending = outboxes.map((outbox) =>
      outbox.run(
        () => address,
        () => stopped,
      ),
    );
    for (let i = 0; i < KILLS; i++) {
      const service = await killable({ SHIXIAN_DATA: folder, DATABASE_URL: url });
      address = service.address;
      await new Promise((resume) => setTimeout(resume, 50 + Math.random() * 400));
      await service.kill("SIGKILL");
    }
    stopped = true;
    await Promise.all(sending);

    const db = openDatabase(url);
    expect(await db.values("PRAGMA integrity_check")).toEqual([["ok"]]);
    for (const [i, { acknowledged }] of outboxes.entries()) {
      const stored = new Set(
        (await db.values("SELECT seq FROM records WHERE device = ?", [i + 1])).map(([seq]) =>
          Number(seq),
        ),
      );
      expect([...acknowledged].filter((seq) => !stored.has(seq))).toEqual([]);
      expect(acknowledged.size).toBeGreaterThan(25);
      // batches are stored whole or not at all
      expect(stored.size % 25).toBe(0);
      expect(
        await db.values("SELECT first_seq, last_seq FROM runs WHERE device = ?", [i + 1]),
      ).toEqual([[1, stored.size]]);
    }
    await catchUp(db, NATIONAL.fold);
    const derived = async () =>
      JSON.stringify(
        await Promise.all(
          DERIVED.map(async (table) =>
            (await db.values(`SELECT * FROM ${table}`)).map(String).sort(),
          ),
        ),
      );
    const incremental = await derived();
    await rebuild(db, NATIONAL.fold);
    expect(await derived()).toBe(incremental);
    await db.close();
  },
  60_000 + KILLS * 5000,
);

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
