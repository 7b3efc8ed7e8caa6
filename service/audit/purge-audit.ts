import { createHmac } from "node:crypto";
import type { Database } from "../db/database.ts";
import type { AuditLog } from "./audit-log.ts";
import type { Actor } from "./chain.ts";

export interface Checkpoint {
  at: number;
  /** the newest entry that was taken away, and its hash: the chain goes on from there */
  last: number;
  hash: string;
  removed: number;
}

export const checkpointSeal = (key: Uint8Array, { at, last, hash, removed }: Checkpoint): string =>
  createHmac("sha256", key)
    .update(`checkpoint\n${JSON.stringify([at, last, hash, removed])}`)
    .digest("base64url");

/** Calendar months before `now`, at the same time of day in UTC. */
export function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  // the 31st of a shorter month is its last day
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/**
 * Takes away what is older than `months`, oldest first, and writes down where the chain was cut; the act itself is an entry.
 * @returns how many entries went
 */
export async function purgeAudit(
  { db, log, key }: { db: Database; log: AuditLog; key: Uint8Array },
  { months, now, actor }: { months: number; now: number; actor: Actor },
): Promise<number> {
  const before = monthsBefore(now, months);
  // up to the first one that must stay: a clock that was set back leaves no hole
  const [row] = await db.values(
    `SELECT id, hash, (SELECT count(*) FROM audit b WHERE b.id <= a.id) FROM audit a
     WHERE id < coalesce((SELECT min(id) FROM audit WHERE at >= ?1), (SELECT max(id) FROM audit)) ORDER BY id DESC LIMIT 1`,
    [before],
  );
  if (!row) return 0;
  const checkpoint = {
    at: now,
    last: Number(row[0]),
    hash: String(row[1]),
    removed: Number(row[2]),
  };
  await log.write(
    {
      actor,
      act: "audit.purged",
      detail: { months, removed: checkpoint.removed, last: checkpoint.last },
    },
    [
      {
        sql: "INSERT INTO audit_checkpoints(at, last, hash, removed, seal) VALUES(?, ?, ?, ?, ?)",
        args: [
          now,
          checkpoint.last,
          checkpoint.hash,
          checkpoint.removed,
          checkpointSeal(key, checkpoint),
        ],
      },
      { sql: "DELETE FROM audit WHERE id <= ?", args: [checkpoint.last] },
    ],
  );
  return checkpoint.removed;
}
