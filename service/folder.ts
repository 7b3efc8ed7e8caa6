import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** Makes a folder and those above it, one by one: Node's own recursive form never returns where the file system says no in its own way (`/proc`). */
export function ensureFolder(path: string, mode = 0o700): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) ensureFolder(above, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // another process may have made it meanwhile
    if (existsSync(path)) return;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Error(
      `无法建立目录 ${path}（${code}）。The folder ${path} cannot be made (${code}).`,
    );
  }
}
