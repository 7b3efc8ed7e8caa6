import { expect, test } from "vitest";
import { readPager } from "#shared/reading/values/pager.ts";

/** As the pagers of portals and of widget libraries say it. */
test.each([
  ["第 2 / 14 页，共 213 件", { total: 213, page: 2, pages: 14 }],
  ["共 46 条", { total: 46 }],
  ["显示 11 到 20，共 213 记录", { total: 213 }],
  ["显示11到20,共47记录", { total: 47 }],
  ["显示第 1 到第 10 条记录，总共 47 条记录", { total: 47 }],
  ["显示从 1 到 10，总 47 条 。每页显示：10", { total: 47 }],
  ["第 1 共5页", { page: 1, pages: 5 }],
  ["第 3 / 5", { page: 3, pages: 5 }],
  ["第 3 页", { page: 3 }],
  ["1 至 10 / 47", { total: 47 }],
  ["1 to 10 of 47", { total: 47 }],
  ["Total 47", { total: 47 }],
  ["Page 2 of 14", { page: 2, pages: 14 }],
  ["每页 10 条", {}],
  ["第一页 上一页 下一页", {}],
  ["2026-10-11 / 12", {}],
])("the pager %s", (text, read) => {
  expect(readPager(text)).toEqual(read);
});
