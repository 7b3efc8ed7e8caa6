import type { Timeline } from "#shared/case/timeline.ts";
import { observation } from "#shared/case/observation.ts";
import type { Database, Row } from "../db/database.ts";
import { bucketOf } from "../reports/bucket.ts";
import type { JudgedCase } from "../reports/judged-case.ts";
import { mended } from "./clock-skew.ts";
import { type Fold, catchUp } from "./fold.ts";
import type { Judging } from "./judging.ts";

export interface CaseBook {
  /** Brings the derived tables up to the log; calls share one run. */
  catchUp(): Promise<void>;
  /**
   * Every case that a device of `units` has seen by `asOf`, judged at `asOf` from what was known then.
   * @param units ids of the caller's subtree
   */
  judged(units: ReadonlySet<number>, asOf: number, by: Judging): Promise<JudgedCase[]>;
}

interface Entry {
  id: number;
  key: string;
  mask: string;
  portal: string;
  firstAt: number;
  lastAt: number;
  observations: number;
  units: number[];
  timeline: Timeline;
}

/**
 * The cases of the derived tables, read once and then only where something changed. Verdicts are never kept: they depend on
 * the moment that is asked about.
 */
export function caseBook(db: Database, fold: Fold): CaseBook {
  const entries = new Map<number, Entry>();
  let readTo = -1;
  let made: string | undefined;
  let running: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    await catchUp(db, fold);
    const [mark] = await db.values("SELECT batch, version FROM fold");
    const folded = Number(mark?.[0] ?? 0);
    const version = String(mark?.[1] ?? "");
    // the tables were made anew
    if (version !== made) {
      entries.clear();
      readTo = -1;
      made = version;
    }
    if (folded === readTo) return;
    for (const row of await db.all(CHANGED, [readTo])) entries.set(Number(row.id), entryOf(row));
    readTo = folded;
  }

  const update = (): Promise<void> =>
    (running ??= refresh().finally(() => {
      running = undefined;
    }));

  return {
    catchUp: update,
    async judged(units, asOf, { judge, regime, calendar }) {
      await update();
      const visible = [...entries.values()].filter(
        (entry) => entry.firstAt <= asOf && entry.units.some((unit) => units.has(unit)),
      );
      const later = visible.filter(({ lastAt }) => lastAt > asOf);
      const then = await knownAt(db, later, asOf);
      return visible.map((entry) => {
        const known = then.get(entry.id);
        const timeline = known ? fold(known) : entry.timeline;
        const verdict = judge(timeline, asOf);
        const { key, mask, portal, units: seenBy } = entry;
        const observations = known?.length ?? entry.observations;
        return {
          key,
          mask,
          portal,
          timeline,
          verdict,
          bucket: bucketOf(timeline, verdict),
          regime,
          calendar,
          units: seenBy,
          observations,
        };
      });
    },
  };
}

const CHANGED = `SELECT c.id, c.key, c.mask, c.portal, c.first_at, c.last_at, c.observations, c.timeline,
    (SELECT json_group_array(u.unit) FROM case_units u WHERE u.case_id = c.id) AS units
  FROM cases c WHERE c.batch > ?`;

const entryOf = (row: Row): Entry => ({
  id: Number(row.id),
  key: String(row.key),
  mask: String(row.mask),
  portal: String(row.portal),
  firstAt: Number(row.first_at),
  lastAt: Number(row.last_at),
  observations: Number(row.observations),
  units: JSON.parse(String(row.units)) as number[],
  timeline: JSON.parse(String(row.timeline)) as Timeline,
});

/** What was known of these cases at an earlier moment: a sight that lasted beyond it had begun. */
async function knownAt(
  db: Database,
  cases: readonly Entry[],
  asOf: number,
): Promise<Map<number, ReturnType<typeof observation.parse>[]>> {
  if (cases.length === 0) return new Map();
  const rows = await db.all<{ case_id: number; body: string; skew: number }>(
    `SELECT s.case_id, r.body, b.skew FROM json_each(?1) j
     JOIN sightings s ON s.case_id = j.value AND s.at <= ?2
     JOIN records r ON r.device = s.device AND r.seq = s.seq JOIN batches b ON b.id = r.batch
     ORDER BY s.case_id, s.at, s.device, s.seq`,
    [JSON.stringify(cases.map(({ id }) => id)), asOf],
  );
  const known = Map.groupBy(rows, ({ case_id }) => case_id);
  return new Map(
    [...known].map(([id, own]) => [
      id,
      own.map(({ body, skew }) => {
        const said = mended(observation.parse(JSON.parse(body)), skew);
        return { ...said, lastAt: Math.min(said.lastAt, asOf) };
      }),
    ]),
  );
}
