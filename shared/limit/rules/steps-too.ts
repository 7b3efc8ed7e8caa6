import type { Regime } from "../regime.ts";
import { RED, YELLOW } from "./cards.ts";
import { national } from "./national.ts";

/**
 * A rule (article 6) that cards a step past its own limit although the case is still inside the promise.
 */
export const stepsToo: Regime = {
  ...national,
  id: "steps-too",
  version: "2026-11-22",
  name: { "zh-CN": "环节超时监察规则", en: "Step supervision rules" },
  clauses: [
    ...national.clauses,
    {
      for: "overdue",
      law: "一部行政审批电子监察办法（法规数据库所载，名称待核）",
      article: "—",
      says: {
        "zh-CN": "第六条：承诺时限以内环节超时的，亦予警示。",
        en: "Article 6: a step over its own time is carded although the case is within the promise.",
      },
    },
  ],
  levels: {
    promise: [{ name: RED, of: "promise", workdays: 0 }],
    step: [{ name: YELLOW, of: "own", workdays: 0 }],
  },
};
