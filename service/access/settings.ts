import { z } from "zod";
import type { Database } from "../db/database.ts";

/** What the security administrator decides for the whole organisation. */
export const settingsShape = z
  .strictObject({
    /** who must have a second factor; whoever signs in through the organisation's own sign-in has that one's */
    secondFactor: z.enum(["nobody", "administrators", "everybody"]).default("nobody"),
    /** a session ends after so long without a request */
    idleMinutes: z.int().min(5).max(480).default(30),
    /** and after so long in any case */
    sessionHours: z.int().min(1).max(24).default(8),
    /** how long the record of acts is kept; the law asks for six months, and three years where data is shared */
    auditMonths: z.int().min(6).max(240).default(36),
  })
  .meta({ id: "SecuritySettings" });
export type Settings = z.infer<typeof settingsShape>;

/** @throws Error never: what an older program wrote and this one does not know is left out */
export async function settingsOf(db: Database): Promise<Settings> {
  const rows = await db.values("SELECT key, value FROM settings");
  const said = Object.fromEntries(
    rows.map(([key, value]) => [String(key), JSON.parse(String(value))]),
  );
  const known = Object.keys(settingsShape.shape);
  return settingsShape.parse(
    Object.fromEntries(Object.entries(said).filter(([key]) => known.includes(key))),
  );
}

export const settingsWritten = (settings: Settings) =>
  Object.entries(settings).map(([key, value]) => ({
    sql: "INSERT INTO settings(key, value) VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value = ?2",
    args: [key, JSON.stringify(value)],
  }));
