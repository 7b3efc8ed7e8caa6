import { expect } from "vitest";
import type { Database } from "../../../service/db/database.ts";
import { verifyLog } from "../../../service/db/verify.ts";
import { catchUp } from "../../../service/derived/fold.ts";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { rebuild } from "../../../service/derived/rebuild.ts";
import { DERIVED } from "../../../service/derived/tables.ts";
import type { Outbox } from "./outbox.ts";

/** Records of one batch of an outbox. */
const BATCH = 25;

/**
 * What must hold whatever happened: everything that was acknowledged is there, once; a batch is there whole or not at all; every record
 * agrees with its digest; and what was derived on the way is what a rebuild derives.
 * @param outboxes in the order of their devices' ids, from 1
 */
export async function expectWhole(db: Database, outboxes: readonly Outbox[]): Promise<void> {
  expect((await verifyLog(db)).faults).toEqual([]);
  for (const [i, { acknowledged }] of outboxes.entries()) {
    const stored = new Set(
      (await db.values("SELECT seq FROM records WHERE device = ?", [i + 1])).map(([seq]) =>
        Number(seq),
      ),
    );
    expect([...acknowledged].filter((seq) => !stored.has(seq))).toEqual([]);
    expect(stored.size % BATCH).toBe(0);
    if (stored.size > 0)
      expect(
        await db.values("SELECT first_seq, last_seq FROM runs WHERE device = ?", [i + 1]),
      ).toEqual([[1, stored.size]]);
  }
  await catchUp(db, NATIONAL.fold);
  const incremental = await derived(db);
  await rebuild(db, NATIONAL.fold);
  expect(await derived(db)).toBe(incremental);
}

const derived = async (db: Database): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      DERIVED.map(async (table) => (await db.values(`SELECT * FROM ${table}`)).map(String).sort()),
    ),
  );
