import type { Database } from "../db/database.ts";
import { type Random, hashOf, makeCode, makeToken, normalCode } from "./secrets.ts";

export interface Code {
  code: string;
  expiresAt: number;
}

/** A one-time code for one browser profile of `unit`. Only its hash is kept. */
export async function makeEnrolment(
  db: Database,
  {
    unit,
    hours,
    now,
    random,
    owner = null,
  }: { unit: number; hours: number; now: number; random: Random; owner?: number | null },
): Promise<Code> {
  const code = makeCode(random);
  const expiresAt = now + hours * 3_600_000;
  await db.write([
    {
      sql: "INSERT INTO enrolments(code_hash, unit, created_at, expires_at, owner) VALUES(?, ?, ?, ?, ?)",
      args: [hashOf(normalCode(code)), unit, now, expiresAt, owner],
    },
  ]);
  return { code, expiresAt };
}

export interface Enrolled {
  deviceId: string;
  token: string;
  unit: number;
}

/** Spends the code, or `undefined` when it is unknown, spent or too old: which of these is nobody's business. */
export async function enrol(
  db: Database,
  {
    code,
    name,
    publicKey = null,
    unit,
    now,
    random,
  }: {
    code: string;
    name: string;
    publicKey?: string | null;
    unit?: number | undefined;
    now: number;
    random: Random;
  },
): Promise<Enrolled | undefined> {
  const codeHash = hashOf(normalCode(code));
  const { publicId, text, secretHash } = makeToken("dev", random);
  const [, made] = await db.write([
    {
      // the row of the code is the lock: of two that spend it at once, one changes it
      sql: `UPDATE enrolments SET used_at = ?1, device = ?2
            WHERE code_hash = ?3 AND used_at IS NULL AND expires_at > ?1 AND unit = coalesce(?4, unit)`,
      args: [now, publicId, codeHash, unit ?? null],
    },
    {
      sql: `INSERT INTO devices(public_id, secret_hash, unit, name, created_at, public_key, owner)
            SELECT ?1, ?2, unit, ?3, ?4, ?6, owner FROM enrolments WHERE code_hash = ?5 AND device = ?1
            RETURNING unit`,
      args: [publicId, secretHash, name, now, codeHash, publicKey],
    },
  ]);
  const of = made?.rows[0]?.unit;
  return typeof of === "number" ? { deviceId: publicId, token: text, unit: of } : undefined;
}
