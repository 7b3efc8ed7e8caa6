import { browser } from "wxt/browser";
import type { Script } from "./on-demand.ts";

interface OldTabs {
  executeScript(tabId: number, details: object): Promise<unknown>;
}

/** Puts one of the extension's own scripts into one frame. Background only. @throws Error where the frame is gone or not ours to read */
export async function inject(name: Script, tabId: number, frameId: number): Promise<void> {
  const file = `/${name}.js` as const;
  if (browser.scripting)
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [file],
    });
  // MV2 (Chromium 83)
  else
    await (browser.tabs as unknown as OldTabs).executeScript(tabId, {
      file,
      frameId,
      matchAboutBlank: true,
    });
}
