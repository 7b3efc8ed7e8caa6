import type { Library } from "../library.ts";

/** jQuery: four tables (head and body, frozen and not), hidden columns in the page, a row drawn twice. */
export const easyUi: Library = {
  name: "jQuery EasyUI 1.5",
  assets: [
    "jquery-easyui/css/easyui.css",
    "jquery-easyui/js/jquery.min.js",
    "jquery-easyui/js/jquery.easyui.min.js",
    "jquery-easyui/locale/easyui-lang-zh_CN.js",
  ],
  body: '<table id="app"></table>',
  script: `let rows = ROWS; const at = (c) => ({ field: c.key, title: c.title, width: c.width, hidden: !!c.hidden, sortable: !!c.sort });
    $("#app").datagrid({ width: 1300, height: 420, pagination: true, pageSize: SIZE, rownumbers: true, singleSelect: true, striped: true, url: "x",
      loader: ({ page, rows: n, sort, order }, done) => setTimeout(() => { const all = sort ? [...rows].sort((a, b) => (order === "desc" ? -1 : 1) * a[sort].localeCompare(b[sort])) : rows;
        done({ total: all.length, rows: all.slice((page - 1) * n, page * n) }); }, 60),
      frozenColumns: [[{ field: "ck", checkbox: true }, at(COLUMNS[0])]], columns: [COLUMNS.slice(1).map(at)] });
    window.load = (more) => { rows = more; $("#app").datagrid("load"); };`,
  next: ".datagrid-pager .pagination-next",
  sort: ".datagrid-header td[field=acceptedAt] .datagrid-cell",
  scroller: ".datagrid-view2 .datagrid-body",
  total: true,
  page: true,
};
