import type { Database, Statement } from "../db/database.ts";
import { isUnitName } from "./unit-changes.ts";
import type { LineFault, UnitLine } from "./unit-sheet.ts";
import { type Unit, unitsUnder } from "./units.ts";

export interface UnitPlan {
  made: { path: string; line: number }[];
  renamed: { from: string; to: string; line: number }[];
  moved: { from: string; to: string; line: number }[];
  same: number;
  faults: LineFault[];
  statements: Statement[];
}

interface Node {
  id: number;
  parent: number | null;
  name: string;
  code: string | null;
  depth: number;
}

/**
 * What a list of units would do to the tree below `root` (everything when null): lines that are there already do nothing, a known code
 * with another name or place renames or moves its unit, the rest is made. All or nothing: one faulty line and nothing is written.
 * A unit that the list does not hold stays as it is.
 */
export async function planUnits(
  db: Database,
  root: number | null,
  lines: readonly UnitLine[],
  { now, by }: { now: number; by: string },
): Promise<UnitPlan> {
  const nodes = await nodesOf(db);
  const under = await unitsUnder(db, root);
  const inside = new Set(under.map(({ id }) => id));
  const before = pathsOf(await unitsUnder(db, null));
  let next = Math.max(0, ...nodes.map(({ id }) => id)) + 1;
  const plan: UnitPlan = { made: [], renamed: [], moved: [], same: 0, faults: [], statements: [] };
  const fault = (line: number, zh: string, en: string): void =>
    void plan.faults.push({ line, zh, en });
  const child = (parent: number | null, name: string): Node | undefined =>
    nodes.find((node) => node.parent === parent && node.name === name);
  const make = (parent: number | null, name: string, code: string | null, line: number): Node => {
    const depth = nodes.find(({ id }) => id === parent)?.depth ?? -1;
    const node = { id: next++, parent, name, code, depth: depth + 1 };
    nodes.push(node);
    inside.add(node.id);
    plan.statements.push({
      sql: "INSERT INTO units(id, parent, name, code) VALUES(?, ?, ?, ?)",
      args: [node.id, parent, name, code],
    });
    plan.made.push({ path: pathOf(nodes, node.id), line });
    return node;
  };
  const aboveOf = ({ line, above }: UnitLine): Node | null | undefined => {
    if ("path" in above) {
      let at: Node | null = null;
      for (const name of above.path) {
        const parent: number | null = (at as Node | null)?.id ?? null;
        const here: Node | undefined =
          child(parent, name) ??
          (mayMake(parent, root, inside) ? make(parent, name, null, line) : undefined);
        if (!here) return undefined;
        at = here;
      }
      return at;
    }
    if (above.parent === null) return null;
    const found = nodes.filter(({ code, name }) => code === above.parent || name === above.parent);
    const byCode = found.find(({ code }) => code === above.parent);
    if (byCode || found.length === 1) return byCode ?? found[0];
    if (found.length > 1)
      fault(
        line,
        `名为“${above.parent}”的单位不止一个，上级请填单位编码或改用单位路径。`,
        `More than one unit is called ${above.parent}: give its code, or use paths.`,
      );
    else
      fault(
        line,
        `没有上级单位“${above.parent}”；它须先于本行列出，或已在单位树中。`,
        `There is no unit ${above.parent}: it must be in an earlier line or in the tree.`,
      );
    return undefined;
  };
  for (const each of lines) {
    const { line, name, code } = each;
    const faults = plan.faults.length;
    const above = aboveOf(each);
    if (above === undefined) {
      if (plan.faults.length === faults) outside(fault, line);
      continue;
    }
    const parent = above?.id ?? null;
    const known =
      (code === null ? undefined : nodes.find((node) => node.code === code)) ?? child(parent, name);
    if (!isUnitName(name)) fault(line, "单位名称不合规。", "The name will not do.");
    else if (!known) {
      if (!mayMake(parent, root, inside)) outside(fault, line);
      else if ((above?.depth ?? -1) + 1 > 12)
        fault(line, "单位层级超过 12 层。", "More than twelve levels.");
      else make(parent, name, code, line);
    } else if (known.parent === parent && known.name === name) {
      plan.same++;
      if (code !== null && known.code === null) {
        if (!inside.has(known.id)) outside(fault, line);
        known.code = code;
        plan.statements.push({
          sql: "UPDATE units SET code = ? WHERE id = ?",
          args: [code, known.id],
        });
      }
    } else if (!inside.has(known.id) || known.id === root || !mayMake(parent, root, inside))
      outside(fault, line);
    else if (child(parent, name))
      fault(line, `上级单位下已有“${name}”。`, `There is a ${name} already.`);
    else if (isBelow(nodes, parent, known.id))
      fault(line, "单位不能移到自己的下级之下。", "A unit cannot be moved below itself.");
    else {
      const from = before.get(known.id) ?? pathOf(nodes, known.id);
      const moved = known.parent !== parent;
      [known.parent, known.name] = [parent, name];
      const to = pathOf(nodes, known.id);
      (moved ? plan.moved : plan.renamed).push({ from, to, line });
      plan.statements.push(
        {
          sql: "INSERT INTO unit_changes(unit, parent, name, at, by) VALUES(?, ?, ?, ?, ?)",
          args: [known.id, parent, name, now, by],
        },
        {
          sql: "UPDATE units SET parent = ?, name = ? WHERE id = ?",
          args: [parent, name, known.id],
        },
      );
    }
  }
  return plan.faults.length === 0 ? plan : { ...plan, statements: [] };
}

/** Below one's own top; at the very top only where the whole tree is one's own. */
const mayMake = (
  parent: number | null,
  root: number | null,
  inside: ReadonlySet<number>,
): boolean => (parent === null ? root === null : inside.has(parent));

const outside = (fault: (line: number, zh: string, en: string) => void, line: number): void =>
  fault(
    line,
    "该单位不在您管理的范围内；路径须从最上级单位写起。",
    "Outside of what you look after; paths start at the topmost unit.",
  );

async function nodesOf(db: Database): Promise<Node[]> {
  const codes = new Map(
    (await db.values("SELECT id, code FROM units")).map(([id, code]) => [
      id,
      code as string | null,
    ]),
  );
  return (await unitsUnder(db, null)).map(({ id, parent, name, depth }) => ({
    id,
    parent,
    name,
    depth,
    code: codes.get(id) ?? null,
  }));
}

const pathsOf = (units: readonly Unit[]): Map<number, string> =>
  new Map(units.map(({ id, path }) => [id, path]));

function pathOf(nodes: readonly Node[], id: number): string {
  const names: string[] = [];
  for (let at = nodes.find((node) => node.id === id); at;) {
    names.unshift(at.name);
    const { parent } = at;
    at = nodes.find((node) => node.id === parent);
  }
  return names.join("/");
}

function isBelow(nodes: readonly Node[], id: number | null, top: number): boolean {
  for (let at = id; at !== null;) {
    if (at === top) return true;
    const here = at;
    at = nodes.find((node) => node.id === here)?.parent ?? null;
  }
  return false;
}
