import { digestOf } from "../receipt/check.ts";
import type { Database } from "./database.ts";

export interface Verified {
  records: number;
  devices: number;
  /** what is wrong, in words; empty when the log is whole */
  faults: string[];
}

const PAGE = 5000;

/**
 * Reads the whole log again: SQLite's own check finds broken pages but no turned bit, so every record is held against its digest, and
 * what is there against the numbers that were acknowledged.
 */
export async function verifyLog(db: Database): Promise<Verified> {
  const faults: string[] = [];
  if (db.kind === "file") {
    const [state] = await db.values("PRAGMA integrity_check(1)");
    if (state?.[0] !== "ok") faults.push(`integrity_check: ${String(state?.[0])}`);
    const [dangling] = await db.values("PRAGMA foreign_key_check");
    if (dangling) faults.push(`foreign_key_check: ${String(dangling[0])}`);
  }
  let records = 0;
  for (let at: [number, number] = [0, 0]; ;) {
    const rows = await db.values(
      "SELECT device, seq, kind, body, digest FROM records WHERE (device, seq) > (?, ?) ORDER BY device, seq LIMIT ?",
      [...at, PAGE],
    );
    for (const [device, seq, kind, body, digest] of rows)
      if (digest !== (kind === 0 ? body : digestOf(String(body))))
        faults.push(`record ${String(device)}/${String(seq)}: digest`);
    records += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE || faults.length > 20) break;
    at = [Number(last[0]), Number(last[1])];
    await new Promise<void>((resume) => setImmediate(resume));
  }
  const counts = await db.values(
    `SELECT d.id, (SELECT count(*) FROM records r WHERE r.device = d.id),
       (SELECT coalesce(sum(last_seq - first_seq + 1), 0) FROM runs WHERE device = d.id) FROM devices d`,
  );
  for (const [device, there, acknowledged] of counts)
    if (there !== acknowledged)
      faults.push(
        `device ${String(device)}: ${String(there)} records, ${String(acknowledged)} acknowledged`,
      );
  return { records, devices: counts.length, faults: faults.slice(0, 20) };
}
