import { browser } from "wxt/browser";

/** Hosts that the extension may read from the start; any other is granted one by one by the person who uses it. */
const BUILT_IN = /(^|\.)gov\.cn$/;
const SCRIPT_ID = "granted-portals";
const SCRIPT = "content-scripts/portal.js";

/** `http://10.1.2.3:8080/*` for a page that could be granted, `undefined` for built-in hosts and for what is no web page. */
export function grantablePattern(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:/.test(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return BUILT_IN.test(hostname) ? undefined : `${protocol}//${hostname}/*`;
}

export const isGranted = (pattern: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [pattern] });

/** Must be called from a click: browsers ask only then. */
export const grant = (...patterns: string[]): Promise<boolean> =>
  browser.permissions.request({ origins: patterns });

/** Keeps the content script running on exactly the granted portals. */
export async function runOnGranted(): Promise<void> {
  const apply = async () => {
    const { origins = [] } = await browser.permissions.getAll();
    const matches = origins.filter((origin) => !origin.startsWith("*://*.gov.cn/"));
    const known = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    if (matches.length === 0) {
      if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
      return;
    }
    const script = {
      id: SCRIPT_ID,
      js: [SCRIPT],
      matches,
      allFrames: true,
      runAt: "document_idle" as const,
    };
    await (known.length > 0
      ? browser.scripting.updateContentScripts([script])
      : browser.scripting.registerContentScripts([script]));
  };
  browser.permissions.onAdded.addListener(() => void apply());
  browser.permissions.onRemoved.addListener(() => void apply());
  await apply();
}
