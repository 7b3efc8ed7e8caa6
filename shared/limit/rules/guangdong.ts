import type { Regime } from "../regime.ts";
import { ARTICLE_45 } from "../grounds.ts";
import { RED, YELLOW } from "./cards.ts";
import { national } from "./national.ts";

/**
 * Guangdong's online approval timers (网办审批): counted by days from the second day, one alert day, special procedures with an approved
 * length freeze the clock no longer than that, and a pause within one day deducts one.
 */
export const guangdong: Regime = {
  ...national,
  id: "guangdong",
  version: "2026-11-22",
  name: { "zh-CN": "广东省网办审批计时规则", en: "Guangdong online approval timers" },
  clauses: [
    ...national.clauses,
    {
      for: "start",
      law: "广东省网办审批系统计时口径（据系统程序整理）",
      article: "—",
      says: {
        "zh-CN": "按受理之后第二天开始计算。",
        en: "Counted from the day after acceptance.",
      },
    },
    {
      for: "pause",
      law: "广东省网办审批系统计时口径（据系统程序整理）",
      article: "—",
      says: {
        "zh-CN": "有时限的特别程序以其时限为限扣除，无时限的按实际天数扣除；当日起止的扣一日。",
        en: "A special procedure with a length of its own is deducted up to it, one without by the days it took; one within a day deducts that day.",
      },
    },
  ],
  warn: { kind: "workdays-left", n: 1 },
  pauses: {
    stops: [...ARTICLE_45, "supplement"],
    stopsStatute: [...ARTICLE_45, "supplement"],
    overlap: "union",
    cap: "approved",
    sameDay: 1,
  },
  levels: {
    promise: [
      { name: YELLOW, of: "promise", workdays: -2 },
      { name: RED, of: "promise", workdays: 0 },
    ],
  },
};
