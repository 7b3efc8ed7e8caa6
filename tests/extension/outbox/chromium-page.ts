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
    /**
     * A fresh profile; `reopen` loses all memory and keeps the disk, as a killed worker does.
     * @param room bytes that the disk has for it; a browser asks for that only when a database is first opened
     */
    async world(room?: number) {
      const context = await browser.newContext();
      if (room !== undefined) {
        // the limit lasts as long as the page that asked for it
        const session = await context.newCDPSession(await context.newPage());
        await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: room });
      }
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
        /** Kills the worker at the n-th touch of disk or key of a call; `false` when the call ended before it touched so often. */
        async killedAt(
          n: number,
          what: (outbox: Driver, given: never) => unknown,
          given?: unknown,
        ): Promise<boolean> {
          const hanging = page
            .waitForEvent("console", (message) => message.text() === "hanging")
            .then(() => true);
          hanging.catch(() => undefined); // the page closes under the wait when the call ends first
          const ended = page
            .evaluate(
              `(async () => { globalThis.outbox.hangAt(${n}); await (${String(what)})(globalThis.outbox, ${JSON.stringify(given ?? null)}) })()`,
            )
            .then(
              () => false,
              () => true,
            );
          const killed = await Promise.race([hanging, ended]);
          await page.close();
          page = await open();
          return killed;
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
