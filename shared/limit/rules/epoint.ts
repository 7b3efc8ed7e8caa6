import type { Regime } from "../regime.ts";
import { RED, YELLOW } from "./cards.ts";
import { national } from "./national.ts";

/**
 * Halls that keep spare minutes (SPAREMINUTES): a promised day is 1,440 minutes of a working day, yellow below one day, red below zero, and
 * 即办件 have no clock.
 */
export const epoint: Regime = {
  ...national,
  id: "epoint",
  version: "2026-11-22",
  name: { "zh-CN": "按剩余分钟计时规则", en: "Spare-minute rules" },
  clauses: [
    ...national.clauses,
    {
      for: "unit",
      law: "政务服务大厅业务系统剩余分钟口径（据系统程序整理）",
      article: "—",
      says: {
        "zh-CN": "承诺一日计一千四百四十分钟；不足一日为黄灯，不足零为红灯；即办件不计时。",
        en: "A promised day is 1,440 minutes; yellow below one day, red below zero; on-the-spot cases have no clock.",
      },
    },
  ],
  granularity: "moment",
  officeHours: [{ sessions: [["00:00", "24:00"]] }],
  immediate: "none",
  warn: { kind: "workdays-left", n: 1 },
  levels: {
    promise: [
      { name: YELLOW, of: "promise", workdays: -1 },
      { name: RED, of: "promise", workdays: 0 },
    ],
  },
};
