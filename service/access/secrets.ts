import { hash, timingSafeEqual } from "node:crypto";

/** Random bytes come in as an argument, so that a test can say them. */
export type Random = (bytes: number) => Uint8Array;

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** A slow hash would protect nothing: the secrets are 256 random bits. */
export const hashOf = (secret: string): string => hash("sha256", secret, "base64url");

export const sameHash = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

export const TOKEN_PREFIXES = ["dev", "aud"] as const;
export type TokenPrefix = (typeof TOKEN_PREFIXES)[number];

export interface Token {
  publicId: string;
  /** `dev_<id>_<secret>`: shown once */
  text: string;
  secretHash: string;
}

export function makeToken(prefix: TokenPrefix, random: Random): Token {
  // the id must not hold the separator
  const publicId = Buffer.from(random(9)).toString("hex");
  const secret = base64url(random(32));
  return { publicId, text: `${prefix}_${publicId}_${secret}`, secretHash: hashOf(secret) };
}

export function parseToken(
  text: string,
): { prefix: TokenPrefix; publicId: string; secret: string } | undefined {
  const found = /^(dev|aud)_([0-9a-f]{18})_([\w-]{43})$/.exec(text);
  return found
    ? { prefix: found[1] as TokenPrefix, publicId: found[2] ?? "", secret: found[3] ?? "" }
    : undefined;
}

// no 0 O 1 I L U: read aloud over the telephone and typed at a window
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A one-time code of 5 groups of 5: about 122 bits. */
export function makeCode(random: Random): string {
  let code = "";
  while (code.length < 25)
    for (const byte of random(32))
      // bytes above the last whole multiple would favour the first letters
      if (byte < 240 && code.length < 25) code += ALPHABET.charAt(byte % ALPHABET.length);
  return code.match(/.{5}/g)?.join("-") ?? code;
}

/** As people type it: lower case, spaces, full-width letters, missing hyphens. */
export const normalCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
