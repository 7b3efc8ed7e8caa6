import { type Day, addDays, day, isoDay } from "#shared/time/day.ts";
import { instantAt } from "#shared/time/instant.ts";
import type { Database } from "../db/database.ts";
import type { Looked } from "../reports/report.ts";

export interface LookedQuestion {
  units: ReadonlySet<number>;
  from?: string | undefined;
  to?: string | undefined;
  portal: string | undefined;
  asOf: number;
}

/** What the devices of each unit looked at in each week (Monday first, China's clock), up to `asOf`. */
export async function lookedBy(db: Database, question: LookedQuestion): Promise<Looked[]> {
  const { units, from, to, portal, asOf } = question;
  const args = [
    JSON.stringify([...units]),
    from === undefined ? 0 : instantAt(day(from), 0),
    Math.min(asOf, to === undefined ? asOf : instantAt(addDays(day(to), 1), 0) - 1),
    portal ?? null,
  ];
  const rows = await db.all(
    `WITH l AS (SELECT *, (at + 28800000) / 86400000 AS d, ((at + 28800000) / 86400000 + 3) / 7 AS week FROM looks
       WHERE unit IN (SELECT value FROM json_each(?1)) AND at BETWEEN ?2 AND ?3 AND (?4 IS NULL OR portal = ?4)),
     counted AS (SELECT unit, week, count(*) AS looks, count(DISTINCT device) AS devices, count(DISTINCT d) AS days,
       sum(unidentified) AS unidentified, sum(unreadable > 0) AS unreadable FROM l GROUP BY unit, week),
     told AS (SELECT unit, week, sum(most) AS told FROM
       (SELECT unit, week, max(total) AS most FROM l WHERE total IS NOT NULL GROUP BY unit, week, portal, view) GROUP BY unit, week),
     seen AS (SELECT l.unit, l.week, count(DISTINCT s.case_id) AS cases,
       count(DISTINCT CASE WHEN l.total IS NOT NULL THEN s.case_id END) AS seen
       FROM l JOIN sightings s ON s.device = l.device AND s.look = l.seq GROUP BY l.unit, l.week)
     SELECT c.*, coalesce(t.told, 0) AS told, coalesce(s.cases, 0) AS cases, coalesce(s.seen, 0) AS seen
     FROM counted c LEFT JOIN told t ON t.unit = c.unit AND t.week = c.week
     LEFT JOIN seen s ON s.unit = c.unit AND s.week = c.week ORDER BY c.week, c.unit`,
    args,
  );
  return rows.map((row) => ({
    unit: Number(row.unit),
    week: isoDay((Number(row.week) * 7 - 3) as Day),
    looks: Number(row.looks),
    devices: Number(row.devices),
    days: Number(row.days),
    cases: Number(row.cases),
    unidentified: Number(row.unidentified),
    unreadable: Number(row.unreadable),
    seen: Number(row.seen),
    told: Number(row.told),
  }));
}
