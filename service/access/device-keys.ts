import { type KeyObject, createPublicKey, hash, verify } from "node:crypto";
import {
  SIGNATURE_LABEL,
  contentDigest,
  keyIdOf,
  signatureBase,
} from "#shared/case/signed-request.ts";

/** The parts of a request that a device signs. */
export interface SignedRequest {
  method: string;
  path: string;
  body: string;
  header(name: string): string | undefined;
}

/** Whether the request carries a right signature by this key under this name (RFC 9421, `shared/case/signed-request.ts`). */
export function isSigned(
  { method, path, body, header }: SignedRequest,
  publicKey: string,
  keyId: string,
): boolean {
  const digest = header("content-digest");
  if (digest !== contentDigest(hash("sha256", body, "base64"))) return false;
  const params = labelled(header("signature-input"));
  const signature = /^:([\w+/]{86}==):$/.exec(labelled(header("signature")) ?? "")?.[1];
  if (params === undefined || signature === undefined || keyIdOf(params) !== keyId) return false;
  const base = signatureBase({ method, path, digest, params });
  return verifies(publicKey, Buffer.from(base), signature);
}

const labelled = (header: string | undefined): string | undefined =>
  header?.startsWith(`${SIGNATURE_LABEL}=`) ? header.slice(SIGNATURE_LABEL.length + 1) : undefined;

/** @param signature base64 of r‖s */
export function verifies(publicKey: string, data: Uint8Array, signature: string): boolean {
  const key = keyOf(publicKey);
  if (!key) return false;
  return verify(
    "sha256",
    data,
    { key, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64"),
  );
}

/** Reading a key costs as much as using it; an office has some hundred. */
const known = new Map<string, KeyObject>();
const MOST_KNOWN = 10_000;

/** @param publicKey base64 of an SPKI; `undefined` unless it is a key over P-256 */
export function keyOf(publicKey: string): KeyObject | undefined {
  const found = known.get(publicKey);
  if (found) return found;
  const key = parsed(publicKey);
  if (key?.asymmetricKeyDetails?.namedCurve !== "prime256v1") return undefined;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(publicKey, key);
  return key;
}

function parsed(publicKey: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  } catch {
    return undefined; // OpenSSL says "no key" only by throwing
  }
}
