import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWindow, signIn, startBrowser } from "./browser.ts";
import { NOW, REWRITTEN_KEY } from "./seed.ts";
import { type Running, startService } from "./service.ts";

let service: Running;
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), startBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** What came to Chromium after 83, by the version that brought it. */
const NEWER = `
  for (const name of ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]) {
    delete Array.prototype[name]; // 92, 97, 110
    for (const typed of [Object.getPrototypeOf(Uint8Array.prototype)]) delete typed[name];
  }
  delete String.prototype.at; // 92
  delete String.prototype.replaceAll; // 85
  delete Object.hasOwn; // 93
  delete Object.groupBy; delete Map.groupBy; // 117
  delete Promise.any; delete Promise.withResolvers; delete Promise.try; // 85, 119, 128
  delete Intl.ListFormat.prototype.resolvedOptions; delete Intl.supportedValuesOf; // 99
  delete globalThis.structuredClone; // 98
  delete globalThis.WeakRef; delete globalThis.FinalizationRegistry; // 84
  delete globalThis.AggregateError; // 85
  delete AbortSignal.any; delete AbortSignal.timeout; delete AbortSignal.prototype.throwIfAborted; // 116, 103, 100
  delete URL.parse; delete URL.canParse; // 126, 120
  delete Crypto.prototype.randomUUID; // 92
  delete Element.prototype.replaceChildren; // 86
  delete globalThis.reportError; // 95
  delete globalThis.scheduler; // 94
`;

test("pages, drawings and evidence work in a browser without anything newer than Chromium 83 in its library", async () => {
  const { page, faults } = await openWindow(browser, service.address, NOW);
  await page.addInitScript(NEWER);
  await signIn(page, service.address, service.auditor);
  expect(await page.evaluate("typeof structuredClone")).toBe("undefined");
  await page.locator(".chart svg").first().waitFor();
  await page.goto(`${service.address}/reports/time-per-step?period=all`);
  await page.locator(".chart svg").nth(1).waitFor();
  await page.goto(`${service.address}/cases/${REWRITTEN_KEY}`);
  await page.getByRole("heading", { name: "历次查看" }).waitFor();
  expect(faults).toEqual([]);
});

test("script and style are lowered to Chromium 83", async () => {
  const html = await (await fetch(service.address)).text();
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path,
  );
  const texts = await Promise.all(
    files.map(async (path) => (await fetch(service.address + path)).text()),
  );
  const css = texts[files.findIndex((path) => path?.endsWith(".css"))] ?? "";
  const js = texts[files.findIndex((path) => path?.endsWith(".js"))] ?? "";
  expect(css.length).toBeGreaterThan(10_000);
  expect(js.length).toBeGreaterThan(100_000);
  // 88, 105, 87, 112; flexbox has had gap since 84
  expect(css).not.toMatch(/:(is|where|has)\(|[;{]inset:|&/);
  for (const [, rule] of css.matchAll(/\{([^{}]*)\}/g))
    if (/(^|;)display:(inline-)?flex/.test(rule ?? ""))
      expect(rule).not.toMatch(/(^|;)(row-|column-)?gap:/);
  // logical assignment 85, class fields 84 (private methods), static blocks 94
  expect(js).not.toMatch(/\?\?=|\|\|=|&&=|static\s*\{/);
});

test("one address asks for all its files from the service, and names no other", async () => {
  const html = await (await fetch(service.address)).text();
  expect(html).not.toMatch(/https?:|\/\//);
});
