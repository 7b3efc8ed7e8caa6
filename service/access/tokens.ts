import { and, eq, gt } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { orm, sessions, tokens } from "../db/tables.ts";
import type { Role, TokenRole } from "./roles.ts";
import { type Random, hashOf, makeToken, parseToken, sameHash } from "./secrets.ts";

/** Who is asking. `id` is the row of its device or token; `unit` is the root of what it may see. */
export interface Caller {
  role: Role;
  id: number;
  publicId: string;
  name: string;
  unit: number;
  expiresAt: number | null;
  /** of a device that signs its requests */
  publicKey?: string;
}

const SESSION_MS = 8 * 3_600_000;

/** @returns the token's text, shown once */
export async function makeAccessToken(
  db: Database,
  wanted: {
    role: TokenRole;
    unit: number;
    name: string;
    now: number;
    expiresAt: number | null;
    random: Random;
  },
): Promise<string> {
  const { publicId, text, secretHash } = makeToken("aud", wanted.random);
  await db.write([
    {
      sql: `INSERT INTO tokens(public_id, secret_hash, role, unit, name, created_at, expires_at) VALUES(?, ?, ?, ?, ?, ?, ?)`,
      args: [
        publicId,
        secretHash,
        wanted.role,
        wanted.unit,
        wanted.name,
        wanted.now,
        wanted.expiresAt,
      ],
    },
  ]);
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
      role: "device",
      id,
      publicId: token.publicId,
      name,
      unit,
      expiresAt: null,
      ...(public_key !== null && { publicKey: public_key }),
    };
  }
  const [row] = await orm(db).select().from(tokens).where(eq(tokens.publicId, token.publicId));
  if (!row || !sameHash(row.secretHash, hashOf(token.secret))) return undefined;
  return living(row, now);
}

/** Opens a session for a browser; the caller is the token's. @returns the cookie's value, of which only the hash is kept */
export async function openSession(
  db: Database,
  caller: Caller,
  { now, random }: { now: number; random: Random },
): Promise<{ secret: string; expiresAt: number }> {
  const secret = Buffer.from(random(32)).toString("base64url");
  const expiresAt = Math.min(now + SESSION_MS, caller.expiresAt ?? Number.MAX_SAFE_INTEGER);
  await db.write([
    { sql: "DELETE FROM sessions WHERE expires_at <= ?", args: [now] },
    {
      sql: "INSERT INTO sessions(hash, token, created_at, expires_at) VALUES(?, ?, ?, ?)",
      args: [hashOf(secret), caller.id, now, expiresAt],
    },
  ]);
  return { secret, expiresAt };
}

export async function sessionCaller(
  db: Database,
  secret: string,
  now: number,
): Promise<Caller | undefined> {
  const [found] = await orm(db)
    .select({ token: tokens })
    .from(sessions)
    .innerJoin(tokens, eq(tokens.id, sessions.token))
    .where(and(eq(sessions.hash, hashOf(secret)), gt(sessions.expiresAt, now)));
  return found && living(found.token, now);
}

export const closeSession = (db: Database, secret: string): Promise<unknown> =>
  db.write([{ sql: "DELETE FROM sessions WHERE hash = ?", args: [hashOf(secret)] }]);

function living(row: typeof tokens.$inferSelect, now: number): Caller | undefined {
  if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) return undefined;
  const { id, publicId, name, unit, role, expiresAt } = row;
  return { role, id, publicId, name, unit, expiresAt };
}
