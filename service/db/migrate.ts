import { type Database, DatabaseError } from "./database.ts";
import { type Migration, migrations } from "./migrations/migrations.ts";

/**
 * Brings the database to this program's form, each migration whole or not at all. Two starters may race: the loser's write
 * fails on the migration's id and finds it done.
 * @throws Error when the database holds a migration that this program does not know (it was made by a newer one)
 */
export async function migrate(
  db: Database,
  now: number,
  list: readonly Migration[] = migrations,
): Promise<string[]> {
  await db.write([
    {
      sql: "CREATE TABLE IF NOT EXISTS migrations(id TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    },
  ]);
  const done = await applied(db);
  const unknown = [...done].filter((id) => !list.some((each) => each.id === id));
  if (unknown.length > 0)
    throw new Error(
      `数据库由较新版本的程序建立（${unknown.join(", ")}），请升级程序。The database was made by a newer program (${unknown.join(", ")}): upgrade this one.`,
    );
  const made: string[] = [];
  for (const { id, statements } of list) {
    if (done.has(id)) continue;
    try {
      await db.write([
        { sql: "INSERT INTO migrations(id, applied_at) VALUES(?, ?)", args: [id, now] },
        ...statements.map((sql) => ({ sql })),
      ]);
      made.push(id);
    } catch (error) {
      if (!(error instanceof DatabaseError) || !(await applied(db)).has(id)) throw error;
    }
  }
  return made;
}

const applied = async (db: Database): Promise<Set<string>> =>
  new Set((await db.values("SELECT id FROM migrations")).map(([id]) => String(id)));
