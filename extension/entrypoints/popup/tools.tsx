import { useState } from "react";
import { browser } from "wxt/browser";
import type { Strings } from "#shared/strings/strings.ts";
import { ask } from "../../messages/messages.ts";
import type { Tool } from "../../open-tools.ts";

/** Teaching and the scrubbed twin of the page behind the popup; the popup makes room for them. */
export function Tools({ words: { teach } }: { words: Strings }) {
  const [busy, setBusy] = useState(false);
  const open = async (tool: Tool) => {
    setBusy(true);
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id !== undefined) await ask("openTool", { tabId: tab.id, tool });
    window.close();
  };
  return (
    <p>
      <button type="button" id="teach" disabled={busy} onClick={() => void open("teach")}>
        {teach.openHere}
      </button>{" "}
      <button type="button" id="twin" disabled={busy} onClick={() => void open("twin")}>
        {teach.twin}
      </button>
    </p>
  );
}
