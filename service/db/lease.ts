import type { Database } from "./database.ts";

/** Milliseconds by the database's own clock: those of several machines differ. */
const NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

/** Takes or renews what only one process should do at a time. @returns whether `holder` has it now, for `ms` */
export async function lease(
  db: Database,
  name: string,
  holder: string,
  ms: number,
): Promise<boolean> {
  const [taken] = await db.write([
    {
      sql: `INSERT INTO leases(name, holder, until) VALUES(?1, ?2, ${NOW} + ?3)
            ON CONFLICT(name) DO UPDATE SET holder = excluded.holder, until = excluded.until
            WHERE leases.holder = excluded.holder OR leases.until <= ${NOW}`,
      args: [name, holder, ms],
    },
  ]);
  return (taken?.changes ?? 0) > 0;
}

export const release = (db: Database, name: string, holder: string): Promise<unknown> =>
  db.write([{ sql: "DELETE FROM leases WHERE name = ? AND holder = ?", args: [name, holder] }]);
