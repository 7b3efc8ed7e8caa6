import { browser } from "wxt/browser";
import { type Counts, addCounts } from "../counts.ts";

const RED = "#b3261e";
const AMBER = "#8a5a00";
const GREY = "#5f6368";

/** The number on the toolbar icon: overdue first, else due soon, else what could not be judged. */
export function toolbarCount() {
  const action = browser.action ?? browser.browserAction;
  const tabs = new Map<number, Map<number, Counts>>();

  browser.tabs.onRemoved.addListener((tabId) => void tabs.delete(tabId));
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === "loading" && change.url !== undefined) tabs.delete(tabId);
  });

  const get = (tabId: number): Counts | null => {
    const frames = tabs.get(tabId);
    return frames && frames.size > 0 ? addCounts([...frames.values()]) : null;
  };

  return {
    get: async (tabId: number): Promise<Counts | null> => get(tabId),
    /** the tab's frames that show cases */
    frames: (tabId: number): number[] => [...(tabs.get(tabId)?.keys() ?? [])],
    /** `null`: the frame shows no cases any more */
    async set(tabId: number, frameId: number, counts: Counts | null): Promise<void> {
      const frames = tabs.get(tabId) ?? new Map<number, Counts>();
      tabs.set(tabId, frames);
      if (counts) frames.set(frameId, counts);
      else frames.delete(frameId);
      const sum = get(tabId) ?? {};
      const [n, color] = sum.overdue
        ? [sum.overdue, RED]
        : sum["due-soon"]
          ? [sum["due-soon"], AMBER]
          : sum.unknown
            ? [`?${sum.unknown}`, GREY]
            : ["", GREY];
      await action.setBadgeText({ tabId, text: String(n) });
      await action.setBadgeBackgroundColor({ tabId, color });
    },
  };
}
