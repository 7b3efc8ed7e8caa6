import { browser } from "wxt/browser";
import type { Unrecorded } from "../outbox/waiting.ts";
import type { StoredPortal } from "../portals/stored-portal.ts";
import type { HouseRules } from "#shared/limit/house-rules.ts";
import type { Language } from "#shared/strings/strings.ts";

export interface Setting<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  /** @returns what stops watching */
  watch(changed: (value: T) => void): () => void;
}

/** What a person chooses. Nothing secret lives here: content scripts can read it. */
export const enabled: Setting<boolean> = setting("enabled", true);
export const language: Setting<Language> = setting("language", "zh-CN");
/** What the office judges by besides what ships; written by the background alone, which checks it. */
export const houseRules: Setting<HouseRules | null> = setting("houseRules", null);
/** What is known of single portals; written by the background alone, which checks it. */
export const portals: Setting<readonly StoredPortal[]> = setting("portals", []);
/** The tag of the shared ones among them, so that they are fetched only when they changed. */
export const portalsTag: Setting<string | null> = setting("portalsTag", null);
/** Kept apart from the outbox: where that one is full, this must still be told. */
export const unrecorded: Setting<Unrecorded | null> = setting("unrecorded", null);

/** One stored thing with its default; the storage library's migrations and areas would weigh more than all else that a page loads for it. */
function setting<T>(key: string, fallback: T): Setting<T> {
  const read = (value: unknown): T => (value === undefined ? fallback : (value as T));
  return {
    getValue: async () => read((await browser.storage.local.get(key))[key]),
    setValue: (value) => browser.storage.local.set({ [key]: value }),
    watch(changed) {
      const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        const change = changes[key];
        if (area === "local" && change) changed(read(change.newValue));
      };
      browser.storage.onChanged.addListener(listen);
      return () => browser.storage.onChanged.removeListener(listen);
    },
  };
}
