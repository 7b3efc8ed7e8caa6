import type { Database } from "../db/database.ts";
import { hashOf } from "./secrets.ts";

const FREE = 5;
const FIRST_MS = 30_000;
const LONGEST_MS = 15 * 60_000;
const FORGET_MS = 24 * 3_600_000;

/**
 * Wrong passwords and codes for one name. After five the name is locked for half a minute, doubling up to a quarter of an hour: a guesser
 * gets about a hundred tries a day, and nobody can lock somebody else out for good. A name that nobody has is locked in the same way.
 */
export interface Attempts {
  /** when it may be tried again; 0 when now */
  lockedUntil(login: string, now: number): Promise<number>;
  failed(login: string, now: number): Promise<void>;
  forget(login: string): Promise<void>;
}

export const attemptsIn = (db: Database): Attempts => ({
  async lockedUntil(login, now) {
    const [row] = await db.values("SELECT locked_until FROM attempts WHERE name = ?", [
      hashOf(login),
    ]);
    const until = Number(row?.[0] ?? 0);
    return until > now ? until : 0;
  },
  async failed(login, now) {
    await db.write([
      { sql: "DELETE FROM attempts WHERE last_at < ?", args: [now - FORGET_MS] },
      {
        sql: `INSERT INTO attempts(name, failures, last_at, locked_until) VALUES(?1, 1, ?2, 0)
              ON CONFLICT(name) DO UPDATE SET failures = failures + 1, last_at = ?2,
                locked_until = CASE WHEN failures + 1 < ?3 THEN 0
                  ELSE ?2 + min(?5, ?4 << min(failures + 1 - ?3, 20)) END`,
        args: [hashOf(login), now, FREE, FIRST_MS, LONGEST_MS],
      },
    ]);
  },
  async forget(login) {
    await db.write([{ sql: "DELETE FROM attempts WHERE name = ?", args: [hashOf(login)] }]);
  },
});
