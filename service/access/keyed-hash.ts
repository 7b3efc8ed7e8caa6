import { createHmac } from "node:crypto";

/** GB/T 32905 SM3 where the deployer's cryptography must be the national one, else SHA-256. Both give 32 bytes. */
export const CASE_KEY_HASHES = ["sha256", "sm3"] as const;
export type CaseKeyHash = (typeof CASE_KEY_HASHES)[number];

export interface CaseKey {
  /** 32 bytes */
  caseKey: Uint8Array;
  /** `sha256` unless said */
  caseKeyHash?: CaseKeyHash | undefined;
}

/** HMAC (RFC 2104) of what names a case. @returns 64 hex digits */
export const keyedHash = ({ caseKey, caseKeyHash = "sha256" }: CaseKey, text: string): string =>
  createHmac(caseKeyHash, caseKey).update(text).digest("hex");
