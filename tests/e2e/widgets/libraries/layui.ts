import type { Library } from "../library.ts";

/** Three drawings of every row, hidden columns in the page. */
export const layui: Library = {
  name: "layui 2.6",
  assets: ["layui/dist/css/layui.css", "layui/dist/layui.js"],
  body: '<table id="app" lay-filter="app"></table>',
  script: `layui.use("table", () => { layui.table.render({ elem: "#app", id: "app", data: ROWS, page: true, limit: SIZE, height: 480, width: 1300,
      cols: [[{ type: "checkbox", fixed: "left" }, ...COLUMNS.map((c) => ({ field: c.key, title: c.title, width: c.width, fixed: c.fixed, hide: !!c.hidden, sort: !!c.sort }))]] });
    window.load = (rows) => layui.table.reload("app", { data: rows, page: { curr: 1 } }); });`,
  next: ".layui-laypage a[data-page='2']:not(.layui-laypage-next)",
  sort: ".layui-table-header th[data-field=acceptedAt] .layui-table-sort-asc",
  scroller: ".layui-table-main",
  total: true,
  page: true,
};
