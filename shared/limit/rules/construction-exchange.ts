import type { Regime } from "../regime.ts";
import { ARTICLE_45 } from "../grounds.ts";
import { national } from "./national.ts";

/**
 * The national exchange of construction approvals (住建部 数据共享交换): 审批用时 leaves out corrections and special procedures, added up
 * and not joined; a case that ends without a grant gets no used time and is never late.
 */
export const constructionExchange: Regime = {
  ...national,
  id: "construction-exchange",
  version: "2026-11-22",
  name: {
    "zh-CN": "工程建设项目全国交换口径（审批用时）",
    en: "National construction exchange (approval time)",
  },
  clauses: [
    ...national.clauses,
    {
      for: "pause",
      law: "工程建设项目审批数据全国交换的审批用时口径（据系统程序整理）",
      article: "—",
      says: {
        "zh-CN": "审批用时扣除补正和特别程序的工作日，分别累计。",
        en: "Approval time leaves out the working days of corrections and special procedures, each added up.",
      },
    },
  ],
  pauses: {
    stops: [...ARTICLE_45, "supplement"],
    stopsStatute: [...ARTICLE_45, "supplement"],
    overlap: "sum",
    cap: "none",
    sameDay: 0,
  },
  neverLate: [...national.neverLate, "rejected"],
  levels: {},
};
