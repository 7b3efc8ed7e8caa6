import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureFolder } from "./folder.ts";
import { CASE_KEY_HASHES, type CaseKeyHash } from "./access/keyed-hash.ts";
import type { Random } from "./access/secrets.ts";
import type { Keys } from "./http/deps.ts";

/**
 * The secrets of this deployment, made at first run in files that only the service's user can read, beside the database and
 * never in it: whoever copies the database alone cannot tell which case is which.
 * @throws Error when the file is there and is not a key: making a new one would part every case from its past
 */
export function keysIn(folder: string, random: Random, wanted?: CaseKeyHash): Keys {
  ensureFolder(folder);
  return {
    caseKey: keyIn(folder, "case-key.secret", random),
    caseKeyHash: hashIn(folder, wanted),
    seal: keyIn(folder, "seal-key.secret", random),
  };
}

/**
 * The hash is chosen once, beside the key: with another one every case would have another name.
 * @throws Error when another is wanted later
 */
function hashIn(folder: string, wanted: CaseKeyHash | undefined): CaseKeyHash {
  const path = join(folder, "case-key.hash");
  const former = existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
  // installations from before there was a choice
  const known = former ?? (existsSync(join(folder, "shixian.db")) ? "sha256" : undefined);
  if (known !== undefined && wanted !== undefined && known !== wanted)
    throw new Error(
      `CASE_KEY_HASH: 本服务的办件编号自始以 ${known} 加密，不能改为 ${wanted}：改后新旧办件无法对应。请取消该设置。Case numbers have been hashed with ${known} from the start: unset it.`,
    );
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
