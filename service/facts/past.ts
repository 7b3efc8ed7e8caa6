import type { Database } from "../db/database.ts";
import type { Judging } from "../derived/judging.ts";
import { PAGE, knownAt, storedCases } from "../derived/stored-cases.ts";
import type { Columns } from "./columns.ts";
import type { FactLayer } from "./fact-layer.ts";
import { factRow } from "./fact-row.ts";

/** The past that was asked for last: several reports of one page ask about the same moment. */
const kept = new WeakMap<FactLayer, { key: string; columns: Columns }>();

/**
 * The columns as they would have been at an earlier moment: a copy, in which the cases of which more was seen afterwards are read and
 * judged again from what was known then.
 * @param later rows of those cases
 */
export async function pastOf(
  db: Database,
  layer: FactLayer,
  later: Uint32Array,
  asOf: number,
  judging: Judging,
): Promise<Columns> {
  const key = `${layer.stamp()} ${asOf} ${later.length} ${later[0]} ${later.at(-1)}`;
  const found = kept.get(layer);
  if (found?.key === key) return found.columns;
  kept.delete(layer);
  const columns = layer.columns.copy();
  for (let i = 0; i < later.length; i += PAGE) {
    const ids = Array.from(later.subarray(i, i + PAGE), (row) => row + 1);
    const known = await knownAt(db, ids, asOf);
    for (const each of await storedCases(db, ids)) {
      const timeline = judging.fold(known.get(each.id) ?? []);
      const then = { ...each, timeline, lastAt: asOf, sights: columns.sightsOf(each.id - 1) };
      columns.put(each.id - 1, factRow(then, asOf, judging));
    }
  }
  kept.set(layer, { key, columns });
  return columns;
}
