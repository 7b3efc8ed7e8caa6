import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/**
 * The browser to read pages with: SHIXIAN_CHROMIUM, a Chromium of the system, Playwright's own, then Chrome or Edge.
 * A path named in SHIXIAN_CHROMIUM is taken as it is, also when nothing is there: a wrong wish is not quietly overruled.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.SHIXIAN_CHROMIUM) return env.SHIXIAN_CHROMIUM;
  return [
    ...onPath(env, ["chromium", "chromium-browser"]),
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ...playwrightOwn(env),
    ...onPath(env, ["google-chrome", "google-chrome-stable", "microsoft-edge"]),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ...[env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].flatMap((folder) =>
      folder
        ? [
            join(folder, "Chromium/Application/chrome.exe"),
            join(folder, "Google/Chrome/Application/chrome.exe"),
            join(folder, "Microsoft/Edge/Application/msedge.exe"),
          ]
        : [],
    ),
  ].find((path) => existsSync(path));
}

const onPath = (env: NodeJS.ProcessEnv, names: string[]): string[] =>
  names.flatMap((name) => (env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)));

/** Playwright keeps each browser build in a folder `chromium-<build>`; the newest first. */
function playwrightOwn(env: NodeJS.ProcessEnv): string[] {
  const caches = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), ".cache/ms-playwright"),
    join(homedir(), "Library/Caches/ms-playwright"),
    env.LOCALAPPDATA && join(env.LOCALAPPDATA, "ms-playwright"),
  ];
  return caches.flatMap((cache) => {
    if (!cache || !existsSync(cache)) return [];
    const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
    return builds
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((build) =>
        readdirSync(join(cache, build)).flatMap((platform) =>
          [
            "chrome",
            "chrome.exe",
            "Chromium.app/Contents/MacOS/Chromium",
            "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
          ].map((program) => join(cache, build, platform, program)),
        ),
      );
  });
}
