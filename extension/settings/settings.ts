import { storage } from "wxt/utils/storage";
import type { Language } from "#shared/strings/strings.ts";

/** What a person chooses. Nothing secret lives here: content scripts can read it. */
export const enabled = storage.defineItem<boolean>("local:enabled", { fallback: true });
export const language = storage.defineItem<Language>("local:language", { fallback: "zh-CN" });
