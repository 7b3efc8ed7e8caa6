import type { Regime } from "../regime.ts";
import { national } from "./national.ts";

/**
 * The comprehensive approval back office of 平潭: the N-th working day after receipt, 23:59; suspensions are added up; 即办件 after closing
 * time are due on the next working day; a warning on the last day only.
 */
export const pingtan: Regime = {
  ...national,
  id: "pingtan",
  version: "2026-11-22",
  name: { "zh-CN": "平潭综合审批计时规则", en: "Pingtan approval rules" },
  immediate: "next-workday",
  warn: { kind: "workdays-left", n: 0 },
  pauses: { ...national.pauses, overlap: "sum" },
  statutory: { ...national.statutory, notice: { amount: 30, unit: "work-minute" } },
  levels: {},
};
