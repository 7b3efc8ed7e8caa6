import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureFolder } from "./folder.ts";
import { type CaseKeys, type StoreKey, linksOf } from "./access/case-names.ts";
import { CASE_KEY_HASHES, type CaseKeyHash } from "./access/keyed-hash.ts";
import type { Random } from "./access/secrets.ts";
import type { Keys } from "./http/deps.ts";
import { addedKeys, writeAddedKeys } from "./key-files.ts";

/**
 * The secrets of this deployment, made at first run in files that only the service's user can read, beside the database and
 * never in it: whoever copies the database alone cannot tell which case is which.
 * @param wanted how browsers are to hash; chosen at the first run, afterwards only by a rotation
 * @throws Error when a file is there and is not a key: making a new one would part every case from its past
 */
export function keysIn(folder: string, random: Random, wanted?: CaseKeyHash): Keys {
  ensureFolder(folder);
  const first = !existsSync(join(folder, "case-key.secret"));
  const caseKey = keyIn(folder, "case-key.secret", random);
  const caseKeyHash = hashIn(folder, wanted);
  let added = addedKeys(folder);
  if (first && !added) {
    added = { links: [], store: newStoreKey(caseKeyHash, random), former: [] };
    writeAddedKeys(folder, added);
  }
  const keys: CaseKeys = { caseKey, caseKeyHash, ...added };
  const known = linksOf(keys).at(-1)?.hash;
  if (wanted !== undefined && known !== wanted)
    throw new Error(
      `CASE_KEY_HASH: 本服务的办件编号以 ${known} 加密。要改用 ${wanted}，请停止服务，取消该设置，再执行 shixian keys rotate --hash ${wanted}。Case numbers are hashed with ${known}: unset it, and change the hash with shixian keys rotate --hash ${wanted}.`,
    );
  return { ...keys, seal: keyIn(folder, "seal-key.secret", random) };
}

export const newStoreKey = (hash: CaseKeyHash, random: Random): StoreKey => ({
  cipher: hash === "sm3" ? "sm4" : "aes256",
  secret: random(32),
});

/** The hash of the first link is chosen once, beside its secret. */
function hashIn(folder: string, wanted: CaseKeyHash | undefined): CaseKeyHash {
  const path = join(folder, "case-key.hash");
  const former = existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
  // installations from before there was a choice
  const known = former ?? (existsSync(join(folder, "shixian.db")) ? "sha256" : undefined);
  const hash = CASE_KEY_HASHES.find((each) => each === (known ?? wanted ?? "sha256"));
  if (!hash)
    throw new Error(
      "密钥文件 case-key.hash 已损坏，请从备份恢复。The key file case-key.hash is damaged: restore it from a backup.",
    );
  if (former === undefined) writeFileSync(path, `${hash}\n`, { mode: 0o600 });
  return hash;
}

function keyIn(folder: string, name: string, random: Random): Uint8Array {
  const path = join(folder, name);
  try {
    writeFileSync(path, `${Buffer.from(random(32)).toString("base64")}\n`, {
      mode: 0o600,
      flag: "wx",
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const key = Buffer.from(readFileSync(path, "utf8").trim(), "base64");
  if (key.length !== 32)
    throw new Error(
      `密钥文件 ${name} 已损坏，请从备份恢复。The key file ${name} is damaged: restore it from a backup.`,
    );
  return key;
}
