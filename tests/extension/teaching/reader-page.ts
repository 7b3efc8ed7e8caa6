import { readFileSync } from "node:fs";
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
  await page.evaluate(code);
  /** written over what is there, so that the driver stays and nothing is waited for */
  const write = async (html: string): Promise<void> => {
    document.open();
    document.write(html);
    document.close();
    const frames = document.querySelector("iframe") !== null;
    const there = (): boolean =>
      frames ? document.readyState === "complete" : document.readyState !== "loading";
    while (!there())
      await new Promise((changed) =>
        document.addEventListener("readystatechange", changed, { once: true }),
      );
  };
  return {
    page,
    show: (html: string): Promise<void> => page.evaluate(write, html),
    open: (url: string): Promise<void> => page.evaluate(write, readFileSync(new URL(url), "utf8")),
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
