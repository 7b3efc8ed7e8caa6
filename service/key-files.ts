import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { CaseKeys, StoreKey } from "./access/case-names.ts";
import { CASE_KEY_HASHES } from "./access/keyed-hash.ts";

/** What was added to the first case-key secret since: links, store key, and former store keys. */
const NOW = "case-keys.secret";
/** The same as a rotation under way will leave it. */
const NEXT = "case-keys.next.secret";

const secret = z
  .string()
  .transform((text) => Uint8Array.from(Buffer.from(text, "base64")))
  .refine((bytes) => bytes.length === 32);
const store = z.object({ cipher: z.enum(["aes256", "sm4"]), secret }).nullable();
const shape = z.strictObject({
  links: z.array(z.object({ hash: z.enum(CASE_KEY_HASHES), secret })),
  store,
  former: z.array(z.object({ version: z.int().min(1), store })),
});

type Added = Pick<CaseKeys, "links" | "store" | "former">;

/** @throws Error when the file is there and is damaged */
function read(folder: string, name: string): Added | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  try {
    return shape.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // zod's and JSON's own words may hold what stood there
    throw new Error(
      `密钥文件 ${name} 已损坏，请从备份恢复。The key file ${name} is damaged: restore it from a backup.`,
    );
  }
}

export const addedKeys = (folder: string): Added | undefined => read(folder, NOW);
export const nextKeys = (folder: string): Added | undefined => read(folder, NEXT);
export const writeAddedKeys = (folder: string, added: Added): void => write(folder, NOW, added);
export const writeNextKeys = (folder: string, added: Added): void => write(folder, NEXT, added);

/** The rotation is done: its keys are those of today. */
export function nextBecomeNow(folder: string): void {
  renameSync(join(folder, NEXT), join(folder, NOW));
  flush(folder);
}

/** The rotation is not to be gone on with. */
export const dropNext = (folder: string): void => rmSync(join(folder, NEXT), { force: true });

/** Whole or not at all, and on disk: without this file nobody finds a case again. */
function write(folder: string, name: string, added: Added): void {
  const path = join(folder, name);
  rmSync(`${path}.new`, { force: true });
  const handle = openSync(`${path}.new`, "wx", 0o600);
  writeSync(handle, `${JSON.stringify(coded(added))}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${path}.new`, path);
  flush(folder);
}

function coded({ links = [], store: kept = null, former = [] }: Added): z.input<typeof shape> {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  const ofStore = (each: StoreKey | null): z.input<typeof store> =>
    each && { cipher: each.cipher, secret: base64(each.secret) };
  return {
    links: links.map((each) => ({ hash: each.hash, secret: base64(each.secret) })),
    store: ofStore(kept),
    former: former.map((each) => ({ version: each.version, store: ofStore(each.store) })),
  };
}

/** A name is on disk when its folder is. */
function flush(folder: string): void {
  // only Windows cannot open one, and needs not
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
