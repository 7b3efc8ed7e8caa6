import { sm3 } from "sm-crypto-v2";
import { type CaseIdentity, caseKeyText } from "#shared/case/case-key.ts";

/** GB/T 32905 SM3 where the deployer requires it, else SHA-256. */
export type CaseKeyHash = "sha256" | "sm3";

/** A secret that the service has added since the first one: the name of a case is hashed once more with each. */
export interface CaseKeyLink {
  /** base64 */
  secret: string;
  hash: CaseKeyHash;
}

/**
 * Names cases by HMAC of the number with the first secret, and of that name with each later one.
 * Only in the background: plain-HTTP pages have no `crypto.subtle`, and must not hold the secret.
 */
export async function caseKeys(
  secretBase64: string,
  hash: CaseKeyHash = "sha256",
  links: readonly CaseKeyLink[] = [],
) {
  const signs = await Promise.all([{ secret: secretBase64, hash }, ...links].map(signBy));
  /** 64 hex digits, or `undefined` when the page does not tell the case apart from others */
  return async (id: CaseIdentity): Promise<string | undefined> => {
    let name = caseKeyText(id);
    if (name === undefined) return undefined;
    for (const sign of signs) name = await sign(new TextEncoder().encode(name));
    return name;
  };
}

async function signBy({ secret, hash }: CaseKeyLink): Promise<Sign> {
  const bytes = Uint8Array.from(atob(secret), (c) => c.charCodeAt(0));
  return hash === "sm3" ? bySm3(bytes) : bySha256(bytes);
}

type Sign = (text: Uint8Array<ArrayBuffer>) => string | Promise<string>;

async function bySha256(secret: Uint8Array<ArrayBuffer>): Promise<Sign> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign"]);
  return async (text) => hex(await crypto.subtle.sign("HMAC", key, text));
}

const bySm3 =
  (secret: Uint8Array): Sign =>
  (text) =>
    sm3(text, { key: secret, mode: "hmac" });

export const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const digest = async (value: unknown): Promise<string> =>
  hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(value))));
