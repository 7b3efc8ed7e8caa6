import type { Database, Statement } from "../db/database.ts";
import { type Random, hashOf } from "./secrets.ts";

const LINK_MS = 72 * 3_600_000;

/** A one-time secret with which one person chooses a password; `user` null for the first administrator of all. A later link ends the earlier ones. */
export function makeLink(
  user: number | null,
  { now, random }: { now: number; random: Random },
): { secret: string; expiresAt: number; statements: Statement[] } {
  const secret = Buffer.from(random(32)).toString("base64url");
  const expiresAt = now + LINK_MS;
  return {
    secret,
    expiresAt,
    statements: [
      { sql: "DELETE FROM links WHERE user IS ? AND used_at IS NULL", args: [user] },
      {
        sql: "INSERT INTO links(hash, user, created_at, expires_at) VALUES(?, ?, ?, ?)",
        args: [hashOf(secret), user, now, expiresAt],
      },
    ],
  };
}

/** Whom the link is for; null for the first administrator; `undefined` when it is unknown, spent or too old. */
export async function linkedUser(
  db: Database,
  secret: string,
  now: number,
): Promise<number | null | undefined> {
  const [row] = await db.values(
    "SELECT user FROM links WHERE hash = ? AND used_at IS NULL AND expires_at > ?",
    [hashOf(secret), now],
  );
  return row && (row[0] as number | null);
}

/** Spends it, as the first statement of what it allows: one that was spent meanwhile fails the whole write. */
export const spent = (secret: string, now: number): Statement => ({
  // NULL may not stand there: the one that comes second fails, and all that was written with it
  sql: `UPDATE links SET used_at = ?1, hash = CASE WHEN used_at IS NULL AND expires_at > ?1 THEN hash ELSE NULL END WHERE hash = ?2`,
  args: [now, hashOf(secret)],
});

/** What a person opens. The secret is behind the `#`: a browser sends it to nobody, and no log or proxy sees it. */
export const linkAddress = (base: string, secret: string, first = false): string =>
  `${base.replace(/\/$/, "")}/${first ? "setup" : "invitation"}#${secret}`;
