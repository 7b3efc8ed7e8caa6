import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Page } from "playwright-core";
import { build } from "vite";
import { findChromium } from "../../../service/commands/chromium.ts";
import type { Driver } from "./driver.ts";

/** One Chromium with the outbox built into it; each `world` is a fresh profile. */
export async function outboxPages() {
  const entry = new URL("driver.ts", import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "driver" } },
  });
  const output = Array.isArray(built) ? built[0] : built;
  const code = output && "output" in output ? output.output[0].code : "";
  const server = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end("<!doctype html><title>outbox</title>"),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

  return {
    /** A fresh profile; `reopen` loses all memory and keeps the disk, as a killed worker does. */
    async world() {
      const context = await browser.newContext();
      const open = async (): Promise<Page> => {
        const page = await context.newPage();
        await page.goto(origin);
        await page.addScriptTag({ content: code });
        return page;
      };
      let page = await open();
      return {
        call: <T>(
          what: (outbox: Driver, given: never) => Promise<T> | T,
          given?: unknown,
        ): Promise<T> =>
          page.evaluate(
            `(${String(what)})(globalThis.outbox, ${JSON.stringify(given ?? null)})`,
          ) as Promise<T>,
        /** starts a call and closes the page after so many ms without waiting for it */
        async killAfter(
          ms: number,
          what: (outbox: Driver, given: never) => unknown,
          given?: unknown,
        ) {
          void page
            .evaluate(`void (${String(what)})(globalThis.outbox, ${JSON.stringify(given ?? null)})`)
            .catch(() => undefined);
          await new Promise((resolve) => setTimeout(resolve, ms));
          await page.close();
          page = await open();
        },
        close: () => context.close(),
      };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
