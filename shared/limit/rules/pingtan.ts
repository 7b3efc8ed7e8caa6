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
  clauses: [
    ...national.clauses,
    {
      for: "end",
      law: "平潭综合审批系统计时口径（据系统程序整理）",
      article: "—",
      says: {
        "zh-CN":
          "自收件次日起第 N 个工作日的二十三时五十九分到期；即办件下班后收件的，次一工作日到期。",
        en: "Due at 23:59 of the N-th working day after receipt; on-the-spot cases received after close are due on the next working day.",
      },
    },
    {
      for: "pause",
      law: "平潭综合审批系统计时口径（据系统程序整理）",
      article: "—",
      says: {
        "zh-CN": "挂起的工作日逐次累计。",
        en: "The working days of every suspension are added up.",
      },
    },
  ],
  immediate: "next-workday",
  warn: { kind: "workdays-left", n: 0 },
  pauses: { ...national.pauses, overlap: "sum" },
  statutory: { ...national.statutory, notice: { amount: 30, unit: "work-minute" } },
  levels: {},
};
