import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import { type CaseKey, type CaseKeyHash, keyedHash } from "./keyed-hash.ts";

/** A secret by which browsers name cases: HMAC of the number with the first one, of the former name with each later one. */
export interface Link {
  /** 32 bytes */
  secret: Uint8Array;
  hash: CaseKeyHash;
}

/**
 * What names from browsers are sealed with before they are stored. It never leaves the service: every window knows the links, and whoever
 * has one window and a copy of the database could else try numbers.
 */
export interface StoreKey {
  /** SM4 (GB/T 32907) where the deployer's cryptography must be the national one */
  cipher: "aes256" | "sm4";
  /** 32 bytes; SM4 takes the first 16 */
  secret: Uint8Array;
}

/** Keys under which the database was kept before: its links were the first `version` of those of today. */
export interface Former {
  version: number;
  store: StoreKey | null;
}

/** How cases are named. The version is the number of links: each rotation adds one and changes the store key. */
export interface CaseKeys extends CaseKey {
  /** after the first one, which `caseKey` is */
  links?: readonly Link[];
  store?: StoreKey | null;
  /** newest last */
  former?: readonly Former[];
}

export const versionOf = ({ links = [] }: CaseKeys): number => 1 + links.length;

export const linksOf = ({ caseKey, caseKeyHash = "sha256", links = [] }: CaseKeys): Link[] => [
  { secret: caseKey, hash: caseKeyHash },
  ...links,
];

/** As browsers are told them, who have had the first one since they were enrolled. */
export const linksTold = ({ links = [] }: CaseKeys): { secret: string; hash: CaseKeyHash }[] =>
  links.map(({ secret, hash }) => ({ secret: Buffer.from(secret).toString("base64"), hash }));

/**
 * Names as browsers told them become those of the database.
 * @param wire 64 hex digits each
 * @param version how many links the browser knew; at least 1, at most `versionOf(keys)`
 */
export const storedNames = (keys: CaseKeys, wire: readonly string[], version: number): string[] =>
  sealed(keys.store ?? null, chained(keys, wire, version));

/** The name that the database has for a case. @param text see `caseKeyText` */
export const nameOf = (keys: CaseKeys, text: string): string =>
  storedNames(keys, [keyedHash(keys, text)], 1)[0] ?? "";

/** Names under former keys as those of today. */
export const renamed = (keys: CaseKeys, from: Former, names: readonly string[]): string[] =>
  storedNames(keys, opened(from.store, names), from.version);

/** What a name may be called today: itself, or what it became since, for links and notes from before a rotation. */
export const namesToday = (keys: CaseKeys, name: string): string[] =>
  NAME.test(name)
    ? [name, ...(keys.former ?? []).flatMap((former) => renamed(keys, former, [name]))]
    : [name];

/** The same keys as they were then. */
export const keysThen = (keys: CaseKeys, { version, store }: Former): CaseKeys => ({
  caseKey: keys.caseKey,
  caseKeyHash: keys.caseKeyHash,
  links: (keys.links ?? []).slice(0, version - 1),
  store,
});

/** Tells one set of keys from another, and nothing about them: it lies in the database, so that neither is used with the wrong other. */
export function markOf(keys: CaseKeys): string {
  const secrets = [...linksOf(keys), ...(keys.store ? [keys.store] : [])].map((each) =>
    Buffer.from(each.secret),
  );
  return createHmac("sha256", Buffer.concat(secrets))
    .update("shixian case keys")
    .digest("base64url");
}

const NAME = /^[0-9a-f]{64}$/;

function chained(keys: CaseKeys, names: readonly string[], from: number): string[] {
  const rest = linksOf(keys).slice(from);
  if (rest.length === 0) return [...names];
  return names.map((name) =>
    rest.reduce(
      (said, { secret, hash }) => keyedHash({ caseKey: secret, caseKeyHash: hash }, said),
      name,
    ),
  );
}

/**
 * Block by block, all at once: what is sealed are MACs, whose blocks are alike only where the case is, and that two names are one case is what
 * the database must see.
 */
const CIPHERS = { aes256: ["aes-256-ecb", 32], sm4: ["sm4-ecb", 16] } as const;

function sealed(store: StoreKey | null, names: readonly string[]): string[] {
  if (store === null) return [...names];
  const [cipher, length] = CIPHERS[store.cipher];
  return blocks(
    createCipheriv(cipher, store.secret.subarray(0, length), null).setAutoPadding(false),
    names,
  );
}

function opened(store: StoreKey | null, names: readonly string[]): string[] {
  if (store === null) return [...names];
  const [cipher, length] = CIPHERS[store.cipher];
  return blocks(
    createDecipheriv(cipher, store.secret.subarray(0, length), null).setAutoPadding(false),
    names,
  );
}

function blocks(by: { update(bytes: Buffer): Buffer }, names: readonly string[]): string[] {
  const text = by.update(Buffer.from(names.join(""), "hex")).toString("hex");
  return names.map((_, i) => text.slice(i * 64, (i + 1) * 64));
}
