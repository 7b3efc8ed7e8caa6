import type { Database } from "../db/database.ts";
import { type Fold, catchUp } from "./fold.ts";

export const DERIVED = ["cases", "sightings", "case_units", "looks", "step_intervals"] as const;

/**
 * Empties the derived tables and makes them again from the log. The log takes new batches meanwhile; the next fold takes them up.
 * @returns how many batches were folded and how many cases came of them
 */
export async function rebuild(
  db: Database,
  fold: Fold,
): Promise<{ batches: number; cases: number }> {
  await db.write([
    ...DERIVED.map((table) => ({ sql: `DELETE FROM ${table}` })),
    { sql: "UPDATE fold SET batch = 0" },
  ]);
  const batches = await catchUp(db, fold);
  const [cases] = await db.values("SELECT count(*) FROM cases");
  return { batches, cases: Number(cases?.[0] ?? 0) };
}
