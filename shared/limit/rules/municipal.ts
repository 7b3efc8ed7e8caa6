import type { Regime } from "../regime.ts";
import { RED, WARNING } from "./cards.ts";
import { national } from "./national.ts";

/**
 * A municipal rule on electronic supervision (article 7): warned one working day before the promise expires.
 */
export const municipal: Regime = {
  ...national,
  id: "municipal",
  version: "2026-11-22",
  name: { "zh-CN": "提前一个工作日预警规则", en: "One-working-day warning rules" },
  clauses: [
    ...national.clauses,
    {
      for: "warning",
      law: "一部市级行政审批电子监察办法（法规数据库所载，名称待核）",
      article: "—",
      says: {
        "zh-CN": "第七条：承诺时限届满前一个工作日发出预警。",
        en: "Article 7: warned one working day before the promise expires.",
      },
    },
  ],
  warn: { kind: "workdays-left", n: 1 },
  levels: {
    promise: [
      { name: WARNING, of: "promise", workdays: -2 },
      { name: RED, of: "promise", workdays: 0 },
    ],
  },
};
