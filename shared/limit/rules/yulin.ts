import type { Regime } from "../regime.ts";
import { RED } from "./cards.ts";
import { national } from "./national.ts";

/**
 * 榆林市纪委监委《行政审批电子监察预警纠错实施细则（试行）》: yellow when nine tenths of the promise have passed, red past it.
 */
export const yulin: Regime = {
  ...national,
  id: "yulin",
  version: "2026-11-22",
  name: { "zh-CN": "榆林市电子监察预警纠错规则", en: "Yulin early-warning rules" },
  clauses: [
    ...national.clauses,
    {
      for: "warning",
      law: "《榆林市行政审批电子监察预警纠错实施细则（试行）》",
      article: "—",
      says: {
        "zh-CN": "办理时间达到承诺时限百分之九十的，黄牌预警；超过承诺时限的，红牌。",
        en: "Yellow when 90 % of the promise has passed, red past the promise.",
      },
    },
  ],
  warn: { kind: "percent-used", percent: 90 },
  warnShort: { kind: "percent-used", percent: 90 },
  levels: { promise: [{ name: RED, of: "promise", workdays: 0 }] },
};
