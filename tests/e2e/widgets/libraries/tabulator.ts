import type { Library } from "../library.ts";

/** Boxes with roles, virtual rows; a hidden column is in the page. */
export const tabulator: Library = {
  name: "Tabulator 5.6, virtual",
  assets: [
    "tabulator-tables/dist/css/tabulator.min.css",
    "tabulator-tables/dist/js/tabulator.min.js",
  ],
  script: `const table = new Tabulator("#app", { data: ROWS, index: "caseNo", height: 420, layout: "fitData",
    columns: COLUMNS.map((c) => ({ field: c.key, title: c.title, width: c.width, frozen: !!c.fixed, visible: !c.hidden, headerSort: !!c.sort })) });
    window.load = (rows) => table.replaceData(rows);`,
  sort: ".tabulator-col[tabulator-field=acceptedAt] .tabulator-col-title",
  scroller: ".tabulator-tableholder",
};
