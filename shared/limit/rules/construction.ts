import type { Regime } from "../regime.ts";
import { national } from "./national.ts";

/**
 * Approval systems for construction projects (工程建设项目审批管理系统): halves of a day, warned at two days or 48 hours, and nothing left
 * is late already.
 */
export const construction: Regime = {
  ...national,
  id: "construction",
  version: "2026-11-22",
  name: { "zh-CN": "工程建设项目审批系统规则", en: "Construction approval system rules" },
  clauses: [
    ...national.clauses,
    {
      for: "overdue",
      law: "工程建设项目审批管理系统计时口径（据系统程序整理）",
      article: "—",
      says: {
        "zh-CN": "剩余时限为零即为超期；剩余二日（四十八小时）起预警。",
        en: "Nothing left is overdue; warned at two days or 48 hours.",
      },
    },
  ],
  boundary: "reached",
  warn: { kind: "workdays-left", n: 2 },
  warnShort: { kind: "hours-left", hours: 48 },
  levels: {},
};
