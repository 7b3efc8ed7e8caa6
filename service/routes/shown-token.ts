import { isoTime, isoTimeOrNull, refOf } from "../access/reach.ts";
import type { Unit } from "../access/units.ts";
import type { tokens } from "../db/tables.ts";
import type { Token } from "./shapes/people.ts";

export const shownToken = (row: typeof tokens.$inferSelect, unit: Unit, now: number): Token => ({
  id: row.publicId,
  name: row.name,
  role: row.role,
  unit: refOf(unit),
  reports: row.reports === null ? null : (JSON.parse(row.reports) as string[]),
  createdAt: isoTime(row.createdAt),
  expiresAt: isoTimeOrNull(row.expiresAt),
  revokedAt: isoTimeOrNull(row.revokedAt),
  lastUsedAt: isoTimeOrNull(row.lastUsedAt),
  state:
    row.revokedAt !== null
      ? "revoked"
      : row.expiresAt !== null && row.expiresAt <= now
        ? "expired"
        : "active",
});
