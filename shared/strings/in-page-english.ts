import { page } from "./en/page.ts";
import { verdict } from "./en/verdict.ts";
import type { InPage } from "./in-page.ts";

export const inPageEnglish: InPage = { page, verdict };
