import { page } from "./page.ts";
import { panel } from "./panel.ts";
import { verdict } from "./verdict.ts";

export const zhCN = { page, panel, verdict };
