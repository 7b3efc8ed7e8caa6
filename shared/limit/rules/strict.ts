import type { Regime } from "../regime.ts";
import { ARTICLE_45 } from "../grounds.ts";
import { national } from "./national.ts";

/**
 * The national rules read against the office: only the eight grounds of 行政许可法 45 stop the clock, and the last day ends at close of
 * business (民法典 203 ¶2).
 */
export const strict: Regime = {
  ...national,
  id: "strict",
  version: "2026-11-22",
  name: {
    "zh-CN": "全国通用规则（从严）",
    en: "National rules, strict reading",
  },
  endOfDay: "close",
  pauses: { ...national.pauses, stops: ARTICLE_45, stopsStatute: ARTICLE_45 },
};
