import { type CaseKeys, markOf, versionOf } from "../access/case-names.ts";
import type { Database, Statement } from "../db/database.ts";
import type { Keys } from "../http/deps.ts";
import { nextBecomeNow, nextKeys } from "../key-files.ts";
import { keyFault, keyStateOf } from "./key-state.ts";

export const marked = (keys: CaseKeys, now: number): Statement => ({
  sql: "INSERT INTO case_keys(version, mark, at) VALUES(?, ?, ?) ON CONFLICT DO NOTHING",
  args: [versionOf(keys), markOf(keys), now],
});

/** Whether the database still names cases by these. */
export async function namedBy(db: Database, keys: CaseKeys): Promise<boolean> {
  const [row] = await db.values("SELECT mark FROM case_keys ORDER BY version DESC LIMIT 1");
  return row?.[0] === markOf(keys);
}

/**
 * The keys with which this database may be opened; those of a rotation that was cut off after the database had changed take their place.
 * @throws Error naming the key versions when they are not its own
 */
export async function settledKeys(
  db: Database,
  folder: string,
  keys: Keys,
  now: number,
): Promise<Keys> {
  const added = nextKeys(folder);
  const next = added && { ...keys, ...added };
  const state = await keyStateOf(db, keys, next);
  const fault = keyFault(keys, state);
  if (fault !== undefined) throw new Error(fault);
  if (state.kind === "unmarked") await db.write([marked(keys, now)]);
  if (state.kind !== "next" || !next) return keys;
  nextBecomeNow(folder);
  return next;
}
