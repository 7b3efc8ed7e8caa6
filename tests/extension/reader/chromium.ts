import { fileURLToPath } from "node:url";
import { type Browser, type Page, chromium } from "playwright-core";
import { build } from "vite";
import { findChromium } from "../../../service/commands/chromium.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export interface ReaderBrowser {
  /** a page with the reader in it, as `globalThis.reader` */
  open(address: string): Promise<Page>;
  close(): Promise<void>;
}

/** Real Chromium with the reader's own source, built as the extension builds it. `entry` is what stands in the page. */
export async function readerBrowser(entry = "in-page.ts"): Promise<ReaderBrowser> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      target: "chrome83",
      write: false,
      lib: {
        entry: fileURLToPath(new URL(entry, import.meta.url)),
        formats: ["iife"],
        name: "readerInPage",
        fileName: () => "reader.js",
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    "output" in each ? each.output : [],
  );
  const code = outputs.map((each) => (each.type === "chunk" ? each.code : "")).join("\n");
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium found");
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"],
  });
  return {
    async open(address) {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      await page.goto(address);
      await page.addScriptTag({ content: code });
      return page;
    },
    close: () => browser.close(),
  };
}
