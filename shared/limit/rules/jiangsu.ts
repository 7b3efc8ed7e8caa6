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
