import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readerScript } from "../commands/reader-script.ts";
import { digestOf } from "../import/file-device.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), devOptional: z.boolean().optional() }),
  ),
});
const packageFile = z.looseObject({ version: z.string() });

/**
 * One archive that installs on a machine without internet: the service, its production packages, the built pages and extension, the page
 * reader, and the Node that made it. It runs on the system and architecture on which it was made.
 * @param folder where it is put, with its SHA-256 beside it
 * @returns the archive's path
 * @throws Error when something has not been built
 */
export async function bundle(folder: string): Promise<string> {
  const about = packageFile.parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
  const name = `shixian-${about.version}-${process.platform}-${process.arch}`;
  const built = join(ROOT, ".output");
  const extensions = existsSync(built)
    ? readdirSync(built).filter((each) => /^(chrome|edge|firefox)-mv[23]$/.test(each))
    : [];
  if (!existsSync(join(ROOT, "service/dashboard/dist/index.html")) || extensions.length === 0)
    throw new Error(
      "网页或扩展尚未构建，请先执行 npm run build。The pages or the extension are not built: npm run build.",
    );
  const work = mkdtempSync(join(tmpdir(), "shixian-bundle-"));
  try {
    const into = join(work, name);
    mkdirSync(join(into, "runtime"), { recursive: true });
    const copy = (from: string, to = from, wanted: (path: string) => boolean = () => true): void =>
      cpSync(join(ROOT, from), join(into, to), {
        recursive: true,
        preserveTimestamps: true,
        filter: (path) => wanted(relative(ROOT, path)),
      });
    copy("service", "service", needed);
    copy("shared");
    for (const each of extensions) copy(`.output/${each}`, `extension/${each}`);
    for (const path of productionPackages())
      copy(
        path,
        path,
        (each) => each === path || !each.slice(path.length + 1).startsWith("node_modules"),
      );
    for (const file of ["README.md", "README.zh-CN.md"])
      if (existsSync(join(ROOT, file))) copy(file);
    const { scripts: _, devDependencies: __, knip: ___, ...rest } = about;
    writeFileSync(join(into, "package.json"), `${JSON.stringify(rest, null, 2)}\n`);
    mkdirSync(join(into, ".output"));
    // written last: it must not look older than what it is made of
    writeFileSync(join(into, ".output/reader.js"), await readerScript());
    for (const file of ["shixian", "install.sh"]) {
      copyFileSync(join(ROOT, "service/deploy", file), join(into, file));
      chmodSync(join(into, file), 0o755);
    }
    copyFileSync(process.execPath, join(into, "runtime/node"));
    chmodSync(join(into, "runtime/node"), 0o755);

    mkdirSync(folder, { recursive: true });
    const archive = join(folder, `${name}.tar.gz`);
    const owner = ["--owner=0", "--group=0", "--numeric-owner"];
    const { status, stderr } = spawnSync("tar", ["-czf", archive, ...owner, "-C", work, name]);
    if (status !== 0) throw new Error(`tar: ${String(stderr)}`);
    writeFileSync(`${archive}.sha256`, `${await digestOf(archive)}  ${name}.tar.gz\n`);
    return archive;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Of the pages only what was built; how it was built stays with whoever builds. */
const needed = (path: string): boolean =>
  !path.startsWith("service/dashboard/") || /^service\/dashboard\/dist(\/|$)/.test(path);

/** What the lock file calls neither for development nor for another platform. */
function productionPackages(): string[] {
  const lock = lockFile.parse(JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")));
  return Object.entries(lock.packages)
    .filter(
      ([path, { dev, devOptional }]) =>
        path.startsWith("node_modules/") && !dev && !devOptional && existsSync(join(ROOT, path)),
    )
    .map(([path]) => path);
}

if (import.meta.main)
  process.stdout.write(`${await bundle(process.argv[2] ?? join(ROOT, ".output"))}\n`);
