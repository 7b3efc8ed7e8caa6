import { en } from "./en/index.ts";
import { zhCN } from "./zh-CN/index.ts";

export type Language = "zh-CN" | "en";
export const LANGUAGES: readonly Language[] = ["zh-CN", "en"];

/** zh-CN is the source: its type is the contract that every other language fulfils. */
export type Strings = typeof zhCN;

export const strings = (language: Language): Strings => (language === "en" ? en : zhCN);
