import type { Regime } from "../regime.ts";
import { ALARM, REMINDER, WARNING } from "./cards.ts";
import { national } from "./national.ts";

/**
 * Jiangsu's 权力阳光 supervision: six and a half hours are a working day, a reminder past the promise, a warning more than one and an alarm
 * more than two working days over.
 */
export const jiangsu: Regime = {
  ...national,
  id: "jiangsu",
  version: "2026-11-22",
  name: { "zh-CN": "江苏省权力阳光监察规则", en: "Jiangsu open-power supervision rules" },
  clauses: [
    ...national.clauses,
    {
      for: "hours",
      law: "江苏省权力阳光监察系统口径（据系统程序整理）",
      article: "—",
      says: {
        "zh-CN": "六个半小时计为一个工作日。",
        en: "Six and a half hours are a working day.",
      },
    },
    {
      for: "overdue",
      law: "江苏省权力阳光监察系统口径（据系统程序整理）",
      article: "—",
      says: {
        "zh-CN": "超过时限提醒，超过一个工作日预警，超过二个工作日报警。",
        en: "A reminder past the limit, a warning more than one and an alarm more than two working days over.",
      },
    },
  ],
  officeHours: [
    {
      sessions: [
        ["08:30", "12:00"],
        ["14:00", "17:00"],
      ],
    },
  ],
  warn: { kind: "workdays-left", n: 0 },
  levels: {
    promise: [
      { name: REMINDER, of: "promise", workdays: 0 },
      { name: WARNING, of: "promise", workdays: 1 },
      { name: ALARM, of: "promise", workdays: 2 },
    ],
  },
};
