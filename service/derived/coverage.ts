import { addDays, day } from "#shared/time/day.ts";
import { type Instant, instantAt } from "#shared/time/instant.ts";
import type { Database } from "../db/database.ts";
import type { Coverage } from "../routes/shapes/report.ts";

export interface CoverageQuestion {
  units: ReadonlySet<number>;
  from: string | undefined;
  to: string | undefined;
  portal: string | undefined;
  asOf: number;
}

/** How much was looked at in the window: what no figure can be better than. */
export async function coverageOf(db: Database, question: CoverageQuestion): Promise<Coverage> {
  const { units, from, to, portal, asOf } = question;
  const args = [
    JSON.stringify([...units]),
    from === undefined ? 0 : instantAt(day(from), 0),
    Math.min(asOf, to === undefined ? asOf : instantAt(addDays(day(to), 1), 0) - 1),
    portal ?? null,
  ];
  const [sums] = await db.all(
    `SELECT count(*) AS looks, count(DISTINCT device) AS devices, coalesce(sum(unidentified), 0) AS unidentified,
       coalesce(sum(unreadable > 0), 0) AS unreadable, min(at) AS first, max(at) AS last FROM looks WHERE ${WITHIN}`,
    args,
  );
  const seenOf = await db.all<{ portal: string; view: string; total: number; seen: number }>(
    `SELECT portal, view, max(total) AS total,
       (SELECT count(DISTINCT s.case_id) FROM looks o JOIN sightings s ON s.device = o.device AND s.look = o.seq
        WHERE o.portal = looks.portal AND o.view = looks.view AND o.unit IN (SELECT value FROM json_each(?1))
          AND o.at BETWEEN ?2 AND ?3) AS seen
     FROM looks WHERE ${WITHIN} AND total IS NOT NULL GROUP BY portal, view ORDER BY portal, view`,
    args,
  );
  const [cases] = await db.values(
    `SELECT count(DISTINCT s.case_id) FROM looks JOIN sightings s ON s.device = looks.device AND s.look = looks.seq
     WHERE ${WITHIN}`,
    args,
  );
  return {
    looks: Number(sums?.looks),
    devices: Number(sums?.devices),
    cases: Number(cases?.[0] ?? 0),
    unidentified: Number(sums?.unidentified),
    unreadableLooks: Number(sums?.unreadable),
    firstLookAt: isoOf(sums?.first),
    lastLookAt: isoOf(sums?.last),
    seenOf: seenOf.map((each) => ({
      portal: each.portal,
      view: each.view,
      seen: Number(each.seen),
      total: Number(each.total),
    })),
  };
}

const WITHIN = `looks.unit IN (SELECT value FROM json_each(?1)) AND looks.at BETWEEN ?2 AND ?3 AND (?4 IS NULL OR looks.portal = ?4)`;

const isoOf = (at: unknown): string | null =>
  typeof at === "number" ? new Date(at as Instant).toISOString() : null;
