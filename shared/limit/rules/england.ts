import type { Regime } from "../regime.ts";
import { national } from "./national.ts";

/**
 * Freedom of Information Act 2000, section 10: answered not later than the twentieth working day following the date of receipt,
 * bank holidays out; the clock stands while the authority waits for a fee (section 9).
 */
export const england: Regime = {
  ...national,
  id: "england",
  version: "2026-11-22",
  name: { "zh-CN": "英格兰信息公开法", en: "England: Freedom of Information Act 2000" },
  clauses: [
    {
      for: "limit",
      law: "Freedom of Information Act 2000",
      article: "10(1)",
      says: {
        "zh-CN": "不迟于收到申请次日起的第二十个工作日答复。",
        en: "Not later than the twentieth working day following the date of receipt.",
      },
    },
    {
      for: "unit",
      law: "Freedom of Information Act 2000",
      article: "10(6)",
      says: {
        "zh-CN": "工作日不含星期六、星期日、圣诞节、耶稣受难日和银行假日。",
        en: "A working day is any day other than a weekend, Christmas Day, Good Friday or a bank holiday.",
      },
    },
    {
      for: "pause",
      law: "Freedom of Information Act 2000",
      article: "10(2)",
      says: {
        "zh-CN": "自发出收费通知之日起至收到费用之日止的工作日不计算在内。",
        en: "Working days from the fees notice to the receipt of the fee are disregarded.",
      },
    },
  ],
  zone: "Europe/London",
  calendar: { id: "england", overlays: [] },
  officeHours: [{ sessions: [["09:00", "17:00"]] }],
  pauses: { ...national.pauses, stops: ["payment"], stopsStatute: ["payment"] },
  statutory: { decision: { amount: 20, unit: "workday" } },
  levels: {},
};
