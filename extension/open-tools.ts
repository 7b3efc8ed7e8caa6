import { browser } from "wxt/browser";
import type { PortalFile } from "#shared/reading/portal-file.ts";
import type { Language } from "#shared/strings/strings.ts";
import type { JudgedPage } from "./judged-page.ts";
import { pathOf, placeOf } from "./look-of.ts";
import { onDemand } from "./on-demand.ts";
import type { StoredPortal } from "./portals/stored-portal.ts";

export type Tool = "teach" | "twin";

/** background → every frame of a tab: open a tool, or close it because another frame was chosen */
export type ToolMessage = { shixianTool: Tool } | { shixianTool: "close"; except: string };

interface Lending {
  window: Window;
  language: Language;
  signal: AbortSignal;
  stored(): readonly StoredPortal[];
  reader(): Promise<(files: readonly PortalFile[]) => JudgedPage>;
}

/** Opens teaching and the scrubbed twin in this frame, one at a time; asked for in the page or from the popup. */
export function openTools({
  window,
  language,
  signal,
  stored,
  reader,
}: Lending): (tool: Tool) => void {
  const me = `${Date.now()}.${Math.random()}`;
  let running: AbortController | undefined;

  const open = async (tool: Tool, chosenHere: boolean) => {
    running?.abort();
    const mine = (running = new AbortController());
    const [start, read] = [await onDemand(tool), await reader()];
    if (mine.signal.aborted || signal.aborted) return;
    const place = placeOf(window);
    start({
      window,
      language,
      host: place.host,
      path: pathOf(place),
      signal: mine.signal,
      stored,
      read,
      chosen() {
        if (!chosenHere)
          void browser.runtime.sendMessage({ shixian: "toolChosen", body: { except: me } });
      },
    });
  };
  const opened = (tool: Tool, chosenHere: boolean) =>
    void open(tool, chosenHere).catch((error: unknown) => console.warn(`[shixian ${tool}]`, error));

  const listen = (message: unknown) => {
    const asked = message as Partial<ToolMessage> | null;
    if (asked?.shixianTool === "close") {
      if ((asked as { except?: string }).except !== me) running?.abort();
    } else if (asked?.shixianTool !== undefined) opened(asked.shixianTool, false);
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener("abort", () => {
    browser.runtime.onMessage.removeListener(listen);
    running?.abort();
  });
  return (tool) => opened(tool, true);
}
