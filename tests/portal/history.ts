import type { VerdictKind } from "#shared/limit/verdict.ts";
import { type Expected, anchorOf } from "./cases.ts";
import { type IsoDay, nthWorkday, workdayAgo, workdaysKnownAfter } from "./days.ts";

/** A row of 历史办件: brought over from an old system that checked nothing, so its cells hold whatever people once typed. */
export interface HistoryRow {
  caseNo: string;
  item: string;
  applicant: string;
  department: string;
  acceptedAt: string;
  limit: string;
  status: string;
  closedAt: string;
}

interface Seed extends Omit<HistoryRow, "acceptedAt" | "closedAt" | "limit"> {
  expect: VerdictKind;
  promise: number;
  accepted: number;
  closed?: number;
}

const LONG = "关于青屿区北港片区综合管廊及附属设施建设工程规划许可的补充说明材料";

// prettier-ignore
const seeds: readonly Seed[] = [
  { expect: "overdue", caseNo: "LS202600000117", item: "<script>window.__broken = 1; alert(document.cookie)</script>食品小作坊登记", applicant: "<b>青屿老码头酱园</b>", department: "区市场监督管理局", status: "办理中", promise: 10, accepted: 18 },
  { expect: "closed-on-time", caseNo: "LS202600000254", item: "=cmd|' /C calc'!A0", applicant: "=HYPERLINK(\"http://198.51.100.7/\",\"青屿造船厂\")", department: "@SUM(1+1)*cmd|' /C calc'!A0", status: "已办结", promise: 10, accepted: 18, closed: 4 },
  { expect: "overdue", caseNo: "LS202600000391", item: "<img src=x onerror=\"window.__broken = 2\">\u202e可许营经\u202c（导入）", applicant: "\u200b青屿\u200b无形水产\u200b商行", department: "+区交通运输局", status: "办理中", promise: 5, accepted: 12 },
  { expect: "on-time", caseNo: "LS202600000428", item: LONG.repeat(120), applicant: "青屿管廊投资有限公司", department: "区住房和城乡建设局", status: "办理中", promise: 20, accepted: 5 },
  { expect: "closed-late", caseNo: "LS202600000565", item: "\"';-- DROP TABLE observations; /* 占道经营许可 */", applicant: "${7*7}{{constructor.constructor('window.__broken = 3')()}}", department: "-区城市管理局\t\r\n", status: "已办结", promise: 5, accepted: 20, closed: 11 },
  { expect: "due-soon", caseNo: "LS202600000602", item: "👩‍⚕️\ud83d护士执业注册\u0001\u0007", applicant: "</td></tr></table><h1>系统维护</h1>", department: "区卫生健康局", status: "办理中", promise: 9, accepted: 8 },
];

/** Dates as in `cases.ts`; the page prints them as 2026年3月5日. */
export function historyOn(today: IsoDay): Expected<HistoryRow>[] {
  const anchor = anchorOf(today);
  return seeds.flatMap(({ expect, promise, accepted: ago, closed, ...words }) => {
    if (expect === "due-soon" && workdaysKnownAfter(anchor, NEAR_THE_END) < NEAR_THE_END) return [];
    if (expect === "on-time" && today > anchor) return [];
    const accepted = workdayAgo(anchor, ago);
    const row: HistoryRow = {
      ...words,
      acceptedAt: chinese(accepted),
      limit: `${promise}个工作日`,
      closedAt: closed === undefined ? "" : chinese(nthWorkday(accepted, closed)),
    };
    return [{ row, expect }];
  });
}
/** working days left in the last known year below which nobody can say that a case is nearly due */
const NEAR_THE_END = 5;

const chinese = (day: string): string => {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};
