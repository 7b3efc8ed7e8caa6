import { chromium } from "playwright-core";
import { build } from "vite";
import { ensureChromium } from "../../chromium-install.ts";
import type { Driver } from "./driver.ts";

/** One Chromium with the driver in every page; scripts of the pages themselves do not run. */
export async function readerPage() {
  const entry = new URL("driver.ts", import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "driver" } },
  });
  const output = Array.isArray(built) ? built[0] : built;
  const code = output && "output" in output ? output.output[0].code : "";
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 },
    offline: true,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  return {
    page,
    async show(html: string): Promise<void> {
      await page.setContent(html, { waitUntil: "domcontentloaded" });
      await page.evaluate(code);
    },
    async open(url: string): Promise<void> {
      await page.goto(url, { waitUntil: "domcontentloaded" });
      await page.evaluate(code);
    },
    /** calls the driver in the page */
    call: <K extends keyof Driver>(
      name: K,
      ...args: Parameters<Driver[K]>
    ): Promise<ReturnType<Driver[K]>> =>
      page.evaluate(
        `globalThis.shixianDriver[${JSON.stringify(name)}](...${JSON.stringify(args)})`,
      ) as Promise<ReturnType<Driver[K]>>,
    close: () => browser.close(),
  };
}
export type ReaderPage = Awaited<ReturnType<typeof readerPage>>;
