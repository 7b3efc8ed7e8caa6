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
