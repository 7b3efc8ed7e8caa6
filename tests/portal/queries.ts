import type { Expected, PortalCase, PortalOrder } from "./cases.ts";

/** The list service of the approval system: search, sort and one page, as its Java back end would answer. */
export function answerCases(all: readonly Expected<PortalCase>[], query: URLSearchParams): unknown {
  const keyword = query.get("keyword") ?? "";
  const department = query.get("department") ?? "";
  const status = query.get("status") ?? "";
  const found = all
    .map(({ row }) => row)
    .filter((row) => !keyword || row.caseNo.includes(keyword) || row.item.includes(keyword))
    .filter((row) => !department || row.department === department)
    .filter((row) => !status || row.status.includes(status));
  const key = query.get("prop");
  if (key === "acceptedAt" || key === "due" || key === "closedAt")
    found.sort(
      (a, b) => a[key].localeCompare(b[key]) * (query.get("order") === "descending" ? -1 : 1),
    );
  return {
    code: 200,
    msg: "操作成功",
    total: found.length,
    rows: pageOf(found, query, "page", "size"),
  };
}

/** The same for layui, which asks with `page` and `limit` and wants `code` 0. */
export function answerOrders(
  all: readonly Expected<PortalOrder>[],
  query: URLSearchParams,
): unknown {
  const title = query.get("title") ?? "";
  const found = all.map(({ row }) => row).filter((row) => row.title.includes(title));
  return { code: 0, msg: "", count: found.length, data: pageOf(found, query, "page", "limit") };
}

function pageOf<Row>(rows: Row[], query: URLSearchParams, page: string, size: string): Row[] {
  const length = Number(query.get(size) ?? 10);
  const start = (Number(query.get(page) ?? 1) - 1) * length;
  return rows.slice(start, start + length);
}
