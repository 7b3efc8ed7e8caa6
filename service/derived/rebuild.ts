import type { Database } from "../db/database.ts";
import { type Fold, catchUp } from "./fold.ts";
import { DERIVED, LIVE, SHADOW } from "./tables.ts";

/**
 * Makes the derived tables again from the log, beside those that are being read, and puts them in their place in one transaction:
 * the service goes on, and no report is ever made of half of them.
 * @returns how many batches were folded and how many cases came of them
 */
export async function rebuild(
  db: Database,
  fold: Fold,
): Promise<{ batches: number; cases: number }> {
  await db.write([
    ...DERIVED.map((name) => ({ sql: `DELETE FROM ${SHADOW[name]}` })),
    { sql: `UPDATE ${SHADOW.fold} SET batch = 0` },
  ]);
  const batches = await catchUp(db, fold, SHADOW);
  await db.write([
    ...DERIVED.flatMap((name) => [
      { sql: `DELETE FROM ${LIVE[name]}` },
      { sql: `INSERT INTO ${LIVE[name]} SELECT * FROM ${SHADOW[name]}` },
      { sql: `DELETE FROM ${SHADOW[name]}` },
    ]),
    // what came in meanwhile is folded by whoever folds next; `version` tells readers to read all of it again
    {
      sql: `UPDATE ${LIVE.fold} SET batch = (SELECT batch FROM ${SHADOW.fold}), version = CAST(CAST(version AS INTEGER) + 1 AS TEXT)`,
    },
  ]);
  const [cases] = await db.values("SELECT count(*) FROM cases");
  return { batches, cases: Number(cases?.[0] ?? 0) };
}
