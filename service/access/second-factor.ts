import type { Database, Statement } from "../db/database.ts";
import { type Random, hashOf, makeCode, normalCode } from "./secrets.ts";
import { seal, unseal } from "./seal.ts";
import { acceptedStep } from "./totp.ts";
import type { User } from "./users.ts";

const CODES = 10;

/** A new secret for an authenticator app: 160 bits, as RFC 4226 asks. Sealed for this user, it may travel through the browser until it is confirmed. */
export function newTotp(
  sealKey: Uint8Array,
  { publicId, random }: { publicId: string; random: Random },
): { secret: Uint8Array; sealed: string } {
  const secret = random(20);
  const text = Buffer.from(secret).toString("base64url");
  return { secret, sealed: seal(sealKey, "totp", { text, about: publicId, random }) };
}

/** @returns the step of a right code, by a secret that was sealed for this user */
export function stepOf(
  sealKey: Uint8Array,
  {
    sealed,
    publicId,
    after,
    code,
    now,
  }: { sealed: string; publicId: string; after: number | null; code: string; now: number },
): number | undefined {
  const text = unseal(sealKey, "totp", { sealed, about: publicId });
  if (text === undefined) return undefined;
  return acceptedStep(Buffer.from(text, "base64url"), { code, now, after });
}

/** Ten codes, shown once, for when the telephone is gone. */
export function newRecoveryCodes(
  user: number,
  random: Random,
): { codes: string[]; statements: Statement[] } {
  const codes = Array.from({ length: CODES }, () => makeCode(random).slice(0, 17));
  return {
    codes,
    statements: [
      { sql: "DELETE FROM recovery_codes WHERE user = ?", args: [user] },
      ...codes.map((code) => ({
        sql: "INSERT INTO recovery_codes(user, hash) VALUES(?, ?)",
        args: [user, hashOf(normalCode(code))],
      })),
    ],
  };
}

export const secondFactorRemoved = (user: number): Statement[] => [
  { sql: "UPDATE users SET totp = NULL, totp_step = NULL WHERE id = ?", args: [user] },
  { sql: "DELETE FROM recovery_codes WHERE user = ?", args: [user] },
];

/** Spends a code of the app or one of those for emergencies. */
export async function secondFactorSpent(
  db: Database,
  { user, sealKey, code, now }: { user: User; sealKey: Uint8Array; code: string; now: number },
): Promise<"app" | "recovery" | undefined> {
  if (user.totp === null) return undefined;
  const digits = code.normalize("NFKC").replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) {
    const step = stepOf(sealKey, {
      sealed: user.totp,
      publicId: user.publicId,
      after: user.totpStep,
      code: digits,
      now,
    });
    if (step === undefined) return undefined;
    const [taken] = await db.write([
      {
        sql: "UPDATE users SET totp_step = ?1 WHERE id = ?2 AND coalesce(totp_step, -1) < ?1",
        args: [step, user.id],
      },
    ]);
    return taken?.changes === 1 ? "app" : undefined;
  }
  const [taken] = await db.write([
    {
      sql: "UPDATE recovery_codes SET used_at = ? WHERE user = ? AND hash = ? AND used_at IS NULL",
      args: [now, user.id, hashOf(normalCode(code))],
    },
  ]);
  return taken?.changes === 1 ? "recovery" : undefined;
}
