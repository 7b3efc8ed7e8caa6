import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureFolder } from "./folder.ts";
import type { Random } from "./access/secrets.ts";
import type { Keys } from "./http/deps.ts";

/**
 * The secrets of this deployment, made at first run in files that only the service's user can read, beside the database and
 * never in it: whoever copies the database alone cannot tell which case is which.
 * @throws Error when the file is there and is not a key: making a new one would part every case from its past
 */
export function keysIn(folder: string, random: Random): Keys {
  ensureFolder(folder);
  return {
    caseKey: keyIn(folder, "case-key.secret", random),
    seal: keyIn(folder, "seal-key.secret", random),
  };
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
