import { verdict } from "./verdict.ts";

export const zhCN = { verdict };
