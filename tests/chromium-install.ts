import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findChromium } from "../service/commands/chromium.ts";

/**
 * A Chromium that starts and takes extensions: the one that is there, else one from the distribution (Debian as root),
 * else Playwright's own. Branded Chrome and Edge refuse `--load-extension`, so they do not serve here.
 * @returns its path. @throws Error with what to do, in Chinese and English, when none can be had.
 */
export function ensureChromium(): string {
  const found = usable();
  if (found) return found;
  if (process.env.SHIXIAN_CHROMIUM)
    throw new Error(
      `SHIXIAN_CHROMIUM 指明的浏览器无法启动或不支持加载扩展。SHIXIAN_CHROMIUM does not start or takes no extension: ${process.env.SHIXIAN_CHROMIUM}`,
    );
  const tried: string[] = [];
  for (const [name, install] of [
    ["apt-get install chromium fonts-noto-cjk", fromDebian],
    ["npx playwright-core install chromium", fromPlaywright],
  ] as const) {
    console.log(`未找到 Chromium，正在安装（No Chromium found, installing）：${name}`);
    const failure = install();
    const now = usable();
    if (now) return now;
    tried.push(`  ${name}: ${failure ?? "装好后仍无法启动 (installed, but it does not start)"}`);
  }
  throw new Error(
    [
      "没有可用的 Chromium。请安装 Chromium，或用环境变量 SHIXIAN_CHROMIUM 指明其路径，然后重试。",
      "No usable Chromium. Install Chromium, or name its path in SHIXIAN_CHROMIUM, and try again.",
      "（官方版 Chrome 与 Edge 不允许命令行加载扩展。Branded Chrome and Edge do not load extensions from the command line.）",
      ...tried,
    ].join("\n"),
  );
}

/** Chinese glyphs for screenshots; without them the pages still work, so a failure costs nothing but squares. */
export function ensureChineseFonts(): void {
  const listed = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  if (listed.error || listed.stdout.trim() || !isRootOnDebian()) return;
  apt("fonts-noto-cjk");
}

function usable(): string | undefined {
  const path = findChromium();
  if (!path) return undefined;
  const asked = spawnSync(path, ["--version", "--no-sandbox"], {
    encoding: "utf8",
    timeout: 20_000,
  });
  if (asked.status !== 0) return undefined;
  const branded = /Google Chrome(?! for Testing)|Microsoft Edge/.test(asked.stdout);
  return branded ? undefined : path;
}

const isRootOnDebian = (): boolean =>
  process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");

function fromDebian(): string | undefined {
  if (!isRootOnDebian()) return "仅适用于 Debian 系统的 root 用户 (only as root on Debian)";
  return apt("chromium", "fonts-noto-cjk");
}

function apt(...packages: string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: string[]) =>
    spawnSync("apt-get", args, { encoding: "utf8", env, timeout: 600_000 });
  run("update", "-q");
  const done = run("install", "-y", "-q", "--no-install-recommends", ...packages);
  return done.status === 0 ? undefined : lastLine(done.stderr);
}

function fromPlaywright(): string | undefined {
  const cli = fileURLToPath(new URL("../node_modules/playwright-core/cli.js", import.meta.url));
  const done = spawnSync(process.execPath, [cli, "install", "--no-shell", "chromium"], {
    encoding: "utf8",
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "20000" },
    timeout: 600_000,
  });
  return done.status === 0 ? undefined : lastLine(done.stderr || done.stdout);
}

const lastLine = (text: string): string => text.trim().split("\n").at(-1)?.trim() ?? "";
