import { type CaseKeys, namesToday } from "../access/case-names.ts";
import type { Database, Row, Value } from "../db/database.ts";
import type { Actor, Entry } from "./chain.ts";

export const ENTRY_COLUMNS = "id, at, kind, actor, name, role, unit, act, object, detail, address";

export const entryOf = (row: Row): Entry => ({
  id: Number(row.id),
  at: Number(row.at),
  actor: {
    kind: row.kind as Actor["kind"],
    id: String(row.actor),
    name: String(row.name),
    role: row.role as string | null,
    unit: row.unit as number | null,
  },
  act: String(row.act),
  object: String(row.object),
  detail: JSON.parse(String(row.detail)) as Record<string, unknown>,
  address: String(row.address),
});

export interface AuditFilter {
  /** ids of the caller's subtree; `null` also lets acts be seen that belong to no unit */
  units: readonly number[];
  everywhere: boolean;
  act?: string | undefined;
  who?: string | undefined;
  /** one of these */
  objects?: readonly string[] | undefined;
  from?: number | undefined;
  to?: number | undefined;
}

/** Newest first. */
export async function auditEntries(
  db: Database,
  filter: AuditFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; entries: Entry[] }> {
  const { sql, args } = whereOf(filter);
  const [count] = await db.values(`SELECT count(*) FROM audit WHERE ${sql}`, args);
  const rows = await db.all(
    `SELECT ${ENTRY_COLUMNS} FROM audit WHERE ${sql} ORDER BY id DESC LIMIT ? OFFSET ?`,
    [...args, limit, offset],
  );
  return { total: Number(count?.[0]), entries: rows.map(entryOf) };
}

function whereOf(filter: AuditFilter): { sql: string; args: Value[] } {
  const { units, everywhere, act, who, objects, from, to } = filter;
  const parts = [
    everywhere
      ? "(unit IS NULL OR unit IN (SELECT value FROM json_each(?)))"
      : "unit IN (SELECT value FROM json_each(?))",
  ];
  const args: Value[] = [JSON.stringify(units)];
  const also = (sql: string, ...values: Value[]): void => {
    parts.push(sql);
    args.push(...values);
  };
  if (act !== undefined) also("act = ?", act);
  if (who !== undefined) also("(actor = ? OR instr(name, ?) > 0)", who, who);
  if (objects !== undefined)
    also("object IN (SELECT value FROM json_each(?))", JSON.stringify(objects));
  if (from !== undefined) also("at >= ?", from);
  if (to !== undefined) also("at < ?", to);
  return { sql: parts.join(" AND "), args };
}

/** What acts may call the same thing: a case that was acted upon before a rotation stands there under its former key. */
export async function namesInAudit(
  db: Database,
  keys: CaseKeys,
  object: string,
): Promise<string[]> {
  if ((keys.former ?? []).length === 0) return [object];
  const rows = await db.values(
    "SELECT DISTINCT object FROM audit WHERE act LIKE 'case.%' AND length(object) = 64",
  );
  const today = new Set(namesToday(keys, object));
  const alike = rows
    .map(([name]) => String(name))
    .filter((name) => namesToday(keys, name).some((each) => today.has(each)));
  return [...new Set([object, ...alike])];
}
