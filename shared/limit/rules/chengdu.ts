import type { Regime } from "../regime.ts";
import { RED } from "./cards.ts";
import { national } from "./national.ts";

/**
 * 成都 2010: yellow when a case is about to expire, red when it is late. No number is published for “about to”: the national one is taken.
 */
export const chengdu: Regime = {
  ...national,
  id: "chengdu",
  version: "2026-11-22",
  name: { "zh-CN": "成都市电子监察规则（2010）", en: "Chengdu supervision rules (2010)" },
  clauses: [
    ...national.clauses,
    {
      for: "warning",
      law: "成都市电子监察的报道（新华社，2010年1月4日）",
      article: "—",
      says: {
        "zh-CN": "即将到期的黄牌警告，超期或者异常的红牌警告。",
        en: "Yellow when about to expire, red when overdue or abnormal.",
      },
    },
  ],
  levels: { promise: [{ name: RED, of: "promise", workdays: 0 }] },
};
