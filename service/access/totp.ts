import { createHmac } from "node:crypto";
import { sameHash } from "./secrets.ts";

export const STEP_MS = 30_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4226 */
export function hotp(
  secret: Uint8Array,
  counter: number,
  { digits = 6, algorithm = "sha1" }: { digits?: number; algorithm?: string } = {},
): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm, secret).update(moving).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const code = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(code).padStart(digits, "0");
}

/**
 * RFC 6238, six digits, 30 s, SHA-1: what every authenticator app knows. One step on either side is taken for slow clocks.
 * @param after the step that was last used: a code is good once
 * @returns the step that the code belongs to
 */
export function acceptedStep(
  secret: Uint8Array,
  { code, now, after }: { code: string; now: number; after: number | null },
): number | undefined {
  const current = Math.floor(now / STEP_MS);
  return [current, current - 1, current + 1].find(
    (step) => step > (after ?? -1) && sameHash(hotp(secret, step), code),
  );
}

export function base32(bytes: Uint8Array): string {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET.charAt(Number.parseInt(five.padEnd(5, "0"), 2)))
    .join("");
}

/** What an authenticator app reads from the QR code. */
export function keyUri(
  secret: Uint8Array,
  { issuer, login }: { issuer: string; login: string },
): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&digits=6&period=30`;
}
