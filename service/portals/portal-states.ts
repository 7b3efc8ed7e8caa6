import type { Look } from "#shared/case/observation.ts";
import type { Database, Row } from "../db/database.ts";
import type { PortalState } from "../routes/shapes/portal-state.ts";

/** What one device has seen of one page, as far back as it is asked. */
interface Seen extends Row {
  portal: string;
  view: string;
  device: number;
  looks: number;
  first_at: number;
  last_at: number;
  good_at: number | null;
  bad_at: number | null;
  partly: number;
}

/**
 * How each page of each portal is read now. A page is broken as long as one device's latest look at it says that the page as a whole
 * was not understood; that another device reads it does not hide that. Imported files are no portals.
 */
export async function portalStates(
  db: Database,
  units: ReadonlySet<number>,
  { since, asOf }: { since: number; asOf: number },
): Promise<PortalState[]> {
  const seen = await db.all<Seen>(SEEN, [JSON.stringify([...units]), since, asOf]);
  const pages = Map.groupBy(seen, ({ portal, view }) => JSON.stringify([portal, view]));
  const states: PortalState[] = [];
  for (const devices of pages.values()) {
    const [{ portal, view } = { portal: "", view: "" }] = devices;
    const broken = devices.filter(({ bad_at, good_at }) => (bad_at ?? -1) > (good_at ?? -1));
    const args = [JSON.stringify([...units]), since, asOf, portal, view];
    const bad = await lookAt(db, BAD, args);
    states.push({
      portal,
      view,
      state:
        broken.length > 0 ? "broken" : devices.some(({ partly }) => partly) ? "partly" : "read",
      looks: sum(devices.map((each) => each.looks)),
      devices: devices.length,
      brokenDevices: broken.length,
      firstLookAt: iso(Math.min(...devices.map((each) => each.first_at))),
      lastLookAt: iso(Math.max(...devices.map((each) => each.last_at))),
      lastGood: shown(await lookAt(db, GOOD, args)),
      lastBroken: bad && { ...shownLook(bad), why: pageReasons(bad.said) },
    });
  }
  return states.sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
      compare(b.lastLookAt, a.lastLookAt) ||
      compare(a.portal + a.view, b.portal + b.view),
  );
}

const ORDER: readonly PortalState["state"][] = ["broken", "partly", "read"];

/** The page as a whole: a single column that is not understood is told case by case and breaks nothing else. */
const BROKEN = `(l.unreadable > 0 AND EXISTS (SELECT 1 FROM records r, json_each(r.body, '$.unreadable') u
  WHERE r.device = l.device AND r.seq = l.seq AND json_extract(u.value, '$.field') = 'page'))`;

const WITHIN = `l.unit IN (SELECT value FROM json_each(?1)) AND l.at BETWEEN ?2 AND ?3`;

const SEEN = `WITH seen AS (
    SELECT l.portal, l.view, l.device, l.at, l.unreadable, ${BROKEN} AS broken FROM looks l
    WHERE ${WITHIN} AND l.portal NOT LIKE 'file:%')
  SELECT portal, view, device, count(*) AS looks, min(at) AS first_at, max(at) AS last_at,
    max(CASE WHEN broken THEN NULL ELSE at END) AS good_at, max(CASE WHEN broken THEN at END) AS bad_at,
    max(CASE WHEN at = last THEN unreadable > 0 ELSE 0 END) AS partly
  FROM (SELECT *, max(at) OVER (PARTITION BY portal, view, device) AS last FROM seen)
  GROUP BY portal, view, device`;

const lookWhere = (what: string): string =>
  `SELECT l.at, r.body FROM looks l JOIN records r ON r.device = l.device AND r.seq = l.seq
   WHERE ${WITHIN} AND l.portal = ?4 AND l.view = ?5 AND ${what} ORDER BY l.at DESC LIMIT 1`;
const GOOD = lookWhere(`NOT ${BROKEN}`);
const BAD = lookWhere(BROKEN);

interface Found {
  at: number;
  said: Look;
}

async function lookAt(
  db: Database,
  sql: string,
  args: readonly (string | number)[],
): Promise<Found | null> {
  const [row] = await db.all<{ at: number; body: string }>(sql, args);
  return row ? { at: row.at, said: JSON.parse(row.body) as Look } : null;
}

const shownLook = ({ at, said }: Found): NonNullable<PortalState["lastGood"]> => ({
  at: iso(at),
  kind: said.kind,
  cases: said.cases,
  total: said.coverage.total ?? null,
  reader: said.reader,
});
const shown = (found: Found | null): PortalState["lastGood"] => found && shownLook(found);

const pageReasons = ({ unreadable }: Look): string[] =>
  unreadable.filter(({ field }) => field === "page").map(({ why }) => why);

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
const iso = (at: number): string => new Date(at).toISOString();
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
