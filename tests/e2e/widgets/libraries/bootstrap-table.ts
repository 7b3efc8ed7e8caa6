import type { Library } from "../library.ts";

/** jQuery: the head drawn again above the scrolling body, frozen columns laid over it. */
export const bootstrapTable: Library = {
  name: "bootstrap-table 1.22",
  assets: [
    "bootstrap-table/dist/bootstrap-table.min.css",
    "bootstrap-table/dist/extensions/fixed-columns/bootstrap-table-fixed-columns.min.css",
    "jquery/dist/jquery.min.js",
    "bootstrap-table/dist/bootstrap-table.min.js",
    "bootstrap-table/dist/locale/bootstrap-table-zh-CN.min.js",
    "bootstrap-table/dist/extensions/fixed-columns/bootstrap-table-fixed-columns.min.js",
  ],
  body: '<table id="app"></table>',
  css: "th, td { padding: 6px 10px; border: 1px solid #ddd; white-space: nowrap; } table { border-collapse: collapse; } ul.pagination { list-style: none; display: flex; gap: 8px; }",
  script: `$("#app").bootstrapTable({ data: ROWS, height: 520, pagination: true, pageSize: SIZE, uniqueId: "caseNo", fixedColumns: true, fixedNumber: 1, fixedRightNumber: 1,
    columns: COLUMNS.map((c) => ({ field: c.key, title: c.title, width: c.width, sortable: !!c.sort, visible: !c.hidden })) });
    window.load = (rows) => $("#app").bootstrapTable("load", rows);`,
  next: ".page-link[aria-label*='2']",
  sort: ".fixed-table-header th[data-field=acceptedAt] .sortable",
  scroller: ".fixed-table-body",
  total: true,
  page: true,
};
