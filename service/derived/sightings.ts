import { type Look, type Observation } from "#shared/case/observation.ts";
import type { Database, Row } from "../db/database.ts";
import type { Sighting } from "../routes/shapes/case.ts";
import type { UnitRef } from "../routes/shapes/common.ts";
import { mended } from "./clock-skew.ts";

interface Seen extends Row {
  body: string;
  look: string | null;
  skew: number;
  received_at: number;
  name: string;
  public_id: string;
  unit: number;
}

/**
 * What the portal said about the case at each look of a device of these units, up to `asOf`, oldest first.
 * @param named whether the browser may be named; else it is `#1`, `#2` … in the order of their first sight, which still tells one from
 * another. A file that was imported is nobody's browser and keeps its name.
 */
export async function sightingsOf(
  db: Database,
  key: string,
  units: ReadonlyMap<number, UnitRef>,
  asOf: number,
  named: boolean,
): Promise<Sighting[]> {
  const rows = await db.all<Seen>(
    `SELECT r.body, l.body AS look, b.skew, b.received_at, d.name, d.public_id, d.unit
     FROM cases c JOIN sightings s ON s.case_id = c.id
     JOIN records r ON r.device = s.device AND r.seq = s.seq
     JOIN batches b ON b.id = r.batch JOIN devices d ON d.id = s.device
     LEFT JOIN records l ON l.device = s.device AND l.seq = s.look AND l.kind = 1
     WHERE c.key = ?1 AND s.at <= ?2 AND d.unit IN (SELECT value FROM json_each(?3))
     ORDER BY s.at, s.device, s.seq`,
    [key, asOf, JSON.stringify([...units.keys()])],
  );
  const order = [...new Set(rows.map((row) => row.public_id))];
  const shown = ({ name, public_id }: Seen): string => {
    if (!named && !public_id.startsWith("file-")) return `#${order.indexOf(public_id) + 1}`;
    return name === "" ? public_id : name;
  };
  return rows.flatMap((row) => {
    const unit = units.get(row.unit);
    if (!unit) return [];
    const said = mended(JSON.parse(row.body) as Observation, row.skew);
    return [
      {
        at: new Date(said.at).toISOString(),
        lastAt: new Date(Math.min(said.lastAt, asOf)).toISOString(),
        times: said.times,
        receivedAt: new Date(row.received_at).toISOString(),
        device: shown(row),
        unit: { id: unit.id, name: unit.name, path: unit.path },
        facts: said.facts,
        unreadable: said.unreadable,
        look: row.look === null ? null : shownLook(JSON.parse(row.look) as Look),
      },
    ];
  });
}

function shownLook(said: Look): Sighting["look"] {
  const { seq, portal, view, kind, cases, unidentified, coverage, unreadable, reader } = said;
  return { seq, portal, view, kind, cases, unidentified, coverage, unreadable, reader };
}
