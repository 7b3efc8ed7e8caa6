import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";

import { basename, dirname, resolve } from "node:path";
import { ensureFolder } from "../folder.ts";
import type { Database } from "./database.ts";
import { openFile } from "./file.ts";
import { databasePath, serving } from "./lock.ts";
import { type Verified, verifyLog } from "./verify.ts";

/**
 * Copies an embedded database while it is served, reads the copy through, and only then gives it its name and a SHA-256 beside it.
 * @throws Error when the copy is not whole; nothing bears the name then
 */
export async function backup(db: Database, file: string): Promise<Verified> {
  if (db.kind !== "file")
    throw new Error(
      "数据库在 libSQL 服务器上，请用该服务器自身的备份（GET /dump）。The database is on a libSQL server: back it up there (GET /dump).",
    );
  const path = resolve(file);
  ensureFolder(dirname(path));
  const making = `${path}.partial`;
  rmSync(making, { force: true });
  await db.values("VACUUM INTO ?", [making]);
  // as the database itself: for nobody else to read
  chmodSync(making, 0o600);
  const verified = await wholeOrNot(making);
  flush(making);
  renameSync(making, path);
  writeFileSync(`${path}.sha256`, `${await sha256(path)}  ${basename(path)}\n`);
  return verified;
}

/**
 * Puts a backup in the database's place. The one that was there is kept beside it.
 * @throws Error when the backup is damaged, a service runs, or a database is there and `replace` is not said
 */
export async function restore(
  file: string,
  url: string,
  { replace, now }: { replace: boolean; now: number },
): Promise<Verified> {
  const path = databasePath(url);
  if (path === undefined)
    throw new Error("只能恢复到 file: 数据库。Only a file: database can be restored to.");
  const pid = serving(url);
  if (pid !== undefined)
    throw new Error(`请先停止服务（进程 ${pid}）。Stop the service (process ${pid}) first.`);
  if (existsSync(path) && !replace)
    throw new Error(
      "数据库已存在；确认替换请加 --replace，原库会另存。There is a database already: --replace keeps it aside.",
    );
  const stated = readSha256(file);
  if (stated !== undefined && stated !== (await sha256(file)))
    throw new Error(
      "备份与其 .sha256 不符，已损坏。The backup does not match its .sha256: it is damaged.",
    );
  ensureFolder(dirname(path));
  const making = `${path}.restoring`;
  copyFileSync(file, making);
  const verified = await wholeOrNot(making);
  flush(making);
  if (existsSync(path)) renameSync(path, `${path}.before-${now}`);
  // what the former database had not yet written home belongs to it and not to this one
  for (const tail of ["-wal", "-shm"])
    if (existsSync(path + tail)) renameSync(path + tail, `${path}.before-${now}${tail}`);
  renameSync(making, path);
  return verified;
}

async function wholeOrNot(path: string): Promise<Verified> {
  let verified: Verified;
  try {
    const copy = openFile(path);
    try {
      verified = await verifyLog(copy);
      await copy.values("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      await copy.close();
      // all of it has been written home
      for (const tail of ["-wal", "-shm"]) rmSync(path + tail, { force: true });
    }
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
  if (verified.faults.length === 0) return verified;
  rmSync(path, { force: true });
  throw new Error(`备份不完整。The backup is not whole: ${verified.faults.join("; ")}`);
}

function flush(path: string): void {
  const handle = openSync(path, "r+");
  fsyncSync(handle);
  closeSync(handle);
}

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(path)) hash.update(bytes as Uint8Array);
  return hash.digest("hex");
}

function readSha256(path: string): string | undefined {
  const beside = `${path}.sha256`;
  return existsSync(beside) ? readFileSync(beside, "utf8").split(/\s/)[0] : undefined;
}
