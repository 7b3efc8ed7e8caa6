/**
 * What a device signs of each request: a fixed profile of HTTP Message Signatures (RFC 9421) with the body's Content-Digest (RFC 9530) and
 * ECDSA over P-256 with SHA-256. The key never leaves the browser profile, so neither a copied database nor a request overheard on plain
 * HTTP lets anybody send in its name. `created` is told and not judged: a window's clock may be wrong, and a repeated request changes nothing.
 */
export const SIGNATURE_LABEL = "shixian";

const COVERED = '("@method" "@path" "content-digest")';

/** @param created seconds since 1970 by the device's clock @param keyId the device's public id, or `new` while it enrols */
export const signatureParams = (created: number, keyId: string): string =>
  `${COVERED};created=${created};keyid="${keyId}";alg="ecdsa-p256-sha256"`;

const PARAMS =
  /^\("@method" "@path" "content-digest"\);created=\d{1,12};keyid="([\w-]{1,64})";alg="ecdsa-p256-sha256"$/;

/** The key that a well-formed `Signature-Input` names, or `undefined`. */
export const keyIdOf = (params: string): string | undefined => PARAMS.exec(params)?.[1];

/** The text that is signed. @param digest the value of `Content-Digest` */
export const signatureBase = (asked: {
  method: string;
  path: string;
  digest: string;
  params: string;
}): string =>
  [
    `"@method": ${asked.method}`,
    `"@path": ${asked.path}`,
    `"content-digest": ${asked.digest}`,
    `"@signature-params": ${asked.params}`,
  ].join("\n");

/** @param sha256 base64 of the body's SHA-256 */
export const contentDigest = (sha256: string): string => `sha-256=:${sha256}:`;
