import { type BrowserContext, type Page, chromium } from "playwright-core";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "../chromium-install.ts";

export const EXTENSION = fileURLToPath(new URL("../../.output/chrome-mv3", import.meta.url));

export interface Supervisor {
  context: BrowserContext;
  /** `chrome-extension://<id>` */
  extension: string;
  /** the extension's page of that name (`popup`, `options`) in a tab of its own */
  openOwn(page: "popup" | "options"): Promise<Page>;
  close(): Promise<void>;
  /** as a power cut would: nothing is saved that was not saved yet */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  /** user data folder that outlives the browser; a fresh one when absent */
  profile?: string;
  headless?: boolean;
  /** false: the same browser as if the extension had never been installed */
  withExtension?: boolean;
  /** the built extension, where it is not the usual one */
  folder?: string;
}

/** What any browser of ours is started with: no request of its own, and `*.gov.cn` is this machine. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-features=DisableLoadExtensionCommandLineSwitch,Translate,OptimizationHints",
  "--host-resolver-rules=MAP *.gov.cn 127.0.0.1",
];

/** A real Chromium with the built extension, as a window-service supervisor has it. */
export async function launchWithExtension(options: LaunchOptions = {}): Promise<Supervisor> {
  const { profile = "", headless = true, withExtension = true, folder = EXTENSION } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless,
    // Who launches it decides what a signal means; it still goes when its process goes.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: { width: 1680, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    args: withExtension
      ? [...QUIET, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`]
      : QUIET,
  });
  const extension = withExtension ? (await backgroundUrl(context)).replace(/\/[^/]*$/, "") : "";
  return {
    context,
    extension,
    async openOwn(name) {
      const page = await context.newPage();
      await page.goto(`${extension}/${name}.html`);
      return page;
    },
    close: () => context.close(),
    async kill() {
      const session = await context.browser()?.newBrowserCDPSession();
      const { processInfo } = (await session?.send("SystemInfo.getProcessInfo")) ?? {
        processInfo: [],
      };
      const pid = processInfo.find(({ type }) => type === "browser")?.id;
      if (!pid) throw new Error("the browser does not tell its process");
      const gone = new Promise((resolve) => context.once("close", resolve));
      process.kill(pid, "SIGKILL");
      await gone;
    },
  };
}

/** `chrome-extension://<id>/background.js`; the worker may have started before anybody listened, or not yet. */
async function backgroundUrl(context: BrowserContext): Promise<string> {
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent("serviceworker", { timeout: 20_000 }).catch(() => undefined));
  if (!worker)
    throw new Error(
      "The extension did not start: this browser does not load extensions from the command line. 此浏览器未能加载扩展。",
    );
  return worker.url();
}
