import type { OutboxDatabase } from "./database.ts";

/**
 * What is kept and what goes first. Records that the service has not acknowledged are never dropped, however many and however old:
 * where the disk is full no new look is recorded, and the popup says so. Acknowledged ones are kept for a service that is restored from
 * an older backup; they go first when room is needed, the oldest before the others.
 */
export const KEEP_ACKED = 7 * 86_400_000;
const MOST_ACKED = 100_000;
/** What was last said of a case that nobody has seen for so long is not compared with any more, ms. */
const FORGET_CASE = 90 * 86_400_000;
/** Acknowledged records given back at once when the store is full. */
const GIVE_BACK = 5_000;

export const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "QuotaExceededError";

/** Writes; where the store is full it gives back acknowledged records and writes again. @throws what the write throws when none are left */
export async function withRoom<T>(db: OutboxDatabase, write: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!isFull(error) || (await dropAcked(db, GIVE_BACK)) === 0) throw error;
    }
  }
}

/** Keeps what the policy keeps. @returns how many records went */
export async function tidy(
  db: OutboxDatabase,
  now: number,
  mostAcked = MOST_ACKED,
): Promise<number> {
  const acked = await db.countFromIndex("records", "byState", ACKED());
  const tooMany = acked > mostAcked ? await dropAcked(db, acked - mostAcked) : 0;
  const tx = db.transaction("cases", "readwrite");
  for await (const cursor of tx.store)
    if (Math.abs(now - cursor.value.at) > FORGET_CASE) void cursor.delete();
  await tx.done;
  return tooMany;
}

const ACKED = () => IDBKeyRange.bound(["acked", 0], ["acked", Infinity]);

async function dropAcked(db: OutboxDatabase, most: number): Promise<number> {
  const tx = db.transaction("records", "readwrite");
  let dropped = 0;
  for await (const cursor of tx.store.index("byState").iterate(ACKED())) {
    if (dropped >= most) break;
    void cursor.delete();
    dropped++;
  }
  await tx.done;
  return dropped;
}
