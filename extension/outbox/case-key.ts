import { type CaseIdentity, caseKeyText } from "#shared/case/case-key.ts";

/** Names cases by HMAC-SHA-256. Only in the background: plain-HTTP pages have no `crypto.subtle`, and must not hold the secret. */
export async function caseKeys(secretBase64: string) {
  const bytes = Uint8Array.from(atob(secretBase64), (c) => c.charCodeAt(0));
  const key = await crypto.subtle.importKey(
    "raw",
    bytes,
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  /** 64 hex digits, or `undefined` when the page does not tell the case apart from others */
  return async (id: CaseIdentity): Promise<string | undefined> => {
    const text = caseKeyText(id);
    return text === undefined
      ? undefined
      : hex(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text)));
  };
}

export const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const digest = async (value: unknown): Promise<string> =>
  hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(value))));
