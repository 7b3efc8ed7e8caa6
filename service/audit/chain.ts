import { createHmac } from "node:crypto";

/** Who acted: a person, a program's token, a browser, somebody at the service's own command line, or a stranger. */
export interface Actor {
  kind: "user" | "token" | "device" | "command" | "nobody";
  id: string;
  name: string;
  role: string | null;
  unit: number | null;
}

export interface Entry {
  id: number;
  at: number;
  actor: Actor;
  act: string;
  /** the public id, key, name or path of what was acted upon */
  object: string;
  detail: Readonly<Record<string, unknown>>;
  address: string;
}

export const FIRST = "shixian";

/**
 * The hash of an entry over the one before it: HMAC-SHA-256 with a key that is not in the database, so that whoever can write the
 * database alone can neither change an entry nor make the chain anew.
 */
export function linkOf(key: Uint8Array, before: string, entry: Entry): string {
  const { id, at, actor, act, object, detail, address } = entry;
  const { kind, id: who, name, role, unit } = actor;
  const text = JSON.stringify([id, at, kind, who, name, role, unit, act, object, detail, address]);
  return createHmac("sha256", key).update(`${before}\n${text}`).digest("base64url");
}
