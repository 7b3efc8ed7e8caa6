import { browser } from "wxt/browser";

/** Was anything ever read at this place? Asked of the store itself: pages without cases need not wake the background. */
export async function isRemembered(place: string): Promise<boolean> {
  const key = memoryKey(place);
  return (await browser.storage.local.get(key))[key] !== undefined;
}

/** The shape of what was read there, no case: a content script may see it. */
export const memoryKey = (place: string): string => `seen:${place}`;
