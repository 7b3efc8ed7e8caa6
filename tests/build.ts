import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Product {
  name: string;
  made: string;
  from: readonly string[];
  command: readonly string[];
}

const PRODUCTS: readonly Product[] = [
  {
    name: "扩展 extension",
    made: ".output/chrome-mv3/manifest.json",
    from: ["extension", "shared", "wxt.config.ts", "package-lock.json"],
    command: ["wxt/bin/wxt.mjs", "build"],
  },
  {
    name: "看板 dashboard",
    made: "service/dashboard/dist/index.html",
    from: ["service/dashboard", "shared", "package-lock.json"],
    command: ["vite/bin/vite.js", "build", "--config", "service/dashboard/vite.config.ts"],
  },
];

/** Builds what is older than its sources. @throws Error with the builder's words when one fails. */
export function buildWhenStale(say: (line: string) => void = console.log): void {
  for (const { name, made, from, command } of PRODUCTS) {
    const target = join(root, made);
    if (
      existsSync(target) &&
      statSync(target).mtimeMs > Math.max(...from.map((each) => newest(join(root, each))))
    )
      continue;
    const start = Date.now();
    const [program = "", ...args] = command;
    const done = spawnSync(process.execPath, [join(root, "node_modules", program), ...args], {
      cwd: root,
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(`${name}:\n${done.stdout}\n${done.stderr}`);
    say(`${name} ✓ ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
}

function newest(path: string): number {
  const at = statSync(path);
  if (!at.isDirectory()) return at.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path)
      .filter((name) => name !== "dist" && name !== "node_modules")
      .map((name) => newest(join(path, name))),
  );
}
