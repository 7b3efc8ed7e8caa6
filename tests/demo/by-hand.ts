import type { VerdictKind } from "#shared/limit/verdict.ts";
import type { Portal } from "../portal/portal.ts";

/** One department of the delay report, or all of them, as somebody with a pencil would fill it in. */
export interface HandRow {
  total: number;
  "open-overdue": number;
  "open-in-limit": number;
  "closed-in-limit": number;
  "closed-late": number;
  awaiting: number;
  supplementing: number;
  unknown: number;
  /** cases whose last moment on time has passed, and those of them that were in time */
  passed: number;
  passedOnTime: number;
}

const BUCKET: Record<Exclude<VerdictKind, "not-started">, keyof HandRow> = {
  overdue: "open-overdue",
  "on-time": "open-in-limit",
  "due-soon": "open-in-limit",
  paused: "open-in-limit",
  "closed-on-time": "closed-in-limit",
  "closed-late": "closed-late",
  unknown: "unknown",
};

/** The delay report that must come out when every case of the list and every work order has been looked at. */
export function reportByHand(
  { cases, orders }: Pick<Portal, "cases" | "orders">,
  today: string,
): Map<string, HandRow> {
  const rows = new Map<string, HandRow>();
  const count = (department: string, key: keyof HandRow) => {
    for (const name of [department, ALL]) {
      const row = rows.get(name) ?? { ...NOTHING };
      row[key] += 1;
      rows.set(name, row);
    }
  };
  const seen = [
    ...cases.map(({ row, expect }) => ({ ...row, expect })),
    ...orders.map(({ row, expect }) => ({ ...row, department: row.unit, expect })),
  ];
  for (const { department, expect, status, due } of seen) {
    count(department, "total");
    if (expect === "not-started")
      count(department, status === "待补正" ? "supplementing" : "awaiting");
    else count(department, BUCKET[expect]);
    const inTime = expect === "closed-on-time" && due.slice(0, 10) < today;
    if (inTime) count(department, "passedOnTime");
    if (inTime || expect === "overdue" || expect === "closed-late") count(department, "passed");
  }
  return rows;
}

/** The key of the sum over all departments. */
export const ALL = "";

const NOTHING: HandRow = {
  total: 0,
  "open-overdue": 0,
  "open-in-limit": 0,
  "closed-in-limit": 0,
  "closed-late": 0,
  awaiting: 0,
  supplementing: 0,
  unknown: 0,
  passed: 0,
  passedOnTime: 0,
};
