import type { Database } from "../db/database.ts";
import { FIRST, linkOf } from "./chain.ts";
import { checkpointSeal } from "./purge-audit.ts";
import { ENTRY_COLUMNS, entryOf } from "./read-audit.ts";

export interface VerifiedAudit {
  entries: number;
  /** written off at its old end, as told by checkpoints */
  purged: number;
  head: { id: number; hash: string };
  /** what is wrong, in words; empty when the chain is whole */
  faults: string[];
}

const PAGE = 5000;

/**
 * Reads the whole chain again from its last checkpoint.
 * @param noted a head that was written down elsewhere before, `id:hash`: an entry with that number must still have that hash
 */
export async function verifyAudit(
  db: Database,
  key: Uint8Array,
  noted?: { id: number; hash: string },
): Promise<VerifiedAudit> {
  const faults: string[] = [];
  let before = FIRST;
  let id = 0;
  let purged = 0;
  for (const row of await db.all(
    "SELECT id, at, last, hash, removed, seal FROM audit_checkpoints ORDER BY id",
  )) {
    const { at, last, hash, removed } = row;
    const sealed = {
      at: Number(at),
      last: Number(last),
      hash: String(hash),
      removed: Number(removed),
    };
    if (checkpointSeal(key, sealed) !== row.seal) faults.push(`checkpoint ${String(row.id)}: seal`);
    if (sealed.last < id) faults.push(`checkpoint ${String(row.id)}: order`);
    [before, id] = [sealed.hash, sealed.last];
    purged += sealed.removed;
    if (noted?.id === id && noted.hash !== before) faults.push(`entry ${id}: not the noted one`);
  }
  let entries = 0;
  for (;;) {
    const rows = await db.all(
      `SELECT ${ENTRY_COLUMNS}, hash FROM audit WHERE id > ? ORDER BY id LIMIT ?`,
      [id, PAGE],
    );
    for (const row of rows) {
      const entry = entryOf(row);
      if (entry.id !== id + 1) faults.push(`entry ${id + 1}: missing`);
      if (linkOf(key, before, entry) !== row.hash) faults.push(`entry ${entry.id}: hash`);
      [before, id] = [String(row.hash), entry.id];
      if (noted?.id === id && noted.hash !== before) faults.push(`entry ${id}: not the noted one`);
    }
    entries += rows.length;
    if (rows.length < PAGE || faults.length > 20) break;
    await new Promise<void>((resume) => setImmediate(resume));
  }
  if (noted && noted.id > id) faults.push(`entry ${noted.id}: missing`);
  return { entries, purged, head: { id, hash: before }, faults: faults.slice(0, 20) };
}
