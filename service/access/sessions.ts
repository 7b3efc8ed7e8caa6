import type { Database, Row } from "../db/database.ts";
import type { Caller } from "./caller.ts";
import { type Random, hashOf } from "./secrets.ts";
import { settingsOf } from "./settings.ts";
import { tokenCaller } from "./tokens.ts";
import { findUser, isActive } from "./users.ts";
import { touch } from "./touch.ts";

export type Way = "password" | "second-factor" | "sso" | "token";

export interface Opened {
  secret: string;
  expiresAt: number;
}

const TOUCH_MS = 60_000;

/** Opens a session for a browser. @returns the cookie's value, of which only the hash is kept */
export async function openSession(
  db: Database,
  of: { kind: "user" | "token"; id: number; expiresAt: number | null },
  {
    way,
    now,
    random,
    address,
    agent,
  }: { way: Way; now: number; random: Random; address: string; agent: string },
): Promise<Opened> {
  const secret = Buffer.from(random(32)).toString("base64url");
  const { sessionHours } = await settingsOf(db);
  const expiresAt = Math.min(
    now + sessionHours * 3_600_000,
    of.expiresAt ?? Number.MAX_SAFE_INTEGER,
  );
  await db.write([
    { sql: "DELETE FROM sessions WHERE expires_at <= ?", args: [now] },
    {
      sql: `INSERT INTO sessions(hash, public_id, user, token, way, created_at, last_at, expires_at, address, agent)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [
        hashOf(secret),
        Buffer.from(random(9)).toString("hex"),
        of.kind === "user" ? of.id : null,
        of.kind === "token" ? of.id : null,
        way,
        now,
        now,
        expiresAt,
        address,
        agent.slice(0, 200),
      ],
    },
  ]);
  return { secret, expiresAt };
}

/** Whose session this is, or `undefined` when it is over: too long idle, too old, signed out, or its owner may no longer come in. */
export async function sessionCaller(
  db: Database,
  secret: string,
  now: number,
): Promise<Caller | undefined> {
  const hash = hashOf(secret);
  const [row] = await db.all("SELECT * FROM sessions WHERE hash = ? AND expires_at > ?", [
    hash,
    now,
  ]);
  if (!row) return undefined;
  const settings = await settingsOf(db);
  if (now - Number(row.last_at) > settings.idleMinutes * 60_000) {
    await db.write([{ sql: "DELETE FROM sessions WHERE hash = ?", args: [hash] }]);
    return undefined;
  }
  const caller =
    row.user === null
      ? await tokenCaller(db, Number(row.token), now)
      : await userCaller(db, row, settings.secondFactor, now);
  if (caller && now - Number(row.last_at) >= TOUCH_MS)
    await touch(db, { sql: "UPDATE sessions SET last_at = ? WHERE hash = ?", args: [now, hash] });
  return caller && { ...caller, session: String(row.public_id) };
}

async function userCaller(
  db: Database,
  row: Row,
  asked: "nobody" | "administrators" | "everybody",
  now: number,
): Promise<Caller | undefined> {
  const user = await findUser(db, { id: Number(row.user) });
  if (!user || !isActive(user, now)) return undefined;
  const { id, publicId, name, role, unit, expiresAt, office } = user;
  const owes = asked === "everybody" || (asked === "administrators" && office === role);
  return {
    kind: "user",
    role,
    id,
    publicId,
    name,
    unit,
    expiresAt,
    reports: null,
    session: null,
    owesSecondFactor: owes && row.way === "password" && user.totp === null,
  };
}

export const closeSession = (db: Database, secret: string): Promise<unknown> =>
  db.write([{ sql: "DELETE FROM sessions WHERE hash = ?", args: [hashOf(secret)] }]);

/** Signs somebody out everywhere, but for the session that asks. */
export const sessionsEnded = (user: number, but: string | null = null) => ({
  sql: "DELETE FROM sessions WHERE user = ? AND public_id IS NOT ?",
  args: [user, but],
});

export interface OpenSession {
  id: string;
  way: Way;
  createdAt: number;
  lastAt: number;
  expiresAt: number;
  address: string;
  agent: string;
}

export async function sessionsOf(db: Database, user: number, now: number): Promise<OpenSession[]> {
  const { idleMinutes } = await settingsOf(db);
  const rows = await db.all(
    "SELECT * FROM sessions WHERE user = ? AND expires_at > ? AND last_at >= ? ORDER BY last_at DESC, public_id",
    [user, now, now - idleMinutes * 60_000],
  );
  return rows.map((row) => ({
    id: String(row.public_id),
    way: row.way as Way,
    createdAt: Number(row.created_at),
    lastAt: Number(row.last_at),
    expiresAt: Number(row.expires_at),
    address: String(row.address),
    agent: String(row.agent),
  }));
}
