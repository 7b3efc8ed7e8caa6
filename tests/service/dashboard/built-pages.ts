import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const HOUSE = fileURLToPath(new URL("../../../", import.meta.url));
const PREFIX = "shixian-pages-";
const DAY = 86_400_000;

/**
 * The dashboard as it is now, built once for all test files that ask for it: the first builds, the others wait for it. What it is built
 * from names the folder, so that a changed line is another folder.
 */
export async function builtPages(): Promise<string> {
  const pages = join(tmpdir(), `${PREFIX}${digest()}`);
  const turn = `${pages}.building`;
  while (!existsSync(pages)) {
    if (!taken(turn)) {
      await new Promise((resume) => setTimeout(resume, 200));
      continue;
    }
    try {
      if (!existsSync(pages)) await make(pages);
    } finally {
      rmSync(turn, { recursive: true, force: true });
    }
  }
  return pages;
}

async function make(pages: string): Promise<void> {
  const unfinished = `${pages}.${process.pid}`;
  await build({
    configFile: join(HOUSE, "service/dashboard/vite.config.ts"),
    logLevel: "error",
    build: { outDir: unfinished },
  });
  renameSync(unfinished, pages);
  for (const name of readdirSync(tmpdir())) {
    const other = join(tmpdir(), name);
    if (name.startsWith(PREFIX) && other !== pages && ageOf(other) > DAY)
      rmSync(other, { recursive: true, force: true });
  }
}

/** Whether it is our turn; that of a process which is no longer there is given back. */
function taken(turn: string): boolean {
  try {
    mkdirSync(turn);
    writeFileSync(join(turn, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    const file = join(turn, "pid");
    const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : Number.NaN;
    if (ageOf(turn) > 2000 && !isAlive(holder)) rmSync(turn, { recursive: true, force: true });
    return false;
  }
}

/** ms; 0 of what somebody has just removed */
const ageOf = (path: string): number =>
  Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // no such process, or one of somebody else, who does not build our pages
    return false;
  }
}

function digest(): string {
  const all = createHash("sha256").update(process.version);
  for (const folder of ["service", "shared"]) {
    const names = readdirSync(join(HOUSE, folder), { recursive: true, encoding: "utf8" }).sort();
    for (const name of names) {
      const path = join(HOUSE, folder, name);
      if (/\.(?:ts|tsx|css|html|svg|json)$/.test(name) && statSync(path).isFile())
        all.update(name).update(readFileSync(path));
    }
  }
  return all
    .update(readFileSync(join(HOUSE, "package-lock.json")))
    .digest("hex")
    .slice(0, 16);
}
