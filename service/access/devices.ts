import type { Database, Statement } from "../db/database.ts";
import type { Caller } from "./caller.ts";
import { unitsUnder } from "./units.ts";

export interface Device {
  id: number;
  publicId: string;
  name: string;
  unit: number;
  revokedAt: number | null;
}

/**
 * A browser that the caller may look after: for a system administrator any of the own subtree, for others one that they enrolled
 * themselves. `undefined` for all else: whether it exists elsewhere is nobody's business.
 */
export async function deviceFor(
  db: Database,
  { role, id, unit }: Caller,
  publicId: string,
): Promise<Device | undefined> {
  const units = (await unitsUnder(db, unit)).map((each) => each.id);
  const [row] = await db.all<{
    id: number;
    public_id: string;
    name: string;
    unit: number;
    revoked_at: number | null;
  }>(
    `SELECT id, public_id, name, unit, revoked_at FROM devices
     WHERE public_id = ?1 AND unit IN (SELECT value FROM json_each(?2)) AND (?3 IS NULL OR owner = ?3)
       AND public_id NOT LIKE 'file-%'`,
    [publicId, JSON.stringify(units), role === "system-admin" ? null : id],
  );
  return (
    row && {
      id: row.id,
      publicId: row.public_id,
      name: row.name,
      unit: row.unit,
      revokedAt: row.revoked_at,
    }
  );
}

export const renamed = (device: Device, name: string): Statement => ({
  sql: "UPDATE devices SET name = ? WHERE id = ?",
  args: [name, device.id],
});

/** What it has sent stays; from now on it is a stranger. */
export const revoked = (device: Device, now: number): Statement => ({
  sql: "UPDATE devices SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?",
  args: [now, device.id],
});
