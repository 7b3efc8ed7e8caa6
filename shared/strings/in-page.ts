import { page as enPage } from "./en/page.ts";
import { verdict as enVerdict } from "./en/verdict.ts";
import type { Language, Strings } from "./strings.ts";
import { page as zhPage } from "./zh-CN/page.ts";
import { verdict as zhVerdict } from "./zh-CN/verdict.ts";

/** The texts that a portal page needs, and no others: they are loaded into every page that is read. */
export type InPage = Pick<Strings, "page" | "verdict">;

export const inPage = (language: Language): InPage =>
  language === "en" ? { page: enPage, verdict: enVerdict } : { page: zhPage, verdict: zhVerdict };
