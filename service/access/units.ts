import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { orm, units } from "../db/tables.ts";
import type { UnitRef } from "../routes/shapes/common.ts";

export interface Unit extends UnitRef {
  parent: number | null;
  depth: number;
}

/**
 * Every unit at or below `root` (all when null), parents before children, names in order.
 * @param asOf the tree as it was then; as it is now when left out
 */
export async function unitsUnder(
  db: Database,
  root: number | null,
  asOf?: number,
): Promise<Unit[]> {
  const all = asOf === undefined ? await orm(db).select().from(units) : await treeAt(db, asOf);
  const children = Map.groupBy<number | null, TreeRow>(all, ({ parent }) => parent);
  const list: Unit[] = [];
  const walk = (parent: number | null, path: string, depth: number): void => {
    const here = (children.get(parent) ?? []).sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
    for (const { id, name } of here) {
      const own = path === "" ? name : `${path}/${name}`;
      list.push({ id, name, path: own, parent, depth });
      walk(id, own, depth + 1);
    }
  };
  walk(null, "", 0);
  if (root === null) return list;
  const top = list.find(({ id }) => id === root);
  if (!top) return [];
  return list
    .filter(({ id, path }) => id === root || path.startsWith(`${top.path}/`))
    .map((unit) => ({ ...unit, depth: unit.depth - top.depth }));
}

/** The last entry of each unit up to that moment; before its first one, that one. */
const treeAt = (db: Database, asOf: number): Promise<TreeRow[]> =>
  db.all<TreeRow>(
    `SELECT u.id, c.parent, c.name FROM units u JOIN unit_changes c ON c.id = coalesce(
       (SELECT max(id) FROM unit_changes WHERE unit = u.id AND at <= ?1),
       (SELECT min(id) FROM unit_changes WHERE unit = u.id))`,
    [asOf],
  );

type TreeRow = { id: number; parent: number | null; name: string };

export const unitOf = async (db: Database, id: number): Promise<Unit | undefined> =>
  (await unitsUnder(db, null)).find((unit) => unit.id === id);

/** By its id or by its path (`青屿区/政务服务中心`), within the subtree of `root`. */
export async function findUnit(
  db: Database,
  root: number | null,
  wanted: string,
  asOf?: number,
): Promise<Unit | undefined> {
  const path = normalPath(wanted);
  return (await unitsUnder(db, root, asOf)).find(
    (unit) => String(unit.id) === path || unit.path === path,
  );
}

/** The unit of that path, with every missing one above it. @throws RangeError when a name is empty or too long */
export async function ensureUnit(db: Database, path: string): Promise<Unit> {
  let parent: number | null = null;
  for (const name of normalPath(path).split("/")) {
    if (name.length === 0 || name.length > 60)
      throw new RangeError(`单位名称须为 1 至 60 字。A unit's name has 1 to 60 characters.`);
    const here =
      parent === null
        ? and(isNull(units.parent), eq(units.name, name))
        : and(eq(units.parent, parent), eq(units.name, name));
    await db.write([
      {
        sql: `INSERT INTO units(parent, name) SELECT ?1, ?2
              WHERE NOT EXISTS (SELECT 1 FROM units WHERE parent IS ?1 AND name = ?2)`,
        args: [parent, name],
      },
    ]);
    const [found]: { id: number }[] = await orm(db)
      .select({ id: units.id })
      .from(units)
      .where(here);
    if (!found) throw new Error("a unit vanished while it was made");
    parent = found.id;
  }
  const made = parent === null ? undefined : await unitOf(db, parent);
  if (!made) throw new RangeError("须给出单位路径。A unit's path is needed.");
  return made;
}

export const normalPath = (path: string): string =>
  path
    .normalize("NFKC")
    .split("/")
    .map((name) => name.trim())
    .filter((name, i, all) => name !== "" || (i > 0 && i < all.length - 1))
    .join("/");
