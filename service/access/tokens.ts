import { desc, eq, inArray } from "drizzle-orm";
import type { Database, Statement } from "../db/database.ts";
import { orm, tokens } from "../db/tables.ts";
import type { Caller } from "./caller.ts";
import type { TokenRole } from "./roles.ts";
import { type Random, hashOf, makeToken, parseToken, sameHash } from "./secrets.ts";
import { touch } from "./touch.ts";

export type { Caller } from "./caller.ts";

const TOUCH_MS = 60_000;

interface Wanted {
  role: TokenRole;
  unit: number;
  name: string;
  now: number;
  expiresAt: number | null;
  random: Random;
  /** ids of the only reports that it may pull; null for all that its role may see */
  reports?: readonly string[] | null;
  by?: string;
}

/** @returns the token's text, shown once, and the statement that keeps its hash */
export function newAccessToken(wanted: Wanted): {
  text: string;
  publicId: string;
  statement: Statement;
} {
  const { publicId, text, secretHash } = makeToken("aud", wanted.random);
  const { role, unit, name, now, expiresAt, reports = null, by = null } = wanted;
  return {
    text,
    publicId,
    statement: {
      sql: `INSERT INTO tokens(public_id, secret_hash, role, unit, name, reports, created_at, created_by, expires_at)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [
        publicId,
        secretHash,
        role,
        unit,
        name,
        reports && JSON.stringify(reports),
        now,
        by,
        expiresAt,
      ],
    },
  };
}

/** @returns the token's text, shown once */
export async function makeAccessToken(db: Database, wanted: Wanted): Promise<string> {
  const { text, statement } = newAccessToken(wanted);
  await db.write([statement]);
  return text;
}

/** Whose token this is, or `undefined` when it is nobody's, revoked or expired. */
export async function callerOf(
  db: Database,
  text: string,
  now: number,
): Promise<Caller | undefined> {
  const token = parseToken(text);
  if (!token) return undefined;
  if (token.prefix === "dev") {
    // on the path of every batch: the one query that is not left to be built anew each time
    const [device] = await db.all<{
      id: number;
      name: string;
      unit: number;
      secret_hash: string;
      public_key: string | null;
    }>(
      "SELECT id, name, unit, secret_hash, public_key FROM devices WHERE public_id = ? AND revoked_at IS NULL",
      [token.publicId],
    );
    if (!device || !sameHash(device.secret_hash, hashOf(token.secret))) return undefined;
    const { id, name, unit, public_key } = device;
    return {
      kind: "device",
      role: "device",
      id,
      publicId: token.publicId,
      name,
      unit,
      expiresAt: null,
      reports: null,
      session: null,
      owesSecondFactor: false,
      ...(public_key !== null && { publicKey: public_key }),
    };
  }
  const [row] = await orm(db).select().from(tokens).where(eq(tokens.publicId, token.publicId));
  if (!row || !sameHash(row.secretHash, hashOf(token.secret))) return undefined;
  const caller = living(row, now);
  if (caller && now - (row.lastUsedAt ?? 0) >= TOUCH_MS)
    await touch(db, {
      sql: "UPDATE tokens SET last_used_at = ? WHERE id = ?",
      args: [now, row.id],
    });
  return caller;
}

/** The holder of a token that has been exchanged for a session. */
export async function tokenCaller(
  db: Database,
  id: number,
  now: number,
): Promise<Caller | undefined> {
  const [row] = await orm(db).select().from(tokens).where(eq(tokens.id, id));
  return row && living(row, now);
}

function living(row: typeof tokens.$inferSelect, now: number): Caller | undefined {
  if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) return undefined;
  const { id, publicId, name, unit, role, expiresAt } = row;
  const reports = row.reports === null ? null : (JSON.parse(row.reports) as string[]);
  return {
    kind: "token",
    role,
    id,
    publicId,
    name,
    unit,
    expiresAt,
    reports,
    session: null,
    owesSecondFactor: false,
  };
}

/** Every token of these units, the newest first. */
export const tokensOf = (
  db: Database,
  units: readonly number[],
): Promise<(typeof tokens.$inferSelect)[]> =>
  orm(db)
    .select()
    .from(tokens)
    .where(inArray(tokens.unit, [...units]))
    .orderBy(desc(tokens.id));
