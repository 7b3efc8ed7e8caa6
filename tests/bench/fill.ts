import { createHash } from "node:crypto";
import { enrol, makeEnrolment } from "../../service/access/enrolments.ts";
import { ensureUnit } from "../../service/access/units.ts";
import type { Database } from "../../service/db/database.ts";
import { migrate } from "../../service/db/migrate.ts";
import { type Stored, observationLog } from "../../service/db/observations.ts";
import { foldAll } from "../../service/derived/fold-all.ts";
import { LIVE } from "../../service/derived/tables.ts";
import { NATIONAL } from "../../service/derived/judging.ts";
import { digestOf } from "../../service/receipt/check.ts";
import type { Recorded } from "#shared/case/observation.ts";
import { type Plan, devicesFor, history, unitOfDevice } from "./fill/history.ts";

export interface Filled {
  observations: number;
  looks: number;
  cases: number;
  devices: number;
  /** by device: its token and the number that its next record bears */
  senders: { token: string; next: number }[];
  /** ms */
  wrote: number;
  folded: number;
}

export interface FillOptions extends Plan {
  /** derived tables too; default yes */
  fold?: boolean;
  progress?(done: number): void;
}

/** Records that wait for one transaction. */
const GROUP = 20_000;

/**
 * Fills a database with the history of an invented city, through the writer that the service itself uses, and folds it. The same plan
 * gives the same log.
 */
export async function fill(db: Database, options: FillOptions): Promise<Filled> {
  const { fold = true, progress, ...plan } = options;
  const began = performance.now();
  const start = Date.parse(`${plan.from ?? "2023-11-20"}T00:00:00+08:00`);
  await migrate(db, start);
  const tokens = await devicesOf(db, devicesFor(plan.observations), start);
  const log = observationLog(db, { capacity: 10 * GROUP, chunk: GROUP });
  const next = tokens.map(({ id }) => ({ id, next: 1 }));
  const done = { observations: 0, looks: 0 };
  let group: Promise<unknown>[] = [];
  let waiting = 0;
  for (const { device, receivedAt, records } of history(plan)) {
    const own = next[device];
    if (!own) throw new Error(`no device ${device}`);
    own.next = (records.at(-1)?.seq ?? 0) + 1;
    for (const { type } of records) done[type === "look" ? "looks" : "observations"]++;
    group.push(log.append({ device: own.id, receivedAt, skew: 0, records: records.map(storedOf) }));
    if ((waiting += records.length) < GROUP) continue;
    await Promise.all(group);
    [group, waiting] = [[], 0];
    progress?.(done.observations);
  }
  await Promise.all(group);
  const wrote = performance.now();
  if (fold) await foldAll(db, NATIONAL.fold, LIVE);
  const [cases] = await db.values("SELECT count(*) FROM cases");
  return {
    ...done,
    cases: Number(cases?.[0] ?? 0),
    devices: tokens.length,
    senders: tokens.map(({ token }, i) => ({ token, next: next[i]?.next ?? 1 })),
    wrote: wrote - began,
    folded: performance.now() - wrote,
  };
}

/** As the check on receipt stores it; a test compares the two. */
export function storedOf(record: Recorded): Stored {
  const body = JSON.stringify(record);
  return { seq: record.seq, kind: record.type === "look" ? 1 : 2, body, digest: digestOf(body) };
}

async function devicesOf(
  db: Database,
  count: number,
  now: number,
): Promise<{ id: number; token: string }[]> {
  let drawn = 0;
  // the same devices with the same secrets each time: nothing here is worth keeping secret
  const random = (bytes: number): Uint8Array =>
    createHash("shake256", { outputLength: bytes }).update(`${drawn++}`).digest();
  const made: { id: number; token: string }[] = [];
  for (let i = 0; i < count; i++) {
    const unit = await ensureUnit(db, unitOfDevice(i));
    const { code } = await makeEnrolment(db, { unit: unit.id, hours: 1, now, random });
    const enrolled = await enrol(db, { code, name: `${i + 1} 号窗口`, now, random });
    const [row] = await db.values("SELECT id FROM devices WHERE public_id = ?", [
      enrolled?.deviceId ?? "",
    ]);
    made.push({ id: Number(row?.[0]), token: enrolled?.token ?? "" });
  }
  return made;
}
