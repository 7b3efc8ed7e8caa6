import type { Named } from "../regime.ts";

/** The names that supervision systems give to their degrees. */
export const REMINDER: Named = { "zh-CN": "提醒", en: "Reminder" };
export const WARNING: Named = { "zh-CN": "预警", en: "Warning" };
export const YELLOW: Named = { "zh-CN": "黄牌", en: "Yellow card" };
export const RED: Named = { "zh-CN": "红牌", en: "Red card" };
export const ALARM: Named = { "zh-CN": "报警", en: "Alarm" };
