import { argon2, timingSafeEqual } from "node:crypto";
import type { Random } from "./secrets.ts";

/** OWASP's second recommendation: 19 MiB, two passes. A hash made with other numbers is verified with those and then made anew. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;

type Cost = { memory: number; passes: number; parallelism: number };

const derived = (password: string, nonce: Uint8Array, cost: Cost): Promise<Buffer> =>
  new Promise((done, failed) =>
    argon2(
      "argon2id",
      { message: normal(password), nonce, tagLength: TAG_BYTES, ...cost },
      (error, tag) => (error ? failed(error) : done(tag)),
    ),
  );

// the same password typed on another keyboard
const normal = (password: string): string => password.normalize("NFKC");

const plain = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString("base64").replace(/=+$/, "");

/** `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, as every other program writes it */
export async function hashPassword(password: string, random: Random): Promise<string> {
  const salt = random(16);
  const tag = await derived(password, salt, COST);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(salt)}$${plain(tag)}`;
}

const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** Takes as long whether there is such a user or not. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const found = FORM.exec(hash ?? "");
  const cost = found
    ? { memory: Number(found[1]), passes: Number(found[2]), parallelism: Number(found[3]) }
    : COST;
  const salt = Buffer.from(found?.[4] ?? "AAAAAAAAAAAAAAAAAAAAAA", "base64");
  const wanted = Buffer.from(found?.[5] ?? "", "base64");
  const tag = await derived(password, salt, cost);
  return found !== null && wanted.length === tag.length && timingSafeEqual(wanted, tag);
}

export const isOutdated = (hash: string): boolean =>
  !hash.startsWith(`$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$`);
