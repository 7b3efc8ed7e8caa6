import type { Strings } from "../strings.ts";
import { page } from "./page.ts";
import { verdict } from "./verdict.ts";

export const en: Strings = { page, verdict };
