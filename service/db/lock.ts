import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureFolder } from "../folder.ts";

/** Path of an embedded database; `undefined` for a server's. */
export function databasePath(url: string): string | undefined {
  if (!url.startsWith("file:")) return undefined;
  return resolve(url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length));
}

/** The process that serves this database now, if there is one. */
export function serving(url: string): number | undefined {
  const path = databasePath(url);
  if (path === undefined) return undefined;
  let held: string;
  try {
    held = readFileSync(`${path}.lock`, "utf8");
  } catch {
    // no lock file: nobody serves
    return undefined;
  }
  const pid = Number(held.split(" ")[0]);
  return pid !== process.pid && alive(pid) && identity(pid) === held ? pid : undefined;
}

/** A number may belong to another process after a restart, above all in a container: its start tells them apart, where one can see it. */
function identity(pid: number): string {
  try {
    // the name in brackets may hold anything; 22 is the start time
    const since = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[19];
    return `${pid} ${since}`;
  } catch {
    return `${pid} `;
  }
}

/**
 * One service to an embedded file: two that checkpoint beside each other are what SQLite before 3.51.3, libSQL's included, can lose
 * pages to. What a killed service left is taken over. @returns what gives it up again @throws Error when another one serves it
 */
export function lockDatabase(url: string): () => void {
  const path = databasePath(url);
  if (path === undefined) return () => undefined;
  const other = serving(url);
  if (other !== undefined)
    throw new Error(
      `数据库正由另一个服务进程（${other}）使用。多个进程请改用 libSQL 服务器。Another service (process ${other}) uses this database: for several, use a libSQL server.`,
    );
  ensureFolder(dirname(path));
  writeFileSync(`${path}.lock`, identity(process.pid), { mode: 0o600 });
  return () => rmSync(`${path}.lock`, { force: true });
}

function alive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // it is there and is not ours to signal
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
