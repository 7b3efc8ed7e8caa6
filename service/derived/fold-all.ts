import type { Database } from "../db/database.ts";
import { type Fold, batchesAfter, foldedTo } from "./fold.ts";
import {
  type Arrived,
  arrivedIn,
  idsOf,
  observed,
  portalsOf,
  storedObservations,
} from "./fold-reads.ts";
import { caseStatements, foldedCase, lookStatement, sightStatements } from "./fold-writes.ts";
import type { Tables } from "./tables.ts";

/** Numbers of one transaction at most, and cases of one: between two the event loop turns, so that whoever sends is answered. */
const NUMBERS = 5000;
const CASES = 500;

/**
 * Fills empty derived tables from the log. Following the receipts would fold each case as often as it was seen; here the log is read
 * once for what was seen of which case, and then each case is folded once. The tables come out the same.
 * @returns the number of batches read
 */
export async function foldAll(db: Database, fold: Fold, t: Tables): Promise<number> {
  let read = 0;
  let to = await foldedTo(db, t);
  for (;;) {
    const batches = await batchesAfter(db, to, NUMBERS);
    const last = batches.at(-1);
    if (last === undefined) break;
    await sightsOf(db, t, await arrivedIn(db, to, last));
    [to, read] = [last, read + batches.length];
    await turn();
  }
  for (let from = 0; ; from += CASES) {
    const ids = await db.values(
      `SELECT id FROM ${t.cases} WHERE id > ? ORDER BY id LIMIT ${CASES}`,
      [from],
    );
    if (ids.length === 0) break;
    await casesOf(
      db,
      fold,
      t,
      ids.map(([id]) => Number(id)),
    );
    await turn();
  }
  await db.write([{ sql: `UPDATE ${t.fold} SET batch = ?`, args: [to] }]);
  return read;
}

async function sightsOf(db: Database, t: Tables, arrived: readonly Arrived[]): Promise<void> {
  const seen = observed(arrived);
  const keys = [...new Set(seen.map(({ said }) => said.caseKey))];
  const ids = await idsOf(db, t, keys);
  const idOf = (key: string): number => ids.get(key) ?? 0;
  await db.write([
    lookStatement(
      t,
      arrived.filter(({ kind }) => kind === 1),
    ),
    {
      insert: {
        table: t.cases,
        columns: ["id", "key"],
        fixed: {
          mask: "''",
          portal: "''",
          first_at: "0",
          last_at: "0",
          observations: "0",
          timeline: "''",
          batch: "0",
        },
      },
      rows: keys.map((key) => [idOf(key), key]),
    },
    ...sightStatements(t, seen, idOf),
  ]);
}

async function casesOf(db: Database, fold: Fold, t: Tables, ids: readonly number[]): Promise<void> {
  const known = await storedObservations(db, t, ids);
  const portals = await portalsOf(db, t, known, []);
  const cases = [...Map.groupBy(known, ({ caseId }) => caseId)].map(([id, all]) =>
    foldedCase(id, all, fold, portals),
  );
  await db.write(caseStatements(t, cases));
}

const turn = (): Promise<void> => new Promise((resume) => setImmediate(resume));
