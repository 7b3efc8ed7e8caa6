import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type Random, hashOf } from "../access/secrets.ts";
import type { Database } from "../db/database.ts";

/** The pseudo device of one file, read in one way. */
export interface FileDevice {
  id: number;
  /** what the file was called when it came first; its portal is `file:<name>` */
  name: string;
  /** when it came first, ms: a replay speaks of the same moment */
  firstAt: number;
  fresh: boolean;
}

/** SHA-256 of the file's bytes, read in pieces. */
export async function digestOf(path: string): Promise<string> {
  const digest = createHash("sha256");
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  return digest.digest("hex");
}

/**
 * The same bytes read in the same way for the same unit are the same device, whatever the file is called now; so a second import makes
 * the same records under the same numbers, and changes nothing. Nobody holds a secret that would let it send over the network.
 */
export async function fileDevice(
  db: Database,
  {
    identity,
    name,
    unit,
    now,
    random,
  }: { identity: string; name: string; unit: number; now: number; random: Random },
): Promise<FileDevice> {
  const publicId = `file-${hashOf(`${unit}\n${identity}`).slice(0, 22)}`;
  const [made, found] = await db.write([
    {
      sql: `INSERT INTO devices(public_id, secret_hash, unit, name, created_at)
            SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM devices WHERE public_id = ?1)`,
      args: [publicId, hashOf(Buffer.from(random(32)).toString("hex")), unit, name, now],
    },
    { sql: "SELECT id, name, created_at FROM devices WHERE public_id = ?", args: [publicId] },
  ]);
  const row = found?.rows[0];
  if (!row) throw new Error("the file's device vanished while it was made");
  return {
    id: Number(row.id),
    name: String(row.name),
    firstAt: Number(row.created_at),
    fresh: (made?.changes ?? 0) > 0,
  };
}
