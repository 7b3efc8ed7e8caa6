import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

export const ROOT = new URL("../..", import.meta.url).pathname;

/** Every file that git tracks or would track, from the root, with forward slashes. */
export const files = (): string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => file !== "");

export const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

export interface Import {
  file: string;
  /** the imported file from the root, or the package's name */
  target: string;
  ours: boolean;
  typeOnly: boolean;
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** What a source file imports, read as text: enough to see which room depends on which. */
export function imports(file: string): Import[] {
  return [...read(file).matchAll(IMPORT)].map(([, type, from, dynamic]) => {
    const name = from ?? dynamic ?? "";
    const ours = name.startsWith(".") || name.startsWith("#");
    const target = name.startsWith("#")
      ? name.slice(1)
      : name.startsWith(".")
        ? normalize(join(dirname(file), name))
        : name;
    return { file, target, ours, typeOnly: type !== undefined };
  });
}

export const sources = (under: string): string[] =>
  files().filter((file) => file.startsWith(under) && /\.tsx?$/.test(file));
