import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const ROOT = new URL("../..", import.meta.url).pathname;
const BUILT = join(ROOT, ".output/reader.js");
const SOURCES = ["extension/reader", "shared"];

/** The built reader's source text; built when it is missing or older than what it is made of. @throws when it cannot be built. */
export async function readerScript(): Promise<string> {
  if (
    !existsSync(BUILT) ||
    SOURCES.some((folder) => newest(join(ROOT, folder)) > statSync(BUILT).mtimeMs)
  )
    await build();
  return readFile(BUILT, "utf8");
}

function newest(folder: string): number {
  if (!existsSync(folder)) return 0; // an installation without sources keeps what was built
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}

async function build(): Promise<void> {
  const vite = await import("vite");
  await vite.build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      target: "chrome83",
      outDir: join(ROOT, ".output"),
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: join(ROOT, "extension/reader/inject.ts"),
        formats: ["iife"],
        name: "shixianReaderScript",
        fileName: () => "reader.js",
      },
    },
  });
}
