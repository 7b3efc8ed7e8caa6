import type { Strings } from "./strings.ts";
import { page } from "./zh-CN/page.ts";
import { verdict } from "./zh-CN/verdict.ts";

/** The texts that a portal page needs, and no others: they are loaded into every page that shows cases. */
export type InPage = Pick<Strings, "page" | "verdict">;

/** In the default language; the other comes as a script of its own where it is chosen. */
export const inPage = (): InPage => ({ page, verdict });
