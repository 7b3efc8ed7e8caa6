import { SHANGHAI } from "../../time/instant.ts";
import { EVERY_GROUND } from "../grounds.ts";
import type { Regime } from "../regime.ts";
import { NATIONAL_CLAUSES } from "./national-clauses.ts";

/**
 * The default: 行政许可法 for the unit and the pauses, 民法典 201–203 for start and end. Where the law leaves a choice it takes the one
 * that alarms later: the last day ends at 24:00, and every pause that the portal records stops the clock (its ground is flagged).
 */
export const national: Regime = {
  id: "national",
  version: "2026-11-22",
  name: {
    "zh-CN": "全国通用规则（行政许可法、民法典）",
    en: "National rules (Administrative Licensing Law, Civil Code)",
  },
  clauses: NATIONAL_CLAUSES,
  zone: SHANGHAI,
  calendar: { id: "cn", overlays: [] },
  granularity: "day",
  startDayCounts: false,
  endOfDay: "24:00",
  boundary: "past",
  rolls: true,
  officeHours: [
    {
      sessions: [
        ["08:30", "12:00"],
        ["14:00", "17:30"],
      ],
    },
  ],
  immediate: "next-workday",
  warn: { kind: "workdays-left", n: 1 },
  warnShort: { kind: "percent-used", percent: 75 },
  pauses: {
    stops: EVERY_GROUND,
    stopsStatute: EVERY_GROUND,
    overlap: "union",
    cap: "none",
    sameDay: 0,
  },
  neverLate: ["withdrawn", "terminated", "not-accepted", "revoked"],
  statutory: {
    decision: { amount: 20, unit: "workday" },
    prolong: { amount: 10, unit: "workday" },
    joint: { amount: 45, unit: "workday" },
    jointProlong: { amount: 15, unit: "workday" },
    notice: { amount: 5, unit: "workday" },
    delivery: { amount: 10, unit: "workday" },
  },
  levels: {
    promise: [
      { name: { "zh-CN": "超承诺时限", en: "Past the promise" }, of: "promise", workdays: 0 },
      { name: { "zh-CN": "超法定时限", en: "Past the statute" }, of: "statute", workdays: 0 },
    ],
  },
};
