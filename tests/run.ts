import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { buildWhenStale } from "./build.ts";
import { ensureChineseFonts, ensureChromium } from "./chromium-install.ts";

/** What `npm test` runs: a browser, the built extension, every test. Words after `--` go to vitest (`npm test -- outbox`). */
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, ".output/tests");
const wanted = process.argv.slice(2);

/** What vitest's JSON report tells, as far as it is used here. */
interface Told {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
  testResults?: { status: string; assertionResults: { status: string }[] }[];
}

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

function vitest(name: string, config: string): Tally {
  const report = join(folder, `${name}.json`);
  rmSync(report, { force: true });
  const done = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "--config",
      config,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...(wanted.length > 0 ? ["--passWithNoTests", ...wanted] : []),
    ],
    { cwd: root, stdio: "inherit" },
  );
  const told: Told = existsSync(report) ? (JSON.parse(readFileSync(report, "utf8")) as Told) : {};
  // A file that does not load holds no test that could fail: it counts as one.
  const unloaded = (told.testResults ?? []).filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const tally = {
    passed: told.numPassedTests ?? 0,
    failed: (told.numFailedTests ?? 0) + unloaded.length,
    skipped: (told.numPendingTests ?? 0) + (told.numTodoTests ?? 0),
  };
  // A fault outside any test fails no test and yet is a failure.
  if (done.status !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}

mkdirSync(folder, { recursive: true });
const start = Date.now();
console.log(`Chromium: ${ensureChromium()}`);
ensureChineseFonts();
buildWhenStale();
const parts = [
  vitest("unit", "tests/vitest.config.ts"),
  vitest("e2e", "tests/e2e/vitest.config.ts"),
];
const sum = (key: keyof Tally): number => parts.reduce((all, part) => all + part[key], 0);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`\n${((Date.now() - start) / 1000).toFixed(0)} s`);
console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
process.exitCode = sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;
