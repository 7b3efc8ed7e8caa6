import type { Observation } from "#shared/case/observation.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import type { Database } from "../db/database.ts";
import { mended } from "./clock-skew.ts";

/** A case as the derived tables hold it. */
export interface CaseEntry {
  id: number;
  key: string;
  mask: string;
  portal: string;
  firstAt: number;
  lastAt: number;
  observations: number;
  /** the newest receipt that speaks of it */
  batch: number;
  /** ids of the units whose devices saw it, ascending */
  units: number[];
  timeline: Timeline;
}

/** Cases are read so many at a time: a timeline is a kilobyte or two. */
export const PAGE = 500;

/** These cases, in this order; a number that is not used is left out. */
export async function storedCases(db: Database, ids: readonly number[]): Promise<CaseEntry[]> {
  const found = new Map<number, CaseEntry>();
  for (let i = 0; i < ids.length; i += PAGE) {
    const wanted = JSON.stringify(ids.slice(i, i + PAGE));
    const rows = await db.values(
      `SELECT c.id, c.key, c.mask, c.portal, c.first_at, c.last_at, c.observations, c.batch, c.timeline
       FROM json_each(?) j JOIN cases c ON c.id = j.value`,
      [wanted],
    );
    const units = Map.groupBy(
      await db.values(
        `SELECT u.case_id, u.unit FROM json_each(?) j JOIN case_units u ON u.case_id = j.value ORDER BY u.case_id, u.unit`,
        [wanted],
      ),
      ([id]) => Number(id),
    );
    for (const [id, key, mask, portal, firstAt, lastAt, observations, batch, timeline] of rows)
      found.set(Number(id), {
        id: Number(id),
        key: String(key),
        mask: String(mask),
        portal: String(portal),
        firstAt: Number(firstAt),
        lastAt: Number(lastAt),
        observations: Number(observations),
        batch: Number(batch),
        units: (units.get(Number(id)) ?? []).map(([, unit]) => Number(unit)),
        timeline: JSON.parse(String(timeline)) as Timeline,
      });
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What was known of these cases at an earlier moment: a sight that lasted beyond it had begun. */
export async function knownAt(
  db: Database,
  ids: readonly number[],
  asOf: number,
): Promise<Map<number, Observation[]>> {
  const known = new Map<number, Observation[]>();
  for (let i = 0; i < ids.length; i += PAGE) {
    const rows = await db.values(
      `SELECT s.case_id, r.body, b.skew FROM json_each(?1) j
       JOIN sightings s ON s.case_id = j.value AND s.at <= ?2
       JOIN records r ON r.device = s.device AND r.seq = s.seq JOIN batches b ON b.id = r.batch
       ORDER BY s.case_id, s.at, s.device, s.seq`,
      [JSON.stringify(ids.slice(i, i + PAGE)), asOf],
    );
    for (const [id, body, skew] of rows) {
      const said = mended(JSON.parse(String(body)) as Observation, Number(skew));
      const own = known.get(Number(id)) ?? [];
      own.push({ ...said, lastAt: Math.min(said.lastAt, asOf) });
      known.set(Number(id), own);
    }
  }
  return known;
}
