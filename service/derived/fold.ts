import type { Seen } from "#shared/case/fold.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import { type Database, DatabaseError } from "../db/database.ts";
import {
  arrivedIn,
  idsOf,
  observationsBefore,
  observed,
  portalsOf,
  storedObservations,
} from "./fold-reads.ts";
import {
  type FoldedCase,
  caseStatements,
  foldedCase,
  lookStatement,
  sightStatements,
} from "./fold-writes.ts";
import { LIVE, type Tables } from "./tables.ts";

/** The fold of one case's observations. */
export type Fold = (observations: readonly Seen[]) => Timeline;

/** Numbers of one chunk at most (one batch at least): a chunk is one transaction, and between two the event loop turns. */
const CHUNK = 2500;

/** Cases whose whole history is in memory at once: it grows with the years, and a chunk may touch thousands. */
const CASES = 250;

/**
 * Brings the derived tables up to the log. Each table's final content depends on the log alone, never on how it was cut into
 * chunks, so that a rebuild gives the same bytes.
 * @returns the number of batches folded
 */
export async function catchUp(
  db: Database,
  fold: Fold,
  {
    tables = LIVE,
    chunks = Infinity,
    between = turn,
  }: { tables?: Tables; chunks?: number; between?: (took: number) => Promise<void> } = {},
): Promise<number> {
  let folded = 0;
  for (let i = 0; i < chunks; i++) {
    const began = performance.now();
    const count = await foldChunk(db, fold, tables);
    if (count === 0) break;
    folded += count;
    await between(performance.now() - began);
  }
  return folded;
}

const turn = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/** The last batch that the tables contain. */
export async function foldedTo(db: Database, tables: Tables = LIVE): Promise<number> {
  const [mark] = await db.values(`SELECT batch FROM ${tables.fold}`);
  return Number(mark?.[0] ?? 0);
}

async function foldChunk(db: Database, fold: Fold, t: Tables): Promise<number> {
  const from = await foldedTo(db, t);
  const batches = await batchesAfter(db, from, CHUNK);
  const to = batches.at(-1);
  if (to === undefined) return 0;
  const arrived = await arrivedIn(db, from, to);
  const looks = arrived.filter(({ kind }) => kind === 1);
  const seen = observed(arrived);
  const late = await observationsBefore(db, t, looks);
  const ids = await idsOf(db, t, [...new Set([...seen.map(({ said }) => said.caseKey), ...late])]);
  const idOf = (key: string): number => ids.get(key) ?? 0;

  const added = Map.groupBy(
    seen.map(({ row: { device, batch }, said }) => ({
      caseId: idOf(said.caseKey),
      device,
      batch,
      said,
    })),
    ({ caseId }) => caseId,
  );
  const cases: FoldedCase[] = [];
  const touched = [...ids.values()];
  for (let i = 0; i < touched.length; i += CASES) {
    const some = touched.slice(i, i + CASES);
    const known = [
      ...(await storedObservations(db, t, some)),
      ...some.flatMap((id) => added.get(id) ?? []),
    ];
    const portals = await portalsOf(db, t, known, looks);
    for (const [id, all] of Map.groupBy(known, ({ caseId }) => caseId))
      cases.push(foldedCase(id, all, fold, portals));
  }
  try {
    await db.write([
      // a second process that folds the same chunk fails here and finds it done
      {
        sql: `INSERT INTO ${t.fold}(one, batch, version) SELECT 1, 0, '' WHERE (SELECT batch FROM ${t.fold}) <> ?`,
        args: [from],
      },
      { sql: `UPDATE ${t.fold} SET batch = ?`, args: [to] },
      lookStatement(t, looks),
      ...sightStatements(t, seen, idOf),
      ...caseStatements(t, cases),
    ]);
  } catch (error) {
    const overtaken =
      error instanceof DatabaseError &&
      error.code.startsWith("SQLITE_CONSTRAINT") &&
      (await foldedTo(db, t)) !== from;
    if (!overtaken) throw error;
  }
  return batches.length;
}

/** The next batches to fold, of `most` numbers in all (one batch at least). */
export async function batchesAfter(db: Database, from: number, most: number): Promise<number[]> {
  const rows = await db.values(
    "SELECT id, last_seq - first_seq + 1 FROM batches WHERE id > ? ORDER BY id LIMIT 1000",
    [from],
  );
  const taken: number[] = [];
  let size = 0;
  for (const [id, span] of rows) {
    size += Number(span);
    if (taken.length > 0 && size > most) break;
    taken.push(Number(id));
  }
  return taken;
}
