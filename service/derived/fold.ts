import { type Look, type Observation, look, observation } from "#shared/case/observation.ts";
import type { Seen } from "#shared/case/fold.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import { type Database, DatabaseError, type Row, type Statement } from "../db/database.ts";
import { mended } from "./clock-skew.ts";

/** The fold of one case's observations. */
export type Fold = (observations: readonly Seen[]) => Timeline;

/** Batches of one chunk: a chunk is one transaction, and between two the event loop turns. */
const CHUNK = 100;

/**
 * Brings the derived tables up to the log. Each table's final content depends on the log alone, never on how it was cut into
 * chunks, so that a rebuild gives the same bytes.
 * @returns the number of batches folded
 */
export async function catchUp(db: Database, fold: Fold, signal?: AbortSignal): Promise<number> {
  let folded = 0;
  while (!signal?.aborted) {
    const count = await foldChunk(db, fold);
    if (count === 0) break;
    folded += count;
    await new Promise<void>((resume) => setImmediate(resume));
  }
  return folded;
}

interface Arrived extends Row {
  batch: number;
  device: number;
  unit: number;
  skew: number;
  seq: number;
  kind: number;
  body: string;
}

async function foldChunk(db: Database, fold: Fold): Promise<number> {
  const [mark] = await db.all<{ batch: number }>("SELECT batch FROM fold");
  const from = mark?.batch ?? 0;
  const batches = await db.values("SELECT id FROM batches WHERE id > ? ORDER BY id LIMIT ?", [
    from,
    CHUNK,
  ]);
  const to = Number(batches.at(-1)?.[0] ?? from);
  if (to === from) return 0;
  const arrived = await db.all<Arrived>(
    `SELECT b.id AS batch, b.device, d.unit, b.skew, r.seq, r.kind, r.body
     FROM batches b JOIN devices d ON d.id = b.device
     JOIN records r ON r.device = b.device AND r.seq BETWEEN b.first_seq AND b.last_seq AND r.batch = b.id
     WHERE b.id > ? AND b.id <= ? AND r.kind > 0 ORDER BY b.id, r.seq`,
    [from, to],
  );
  const looks = arrived.filter(({ kind }) => kind === 1);
  const seen = arrived
    .filter(({ kind }) => kind === 2)
    .map((row) => ({ row, said: mended(observation.parse(JSON.parse(row.body)), row.skew) }));
  const late = await observationsBefore(db, looks, from);
  const keys = [...new Set([...seen.map(({ said }) => said.caseKey), ...late])];
  const ids = await idsOf(db, keys);

  const statements: Statement[] = [
    // a second process that folds the same chunk fails here and finds it done
    {
      sql: "INSERT INTO fold(one, batch, version) SELECT 1, 0, '' WHERE (SELECT batch FROM fold) <> ?",
      args: [from],
    },
    { sql: "UPDATE fold SET batch = ?", args: [to] },
    { insert: LOOKS, rows: looks.map(lookRow) },
    {
      insert: {
        table: "sightings",
        columns: ["case_id", "at", "device", "seq", "last_at", "look"],
      },
      rows: seen.map(({ row, said }) => [
        ids.get(said.caseKey) ?? 0,
        said.at,
        row.device,
        row.seq,
        said.lastAt,
        said.look,
      ]),
    },
    {
      insert: { table: "case_units", columns: ["case_id", "unit"] },
      rows: seen.map(({ row, said }) => [ids.get(said.caseKey) ?? 0, row.unit]),
    },
  ];
  const before = await storedObservations(db, [...ids.values()]);
  const fresh = seen.map(({ row, said }) => ({
    caseId: ids.get(said.caseKey) ?? 0,
    device: row.device,
    batch: row.batch,
    said,
  }));
  const portals = await portalsOf(db, [...before, ...fresh], looks);
  const byCase = Map.groupBy([...before, ...fresh], ({ caseId }) => caseId);
  const cases = [...byCase].map(([id, all]) => foldedCase(id, all, fold, portals));
  statements.push(...caseStatements(cases));
  try {
    await db.write(statements);
  } catch (error) {
    if (error instanceof DatabaseError && error.code.startsWith("SQLITE_CONSTRAINT")) {
      const [now] = await db.all<{ batch: number }>("SELECT batch FROM fold");
      if (now?.batch !== from) return batches.length;
    }
    throw error;
  }
  return batches.length;
}

interface Known {
  caseId: number;
  device: number;
  batch: number;
  said: Observation;
}

interface FoldedCase {
  id: number;
  row: (string | number)[];
  timeline: Timeline;
}

function foldedCase(
  id: number,
  all: readonly Known[],
  fold: Fold,
  portals: ReadonlyMap<string, { portal: string; batch: number }>,
): FoldedCase {
  const ordered = all.toSorted(
    (a, b) => a.said.at - b.said.at || a.device - b.device || a.said.seq - b.said.seq,
  );
  const timeline = fold(ordered.map(({ said }) => said));
  const looks = ordered.flatMap(({ device, said }) => portals.get(`${device}/${said.look}`) ?? []);
  const first = ordered[0];
  return {
    id,
    timeline,
    row: [
      id,
      first?.said.caseKey ?? "",
      first?.said.caseMask ?? "",
      looks[0]?.portal ?? "",
      Math.min(...ordered.map(({ said }) => said.at)),
      Math.max(...ordered.map(({ said }) => said.lastAt)),
      ordered.length,
      JSON.stringify(timeline),
      Math.max(...all.map(({ batch }) => batch), ...looks.map(({ batch }) => batch)),
    ],
  };
}

function caseStatements(cases: readonly FoldedCase[]): Statement[] {
  const ids = JSON.stringify(cases.map(({ id }) => id));
  return [
    {
      sql: `INSERT INTO cases(id, key, mask, portal, first_at, last_at, observations, timeline, batch)
            SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8
            FROM json_each(?) WHERE true
            ON CONFLICT(id) DO UPDATE SET mask = excluded.mask, portal = excluded.portal, first_at = excluded.first_at,
              last_at = excluded.last_at, observations = excluded.observations, timeline = excluded.timeline,
              batch = excluded.batch`,
      args: [JSON.stringify(cases.map(({ row }) => row))],
    },
    {
      sql: "DELETE FROM step_intervals WHERE case_id IN (SELECT value FROM json_each(?))",
      args: [ids],
    },
    {
      insert: {
        table: "step_intervals",
        columns: ["case_id", "n", "name", "department", "entered_at", "left_at"],
      },
      rows: cases.flatMap(({ id, timeline }) =>
        timeline.steps.map((step, n) => [
          id,
          n,
          step.name,
          step.department ?? null,
          step.enteredAt ?? null,
          step.leftAt ?? null,
        ]),
      ),
    },
  ];
}

const LOOKS = {
  table: "looks",
  columns: [
    "device",
    "seq",
    "unit",
    "at",
    "portal",
    "view",
    "cases",
    "unidentified",
    "unreadable",
    "total",
    "batch",
  ],
};

function lookRow({ device, seq, unit, skew, body, batch }: Arrived): (string | number | null)[] {
  const said: Look = mended(look.parse(JSON.parse(body)), skew);
  return [
    device,
    seq,
    unit,
    said.at,
    said.portal,
    said.view,
    said.cases,
    said.unidentified,
    said.unreadable.length,
    said.coverage.total ?? null,
    batch,
  ];
}

/** Ids by case key, in the order in which the log first speaks of them; new ones follow the highest. */
async function idsOf(db: Database, keys: readonly string[]): Promise<Map<string, number>> {
  const known = await db.values(
    "SELECT key, id FROM cases WHERE key IN (SELECT value FROM json_each(?))",
    [JSON.stringify(keys)],
  );
  const ids = new Map(known.map(([key, id]) => [String(key), Number(id)]));
  const [last] = await db.values("SELECT coalesce(max(id), 0) FROM cases");
  let next = Number(last?.[0] ?? 0);
  for (const key of keys) if (!ids.has(key)) ids.set(key, ++next);
  return ids;
}

async function storedObservations(db: Database, ids: readonly number[]): Promise<Known[]> {
  const rows = await db.all<{
    case_id: number;
    device: number;
    body: string;
    batch: number;
    skew: number;
  }>(
    `SELECT s.case_id, s.device, r.body, r.batch, b.skew FROM json_each(?) j
     JOIN sightings s ON s.case_id = j.value
     JOIN records r ON r.device = s.device AND r.seq = s.seq JOIN batches b ON b.id = r.batch`,
    [JSON.stringify(ids)],
  );
  return rows.map(({ case_id, device, body, batch, skew }) => ({
    caseId: case_id,
    device,
    batch,
    said: mended(observation.parse(JSON.parse(body)), skew),
  }));
}

/** Keys of cases that were folded before the look on which they were seen had arrived. */
async function observationsBefore(
  db: Database,
  looks: readonly Arrived[],
  folded: number,
): Promise<string[]> {
  const rows = await db.values(
    `SELECT r.body->>'caseKey' FROM json_each(?1) j
     JOIN records r ON r.device = j.value->>0 AND r.seq > j.value->>1 AND r.seq <= (j.value->>1) + 2000
     WHERE r.kind = 2 AND r.batch <= ?2 AND r.body->>'look' = j.value->>1 ORDER BY r.device, r.seq`,
    [JSON.stringify(looks.map(({ device, seq }) => [device, seq])), folded],
  );
  return rows.map(([key]) => String(key));
}

async function portalsOf(
  db: Database,
  known: readonly Known[],
  arrived: readonly Arrived[],
): Promise<Map<string, { portal: string; batch: number }>> {
  const wanted = new Set(known.map(({ device, said }) => `[${device},${said.look}]`));
  const rows = await db.values(
    `SELECT l.device, l.seq, l.portal, l.batch FROM json_each(?) j
     JOIN looks l ON l.device = j.value->>0 AND l.seq = j.value->>1`,
    [`[${[...wanted].join(",")}]`],
  );
  const portals = new Map(
    rows.map(([device, seq, portal, batch]) => [
      `${device}/${seq}`,
      { portal: String(portal), batch: Number(batch) },
    ]),
  );
  for (const { device, seq, body, batch } of arrived)
    portals.set(`${device}/${seq}`, { portal: look.parse(JSON.parse(body)).portal, batch });
  return portals;
}
