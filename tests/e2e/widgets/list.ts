import type { VerdictKind } from "#shared/limit/verdict.ts";
import { casesOn } from "../../portal/cases.ts";

/** Columns of the list. A hidden one holds what would turn every verdict if it were taken for a visible one. */
const COLUMNS = [
  { key: "caseNo", title: "办件编号", width: 190, fixed: "left" },
  { key: "item", title: "事项名称", width: 210 },
  { key: "applicant", title: "申请人", width: 170 },
  { key: "department", title: "承办部门", width: 172 },
  { key: "realEnd", title: "实际办结时间", width: 152, hidden: true },
  { key: "acceptedAt", title: "受理时间", width: 152, sort: true },
  { key: "limit", title: "承诺时限", width: 100 },
  { key: "due", title: "承诺办结时间", width: 126 },
  { key: "step", title: "当前环节", width: 92 },
  { key: "closedAt", title: "办结时间", width: 152 },
  { key: "status", title: "办件状态", width: 156, fixed: "right" },
] as const;
export const SIZE = 10;

export type Row = Record<(typeof COLUMNS)[number]["key"], string>;

export interface CaseList {
  rows: Row[];
  /** case number → verdict, as stated by hand */
  expected: Record<string, VerdictKind>;
  /** what a page's script starts with */
  preamble: string;
}

/** The demo portal's cases as rows of plain words. */
export function caseList(today: string): CaseList {
  const cases = casesOn(today);
  const rows = cases.map(({ row }): Row => {
    const or = (words: string) => words || "--";
    return {
      caseNo: row.caseNo,
      item: row.item,
      applicant: row.applicant,
      department: row.department,
      realEnd: `${today} 09:00:00`,
      acceptedAt: or(row.acceptedAt),
      limit: or(row.limit),
      due: or(row.due),
      step: or(row.step),
      closedAt: or(row.closedAt),
      status: row.status,
    };
  });
  return {
    rows,
    expected: Object.fromEntries(cases.map(({ row, expect }) => [row.caseNo, expect])),
    preamble: `const COLUMNS = ${JSON.stringify(COLUMNS)}, ROWS = ${JSON.stringify(rows)}, SIZE = ${SIZE}, VISIBLE = COLUMNS.filter((each) => !each.hidden);`,
  };
}
