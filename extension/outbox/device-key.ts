import {
  SIGNATURE_LABEL,
  contentDigest,
  signatureBase,
  signatureParams,
} from "#shared/case/signed-request.ts";
import type { Enrolment, OutboxDatabase } from "./database.ts";

const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** A key pair of this browser profile. The private half can be used here and exported by nobody. */
export async function makeDeviceKey(): Promise<{ key: CryptoKey; publicKey: string }> {
  const pair = await crypto.subtle.generateKey(ECDSA, false, ["sign"]);
  const spki = await crypto.subtle.exportKey("spki", pair.publicKey);
  return { key: pair.privateKey, publicKey: base64(spki) };
}

/** Headers that bind a request to the key. @param path without host and query */
export async function signatureHeaders(
  key: CryptoKey,
  keyId: string,
  asked: { method: string; path: string; body: string; now: number },
): Promise<Record<string, string>> {
  const hash = await crypto.subtle.digest("SHA-256", bytes(asked.body));
  const digest = contentDigest(base64(hash));
  const params = signatureParams(Math.floor(asked.now / 1000), keyId);
  const { method, path } = asked;
  const signature = await signText(key, signatureBase({ method, path, digest, params }));
  return {
    "content-digest": digest,
    "signature-input": `${SIGNATURE_LABEL}=${params}`,
    signature: `${SIGNATURE_LABEL}=:${signature}:`,
  };
}

/** base64 of r‖s */
export const signText = async (key: CryptoKey, text: string): Promise<string> =>
  base64(await crypto.subtle.sign(ECDSA, key, bytes(text)));

/** `fetch` for requests of the enrolled device: each is signed, once the device has a key. */
export const signedFetch =
  (
    db: OutboxDatabase,
    fetch: typeof globalThis.fetch,
    now: () => number,
  ): typeof globalThis.fetch =>
  async (input, init = {}) => {
    const { store } = db.transaction("device");
    const [key, enrolment] = await Promise.all([store.get("key"), store.get("enrolment")]);
    if (!(key instanceof CryptoKey) || !enrolment) return fetch(input, init);
    const path = new URL(String(input)).pathname;
    const body = typeof init.body === "string" ? init.body : "";
    const asked = { method: init.method ?? "GET", path, body, now: now() };
    const own = await signatureHeaders(key, (enrolment as Enrolment).deviceId, asked);
    return fetch(input, { ...init, headers: { ...(init.headers as object), ...own } });
  };

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const base64 = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)));
