import type { Level, Regime } from "../regime.ts";
import { ARTICLE_45 } from "../grounds.ts";
import { RED, WARNING, YELLOW } from "./cards.ts";
import { national } from "./national.ts";

const ONE_DAY_OVER: readonly Level[] = [
  { name: WARNING, of: "own", workdays: -3 },
  { name: YELLOW, of: "own", workdays: 0 },
  { name: RED, of: "own", workdays: 1 },
];

/**
 * Hunan's provincial electronic supervision (监察规则说明): due at the time of day of acceptance, “超过1秒钟也算超期”, warned three working
 * days before, yellow card past the promise, red card past the statute.
 */
export const hunan: Regime = {
  ...national,
  id: "hunan",
  version: "2026-11-22",
  name: { "zh-CN": "湖南省电子监察规则", en: "Hunan electronic supervision rules" },
  clauses: [
    ...national.clauses,
    {
      for: "end",
      law: "《监察规则说明》（湖南省电子监察系统）",
      article: "—",
      says: {
        "zh-CN": "自受理时刻起计，到期时刻与受理时刻相同；超过一秒钟也算超期。",
        en: "The limit ends at the time of day at which the case was accepted; one second more is overdue.",
      },
    },
    {
      for: "overdue",
      law: "《监察规则说明》（湖南省电子监察系统）",
      article: "—",
      says: {
        "zh-CN": "超过承诺时限发黄牌，超过法定时限发红牌；剩余三个工作日起预警。",
        en: "A yellow card past the promise, a red card past the statute, a warning from three working days before.",
      },
    },
    {
      for: "pause",
      law: "《监察规则说明》（湖南省电子监察系统）",
      article: "—",
      says: {
        "zh-CN": "特别程序在批准的天数以内扣除。",
        en: "A special procedure is deducted within the days approved for it.",
      },
    },
  ],
  granularity: "moment",
  endOfDay: "close",
  warn: { kind: "workdays-left", n: 3 },
  pauses: {
    stops: [...ARTICLE_45, "supplement"],
    stopsStatute: ARTICLE_45,
    overlap: "union",
    cap: "approved",
    sameDay: 0,
  },
  statutory: { ...national.statutory, notice: { amount: 2, unit: "workday" } },
  levels: {
    promise: [
      { name: WARNING, of: "promise", workdays: -3 },
      { name: YELLOW, of: "promise", workdays: 0 },
      { name: RED, of: "statute", workdays: 0 },
    ],
    notice: [
      { name: WARNING, of: "own", workdays: 0 },
      { name: YELLOW, of: "own", workdays: 3 },
      { name: RED, of: "own", workdays: 5 },
    ],
    "special-procedure": ONE_DAY_OVER,
    feedback: ONE_DAY_OVER,
  },
};
