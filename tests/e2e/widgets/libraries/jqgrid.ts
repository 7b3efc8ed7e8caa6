import type { Library } from "../library.ts";

/** jQuery: head and body in two tables, a sizing row, hidden columns in the page, frozen columns laid over. */
export const jqGrid: Library = {
  name: "jqGrid (free) 4.15",
  assets: [
    "free-jqgrid/dist/css/ui.jqgrid.min.css",
    "jquery/dist/jquery.min.js",
    "free-jqgrid/dist/i18n/grid.locale-cn.js",
    "free-jqgrid/dist/jquery.jqgrid.min.js",
  ],
  body: '<div style="width:1300px"><table id="app"></table><div id="pager"></div></div>',
  script: `$("#app").jqGrid({ datatype: "local", data: ROWS, rowNum: SIZE, pager: "#pager", viewrecords: true, width: 1300, height: 420, shrinkToFit: false, rownumbers: true, multiselect: true, guiStyle: "jQueryUI",
      colModel: COLUMNS.map((c) => ({ name: c.key, label: c.title, width: c.width, hidden: !!c.hidden, frozen: c.fixed === "left", sortable: !!c.sort })) });
    $("#app").jqGrid("setFrozenColumns");
    window.load = (rows) => { $("#app").jqGrid("clearGridData"); $("#app").jqGrid("setGridParam", { data: rows, page: 1 }).trigger("reloadGrid"); };`,
  next: "#next_pager, .ui-pg-button[id^=next]",
  sort: "#jqgh_app_acceptedAt",
  scroller: ".ui-jqgrid-bdiv:not(.frozen-bdiv)",
  total: true,
  page: true,
};
