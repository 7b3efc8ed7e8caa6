import { existsSync, readFileSync, readdirSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChromium } from "../../service/commands/chromium.ts";

const BUILT = new URL("../../.output/chrome-mv3/", import.meta.url);
const PAGE = readFileSync(new URL("../pages/list-header-apart.html", import.meta.url), "utf8");

/** What came to Chromium after 83. */
const NEWER = `
  for (const name of ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]) {
    delete Array.prototype[name];
    delete Object.getPrototypeOf(Uint8Array.prototype)[name];
  }
  delete String.prototype.at; delete String.prototype.replaceAll; delete String.prototype.toWellFormed;
  delete Object.hasOwn; delete Object.groupBy; delete Map.groupBy; delete Array.fromAsync;
  delete Promise.any; delete Promise.withResolvers; delete Promise.try;
  delete globalThis.structuredClone; delete globalThis.WeakRef; delete globalThis.FinalizationRegistry;
  delete AbortSignal.any; delete AbortSignal.timeout; delete AbortSignal.prototype.throwIfAborted;
  delete URL.parse; delete URL.canParse; delete globalThis.scheduler; delete globalThis.reportError;
  for (const { prototype } of [Element, Document, DocumentFragment]) delete prototype.replaceChildren;
  delete Element.prototype.checkVisibility; delete Set.prototype.union; delete Set.prototype.difference;
`;

/** As much of an extension's world as the scripts of a frame touch; the background puts in what is asked for. */
const WORLD = `
  const listening = { addListener() {}, removeListener() {} };
  globalThis.chrome = globalThis.browser = {
    runtime: {
      id: "x", getURL: (path) => path, getManifest: () => ({ version: "0" }), onMessage: listening,
      async sendMessage({ shixian, body }) {
        if (shixian === "script") await putIn(body.name);
        return shixian === "seen" ? [] : null;
      },
    },
    storage: { local: { get: async () => ({}), set: async () => {} }, onChanged: listening },
  };
`;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--no-sandbox", "--disable-gpu"],
  });
});
afterAll(() => browser.close());

const built = existsSync(new URL("content-scripts/portal.js", BUILT));

/** `a?.b(...c)`, which V8 before Chromium 91 gets wrong (its issue 11558). */
const SPREAD_BEHIND_OPTIONAL = /\?\.[\w$.]*(?:\[[^\]]*\])?\([^()]*\.\.\./;

test("the pattern finds what it looks for", () => {
  expect("a?.b(...c)").toMatch(SPREAD_BEHIND_OPTIONAL);
  expect("a?.(1,...c)").toMatch(SPREAD_BEHIND_OPTIONAL);
  expect("[...(a?.b??[])]").not.toMatch(SPREAD_BEHIND_OPTIONAL);
});

test.runIf(built)("no built script spreads arguments into an optional call", () => {
  const scripts = readdirSync(BUILT, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  expect(scripts.length).toBeGreaterThan(3);
  for (const name of scripts)
    expect(
      SPREAD_BEHIND_OPTIONAL.exec(readFileSync(new URL(name, BUILT), "utf8"))?.[0],
      name,
    ).toBeUndefined();
});

test.runIf(built)(
  "the built scripts read and mark a list in a browser without anything newer than Chromium 83 in its library",
  async () => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.exposeFunction("putIn", (name: string) =>
      page
        .addScriptTag({ content: readFileSync(new URL(`${name}.js`, BUILT), "utf8") })
        .then(() => null),
    );
    await page.addInitScript(NEWER + WORLD);
    await page.route("http://sp.qingyu.gov.cn/**", (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: PAGE }),
    );
    await page.goto("http://sp.qingyu.gov.cn/list");
    expect(await page.evaluate("typeof structuredClone + typeof [].at")).toBe("undefinedundefined");
    await page.addScriptTag({
      content: readFileSync(new URL("content-scripts/portal.js", BUILT), "utf8"),
    });
    await page.locator("shixian-summary").waitFor({ state: "attached", timeout: 15_000 });
    await expect.poll(() => page.locator("shixian-mark").count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  },
);
