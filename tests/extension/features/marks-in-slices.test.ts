import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { TECHNOLOGIES } from "../../bench/reading/pages.ts";
import { type ReaderBrowser, readerBrowser } from "../reader/chromium.ts";
import type { MarkDriver } from "./in-page.ts";

type InPage = { driver: MarkDriver };
const ROWS = 600;
const folder = mkdtempSync(join(tmpdir(), "shixian-marks-"));
let browser: ReaderBrowser;
let page: Page;

beforeAll(async () => {
  browser = await readerBrowser(new URL("in-page.ts", import.meta.url).href);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await page?.close();
  await list(ROWS);
});

async function list(rows: number): Promise<void> {
  const file = join(folder, "list.html");
  writeFileSync(file, TECHNOLOGIES["header and body apart"]?.(rows) ?? "");
  page = await browser.open(pathToFileURL(file).href);
  expect(await page.evaluate(() => (globalThis as unknown as InPage).driver.read())).toBe(rows);
}
const show = (between?: "reuse" | "stop") =>
  page.evaluate((how) => (globalThis as unknown as InPage).driver.show(how), between);
const marked = () => page.evaluate(() => (globalThis as unknown as InPage).driver.marked());

test("in a long list what is near the view is marked first, and the rest when it comes near", async () => {
  await show();
  const first = await marked();
  expect(first.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, i) => i));
  expect(first.length).toBeLessThan(ROWS / 2);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect.poll(marked, { timeout: 10_000 }).toContain(ROWS - 1);
});

test("what is printed is marked whole", async () => {
  await show();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  expect(await marked()).toHaveLength(ROWS);
});

test("every row of a list of a usual length is marked, in view or not", async () => {
  await page.close();
  await list(150);
  await show();
  expect(await marked()).toHaveLength(150);
});

test("a row that says something else since it was read bears no mark", async () => {
  await show("reuse");
  const first = await marked();
  expect(first).not.toContain(0);
  expect(first).not.toContain(2);
  expect(first).toContain(3);
});

test("switched off half-way, nothing is left and nothing follows", async () => {
  await show("stop");
  await page.evaluate(() => window.scrollTo(0, 2000));
  await page.waitForTimeout(300);
  expect(await marked()).toEqual([]);
});
