import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TECHNOLOGIES } from "../../../bench/reading/pages.ts";
import { type ReaderBrowser, readerBrowser } from "../chromium.ts";
import type { Again } from "./in-page.ts";

/** `SHIXIAN_AGAIN=500` changes each page as often */
const STEPS = Number(process.env.SHIXIAN_AGAIN ?? 30);
const SEED = Number(process.env.SHIXIAN_SEED ?? 7);

let browser: ReaderBrowser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "shixian-again-"));
  browser = await readerBrowser(new URL("in-page.ts", import.meta.url).href);
}, 60_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(Object.entries(TECHNOLOGIES))(
  "after any changes of a %s, what is kept of untouched rows and what is read afresh say the same",
  async (_, draw) => {
    const file = join(folder, "page.html");
    writeFileSync(file, draw(24));
    const page = await browser.open(pathToFileURL(file).href);
    const different = await page.evaluate(
      ({ seed, steps }) => (globalThis as unknown as { again: Again }).again.compare(seed, steps),
      { seed: SEED, steps: STEPS },
    );
    await page.close();
    expect(different).toEqual([]);
  },
  120_000,
);
