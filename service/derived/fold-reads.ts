import type { Look, Observation } from "#shared/case/observation.ts";
import type { Database, Row } from "../db/database.ts";
import { mended } from "./clock-skew.ts";
import type { Tables } from "./tables.ts";

/** A record of the log, with its receipt. */
export interface Arrived extends Row {
  batch: number;
  device: number;
  unit: number;
  skew: number;
  seq: number;
  kind: number;
  body: string;
}

/** An observation just received. */
export interface Sight {
  row: Arrived;
  said: Observation;
}

/** A record of the log: it was checked on receipt and never changes, and `verifyLog` holds it against its digest. */
const observationIn = (body: string, skew: number): Observation =>
  mended(JSON.parse(body) as Observation, skew);

export const lookIn = (body: string, skew: number): Look => mended(JSON.parse(body) as Look, skew);

export const observed = (arrived: readonly Arrived[]): Sight[] =>
  arrived
    .filter(({ kind }) => kind === 2)
    .map((row) => ({ row, said: observationIn(row.body, row.skew) }));

/** One observation of a case, whenever it was received. */
export interface Known {
  caseId: number;
  device: number;
  batch: number;
  said: Observation;
}

/** What the chunk holds, in the order of receipt. */
export const arrivedIn = (db: Database, from: number, to: number): Promise<Arrived[]> =>
  db.all<Arrived>(
    `SELECT b.id AS batch, b.device, d.unit, b.skew, r.seq, r.kind, r.body
     FROM batches b JOIN devices d ON d.id = b.device
     JOIN records r ON r.device = b.device AND r.seq BETWEEN b.first_seq AND b.last_seq AND r.batch = b.id
     WHERE b.id > ? AND b.id <= ? AND r.kind > 0 ORDER BY b.id, r.seq`,
    [from, to],
  );

/** Ids by case key, in the order in which the log first speaks of them; new ones follow the highest. */
export async function idsOf(
  db: Database,
  t: Tables,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const known = await db.values(
    `SELECT key, id FROM ${t.cases} WHERE key IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(keys)],
  );
  const ids = new Map(known.map(([key, id]) => [String(key), Number(id)]));
  const [last] = await db.values(`SELECT coalesce(max(id), 0) FROM ${t.cases}`);
  let next = Number(last?.[0] ?? 0);
  for (const key of keys) if (!ids.has(key)) ids.set(key, ++next);
  return ids;
}

export async function storedObservations(
  db: Database,
  t: Tables,
  ids: readonly number[],
): Promise<Known[]> {
  const rows = await db.all<{
    case_id: number;
    device: number;
    body: string;
    batch: number;
    skew: number;
  }>(
    `SELECT s.case_id, s.device, r.body, r.batch, b.skew FROM json_each(?) j
     JOIN ${t.sightings} s ON s.case_id = j.value
     JOIN records r ON r.device = s.device AND r.seq = s.seq JOIN batches b ON b.id = r.batch`,
    [JSON.stringify(ids)],
  );
  return rows.map(({ case_id, device, body, batch, skew }) => ({
    caseId: case_id,
    device,
    batch,
    said: observationIn(body, skew),
  }));
}

/** A look comes before its sights and not long before: so many numbers at most. A reference to any other record names no look. */
const REACH = 2000;

export const namesLook = ({ seq, look }: Observation): boolean => look < seq && seq - look <= REACH;

/** Keys of cases that were folded before the look on which they were seen had arrived. */
export async function observationsBefore(
  db: Database,
  t: Tables,
  looks: readonly Arrived[],
): Promise<string[]> {
  const rows = await db.values(
    `SELECT DISTINCT c.key FROM json_each(?1) j
     CROSS JOIN ${t.sightings} s ON s.device = j.value->>0 AND s.look = j.value->>1
     JOIN ${t.cases} c ON c.id = s.case_id
     WHERE s.seq > s.look AND s.seq - s.look <= ${REACH} ORDER BY c.id`,
    [JSON.stringify(looks.map(({ device, seq }) => [device, seq]))],
  );
  return rows.map(([key]) => String(key));
}

export async function portalsOf(
  db: Database,
  t: Tables,
  known: readonly Known[],
  arrived: readonly Arrived[],
): Promise<Map<string, { portal: string; batch: number }>> {
  const wanted = new Set(known.map(({ device, said }) => `[${device},${said.look}]`));
  const rows = await db.values(
    `SELECT l.device, l.seq, l.portal, l.batch FROM json_each(?) j
     JOIN ${t.looks} l ON l.device = j.value->>0 AND l.seq = j.value->>1`,
    [`[${[...wanted].join(",")}]`],
  );
  const portals = new Map(
    rows.map(([device, seq, portal, batch]) => [
      `${device}/${seq}`,
      { portal: String(portal), batch: Number(batch) },
    ]),
  );
  for (const { device, seq, body, batch } of arrived)
    portals.set(`${device}/${seq}`, { portal: lookIn(body, 0).portal, batch });
  return portals;
}
