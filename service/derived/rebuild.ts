import { randomUUID } from "node:crypto";
import type { Database } from "../db/database.ts";
import { lease, release } from "../db/lease.ts";
import { type Fold, catchUp } from "./fold.ts";
import { foldAll } from "./fold-all.ts";
import { DERIVED, LIVE, SHADOW } from "./tables.ts";

/**
 * Makes the derived tables again from the log, beside those that are being read, and puts them in their place in one transaction:
 * the service goes on, and no report is ever made of half of them.
 * @returns how many batches were folded and how many cases came of them
 * @throws Error when another process is at it: two would fill the same tables
 */
export async function rebuild(
  db: Database,
  fold: Fold,
): Promise<{ batches: number; cases: number }> {
  const holder = randomUUID();
  const hold = (): Promise<boolean> => lease(db, "rebuild", holder, HELD);
  if (!(await hold()))
    throw new Error(
      "另一进程正在重建，请稍后再试。Another process is rebuilding: try again later.",
    );
  // a process that dies in the middle of it keeps others from it for a minute
  const renewing = setInterval(() => void hold().catch(() => false), HELD / 3);
  try {
    return await remade(db, fold);
  } finally {
    clearInterval(renewing);
    await release(db, "rebuild", holder);
  }
}

/** ms */
const HELD = 60_000;

async function remade(db: Database, fold: Fold): Promise<{ batches: number; cases: number }> {
  await emptyShadow(db);
  const batches = (await foldAll(db, fold, SHADOW)) + (await catchUp(db, fold, { tables: SHADOW }));
  await db.write([
    // by their names and not row by row: ten million rows would hold everybody up for minutes
    ...DERIVED.flatMap((name) => [
      { sql: `ALTER TABLE ${LIVE[name]} RENAME TO old_${name}` },
      { sql: `ALTER TABLE ${SHADOW[name]} RENAME TO ${LIVE[name]}` },
      { sql: `ALTER TABLE old_${name} RENAME TO ${SHADOW[name]}` },
    ]),
    // what came in meanwhile is folded by whoever folds next; `version` tells readers to read all of it again
    {
      sql: `UPDATE ${LIVE.fold} SET batch = (SELECT batch FROM ${SHADOW.fold}), version = CAST(CAST(version AS INTEGER) + 1 AS TEXT)`,
    },
  ]);
  await emptyShadow(db);
  const [cases] = await db.values("SELECT count(*) FROM cases");
  return { batches, cases: Number(cases?.[0] ?? 0) };
}

async function emptyShadow(db: Database): Promise<void> {
  await db.write([{ sql: `UPDATE ${SHADOW.fold} SET batch = 0` }]);
  for (const name of DERIVED) await db.write([{ sql: `DELETE FROM ${SHADOW[name]}` }]);
}
