import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import type { Random } from "./secrets.ts";

/** What each key made from the one sealing secret is for: a text sealed for one cannot be opened for another. */
export type Purpose = "totp" | "sso" | "case-number" | "audit";

export const keyFor = (secret: Uint8Array, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `shixian ${purpose}`, 32));

/** AES-256-GCM; `about` (a user, a case) is bound to it, so that a sealed text cannot be moved to another row. */
export function seal(
  secret: Uint8Array,
  purpose: Purpose,
  { text, about, random }: { text: string; about: string; random: Random },
): string {
  const iv = random(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(secret, purpose), iv).setAAD(
    Buffer.from(about),
  );
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

/** `undefined` when it was not sealed with this secret, for this purpose and about this. */
export function unseal(
  secret: Uint8Array,
  purpose: Purpose,
  { sealed, about }: { sealed: string; about: string },
): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 28) return undefined;
  const decipher = createDecipheriv(
    "aes-256-gcm",
    keyFor(secret, purpose),
    bytes.subarray(0, 12),
  ).setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
