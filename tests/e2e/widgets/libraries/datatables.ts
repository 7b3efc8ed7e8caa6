import type { Library } from "../library.ts";

/** jQuery: the head in a table of its own above the body, which keeps a head of no height. */
export const dataTables: Library = {
  name: "DataTables 1.13, scrollX and fixed columns",
  assets: [
    "jquery/dist/jquery.min.js",
    "datatables.net/js/jquery.dataTables.min.js",
    "datatables.net-fixedcolumns/js/dataTables.fixedColumns.min.js",
  ],
  body: '<table id="app" class="display nowrap" style="width:1700px"></table>',
  css: "th, td { padding: 6px 10px; white-space: nowrap; background: #fff; text-align: left; } .dataTables_paginate a { padding: 4px 8px; cursor: pointer; } .current { font-weight: 700; }",
  script: `const table = $("#app").DataTable({ data: ROWS, pageLength: SIZE, scrollX: true, scrollY: "420px", order: [], fixedColumns: { left: 1, right: 1 },
    columns: COLUMNS.map((c) => ({ data: c.key, title: c.title, width: c.width, visible: !c.hidden, orderable: !!c.sort })),
    language: { info: "第 _PAGE_ / _PAGES_ 页，共 _TOTAL_ 件", lengthMenu: "每页 _MENU_ 件", search: "查询：", paginate: { previous: "上一页", next: "下一页" } } });
    window.load = (rows) => { table.clear(); table.rows.add(rows); table.draw(); };`,
  next: ".paginate_button:text-is('2')",
  sort: ".dataTables_scrollHead th:has-text('受理时间')",
  scroller: ".dataTables_scrollBody",
  total: true,
  page: true,
};
