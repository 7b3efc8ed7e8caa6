import type { Database } from "../db/database.ts";
import { bucketOf } from "../reports/bucket.ts";
import type { JudgedCase } from "../reports/judged-case.ts";
import type { Fold } from "./fold.ts";
import { type Follow, follower } from "./follow.ts";
import type { Judging } from "./judging.ts";
import { type CaseEntry, PAGE, knownAt, storedCases } from "./stored-cases.ts";

/** Whole cases, judged at a moment from what was known then. Verdicts are never stored: they depend on the moment. */
export interface CaseBook {
  /** Brings the derived tables up to the log; calls share one run. */
  catchUp: Follow;
  /**
   * Every case that a device of `units` has seen by `asOf`. It reads and judges all of them: a report asks the columns instead.
   * @param units ids of the caller's subtree
   */
  judged(units: ReadonlySet<number>, asOf: number, by: Judging): Promise<JudgedCase[]>;
  /** One of them, by its key. */
  one(
    key: string,
    units: ReadonlySet<number>,
    asOf: number,
    by: Judging,
  ): Promise<JudgedCase | undefined>;
  /** Cases by their numbers, in that order, whoever saw them. */
  opened(ids: readonly number[], asOf: number, by: Judging): Promise<JudgedCase[]>;
}

/** @param fresh what is done before anything is read; without it the derived tables are brought up to the log */
export function caseBook(db: Database, fold: Fold, fresh?: () => Promise<void>): CaseBook {
  const update = fresh ?? follower(db, fold);

  async function judge(
    entries: readonly CaseEntry[],
    asOf: number,
    { judge: verdictOf, regime, calendar }: Judging,
  ): Promise<JudgedCase[]> {
    const later = entries.filter(({ lastAt }) => lastAt > asOf).map(({ id }) => id);
    const then = await knownAt(db, later, asOf);
    return entries.map(({ id, key, mask, portal, units, ...entry }) => {
      const known = then.get(id);
      const timeline = known ? fold(known) : entry.timeline;
      const verdict = verdictOf(timeline, asOf);
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
        units,
        observations,
      };
    });
  }
  const visible = (
    entries: readonly CaseEntry[],
    units: ReadonlySet<number>,
    asOf: number,
  ): CaseEntry[] =>
    entries.filter((entry) => entry.firstAt <= asOf && entry.units.some((unit) => units.has(unit)));

  return {
    catchUp: update,
    async judged(units, asOf, by) {
      await update();
      const ids = (await db.values("SELECT id FROM cases ORDER BY id")).map(([id]) => Number(id));
      const all: JudgedCase[] = [];
      for (let i = 0; i < ids.length; i += PAGE) {
        const entries = await storedCases(db, ids.slice(i, i + PAGE));
        for (const each of await judge(visible(entries, units, asOf), asOf, by)) all.push(each);
      }
      return all;
    },
    async one(key, units, asOf, by) {
      await update();
      const [row] = await db.values("SELECT id FROM cases WHERE key = ?", [key]);
      const entries = row ? await storedCases(db, [Number(row[0])]) : [];
      const [found] = await judge(visible(entries, units, asOf), asOf, by);
      return found;
    },
    opened: async (ids, asOf, by) => judge(await storedCases(db, ids), asOf, by),
  };
}
