import type { Database, Statement } from "../db/database.ts";
import { type Unit, unitsUnder } from "./units.ts";

/** Why a unit cannot be as wanted; texts in `shared/strings`. */
export type UnitFault =
  | "name"
  | "taken"
  | "below-itself"
  | "too-deep"
  | "unknown-parent"
  | "top"
  | "not-one-tree";

const DEEPEST = 12;

export const isUnitName = (name: string): boolean =>
  name.length >= 1 && name.length <= 60 && !name.includes("/") && name.trim() === name;

/**
 * A new name or place, with its entry in the history. The tree is that of the caller: what lies outside it cannot be reached.
 * @returns the statements, or why not
 */
export function unitChanged(
  tree: readonly Unit[],
  {
    unit,
    name,
    parent,
    at,
    by,
  }: { unit: Unit; name: string; parent: number | null; at: number; by: string },
): Statement[] | UnitFault {
  if (!isUnitName(name)) return "name";
  if (parent !== unit.parent) {
    // the top of one's own tree stays where it is
    if (parent === null || tree[0]?.id === unit.id) return "top";
    const to = tree.find(({ id }) => id === parent);
    if (!to) return "unknown-parent";
    const below = subtree(tree, unit.id);
    if (below.some(({ id }) => id === to.id)) return "below-itself";
    const height = Math.max(...below.map(({ depth }) => depth)) - unit.depth;
    if (to.depth + 1 + height > DEEPEST) return "too-deep";
  }
  if (tree.some((each) => each.parent === parent && each.name === name && each.id !== unit.id))
    return "taken";
  return [
    {
      sql: "INSERT INTO unit_changes(unit, parent, name, at, by) VALUES(?, ?, ?, ?, ?)",
      args: [unit.id, parent, name, at, by],
    },
    { sql: "UPDATE units SET parent = ?, name = ? WHERE id = ?", args: [parent, name, unit.id] },
  ];
}

export function unitMade(
  tree: readonly Unit[],
  { name, parent, code }: { name: string; parent: number; code: string | null },
): Statement[] | UnitFault {
  if (!isUnitName(name)) return "name";
  const above = tree.find(({ id }) => id === parent);
  if (!above) return "unknown-parent";
  if (above.depth + 1 > DEEPEST) return "too-deep";
  if (tree.some((each) => each.parent === parent && each.name === name)) return "taken";
  return [
    {
      sql: "INSERT INTO units(parent, name, code) VALUES(?, ?, ?) RETURNING id",
      args: [parent, name, code],
    },
  ];
}

/**
 * A unit above the topmost one. The tree was below it from the beginning: figures of an earlier time stay what they were. Whoever administers
 * the whole tree goes on doing so; of figures nobody is shown more than before.
 * @param tree all of it
 */
export function unitMadeAbove(
  tree: readonly Unit[],
  { name, code, by }: { name: string; code: string | null; by: string },
): Statement[] | UnitFault {
  const tops = tree.filter(({ parent }) => parent === null);
  const top = tops[0];
  if (!isUnitName(name)) return "name";
  if (!top || tops.length > 1) return "not-one-tree";
  if (top.name === name) return "taken";
  if (Math.max(...tree.map(({ depth }) => depth)) + 1 > DEEPEST) return "too-deep";
  const made = "(SELECT id FROM units WHERE parent IS NULL AND name = ?1)";
  return [
    {
      sql: "INSERT INTO units(parent, name, code) VALUES(NULL, ?, ?) RETURNING id",
      args: [name, code],
    },
    {
      sql: `INSERT INTO unit_changes(unit, parent, name, at, by) VALUES(?2, ${made}, ?3, 0, ?4)`,
      args: [name, top.id, top.name, by],
    },
    { sql: `UPDATE units SET parent = ${made} WHERE id = ?2`, args: [name, top.id] },
    {
      sql: `UPDATE users SET unit = ${made} WHERE unit = ?2 AND role IN ('system-admin', 'security-admin')`,
      args: [name, top.id],
    },
  ];
}

/** The unit and all below it, parents first. */
export function subtree(tree: readonly Unit[], root: number): Unit[] {
  const inside = new Set([root]);
  return tree.filter(({ id, parent }) => {
    if (parent !== null && inside.has(parent)) inside.add(id);
    return inside.has(id);
  });
}

export interface UnitChange {
  at: number;
  by: string;
  unit: number;
  name: string;
  parent: number | null;
}

/** What became of the units of this subtree, newest first; how they were made is no change. */
export async function unitHistory(db: Database, root: number): Promise<UnitChange[]> {
  const own = (await unitsUnder(db, root)).map(({ id }) => id);
  const rows = await db.all(
    `SELECT unit, parent, name, at, by FROM unit_changes
     WHERE at > 0 AND unit IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT 500`,
    [JSON.stringify(own)],
  );
  return rows.map(({ at, by, unit, name, parent }) => ({
    at: Number(at),
    by: String(by),
    unit: Number(unit),
    name: String(name),
    parent: parent as number | null,
  }));
}
