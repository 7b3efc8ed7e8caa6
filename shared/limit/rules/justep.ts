import type { Regime } from "../regime.ts";
import { RED, WARNING, YELLOW } from "./cards.ts";
import { national } from "./national.ts";

/**
 * Case flow with 案卷 and 挂起: remaining days leave out today, warned from five, yellow at one, red at zero.
 */
export const justep: Regime = {
  ...national,
  id: "justep",
  version: "2026-11-22",
  name: { "zh-CN": "案卷剩余天数规则", en: "Remaining-day rules" },
  clauses: [
    ...national.clauses,
    {
      for: "overdue",
      law: "案卷系统剩余天数口径（据系统程序整理）",
      article: "—",
      says: {
        "zh-CN": "剩余天数不含当日；五日以内预警，一日黄牌，零日红牌。",
        en: "Remaining days leave out today; warned from five, yellow at one, red at none.",
      },
    },
  ],
  boundary: "reached",
  warn: { kind: "workdays-left", n: 5 },
  levels: {
    promise: [
      { name: WARNING, of: "promise", workdays: -5 },
      { name: YELLOW, of: "promise", workdays: -1 },
      { name: RED, of: "promise", workdays: 0 },
    ],
  },
};
