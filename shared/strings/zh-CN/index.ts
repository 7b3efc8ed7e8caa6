import { page } from "./page.ts";
import { verdict } from "./verdict.ts";

export const zhCN = { page, verdict };
