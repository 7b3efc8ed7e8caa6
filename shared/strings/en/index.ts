import type { Strings } from "../strings.ts";
import { page } from "./page.ts";
import { panel } from "./panel.ts";
import { verdict } from "./verdict.ts";

export const en: Strings = { page, panel, verdict };
