import { existsSync, readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const BUILT = new URL("../../.output/chrome-mv3/", import.meta.url);
const BUDGET = 60_000;
const scripts = [
  "content-scripts/portal.js",
  ...(existsSync(BUILT)
    ? readdirSync(BUILT).filter((name) => name.endsWith(".js") && name !== "background.js")
    : ["marks.js"]),
];

test.each(scripts)("what a frame loads stays below 60 kB gzip: %s", (name) => {
  const file = new URL(name, BUILT);
  if (!existsSync(file)) {
    console.warn(`NOT MEASURED: ${name} is not built; npm run build`);
    return;
  }
  const size = gzipSync(readFileSync(file)).length;
  expect(size).toBeGreaterThan(500);
  expect(size).toBeLessThan(BUDGET);
});
