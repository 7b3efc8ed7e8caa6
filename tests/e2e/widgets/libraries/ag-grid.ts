import type { Library } from "../library.ts";

/** No table at all: rows placed by style, columns and rows drawn only where one looks, each row in three containers. */
export const agGrid: Library = {
  name: "AG Grid 31.3, virtual rows and columns",
  assets: ["ag-grid-community/dist/ag-grid-community.min.js"],
  body: '<div id="app" class="ag-theme-alpine" style="height:460px;width:1300px"></div>',
  script: `const api = agGrid.createGrid(document.getElementById("app"), { rowData: ROWS, getRowId: ({ data }) => data.caseNo, rowBuffer: 4, animateRows: false,
    columnDefs: COLUMNS.map((c) => ({ field: c.key, headerName: c.title, width: c.width, pinned: c.fixed, hide: !!c.hidden, sortable: !!c.sort })) });
    window.load = (rows) => api.setGridOption("rowData", rows);`,
  sort: ".ag-header-cell[col-id=acceptedAt] .ag-header-cell-label",
  scroller: ".ag-body-viewport",
};

export const agGridPaged: Library = {
  ...agGrid,
  name: "AG Grid 31.3, paged",
  script: `const api = agGrid.createGrid(document.getElementById("app"), { rowData: ROWS, pagination: true, paginationPageSize: SIZE, paginationPageSizeSelector: false, animateRows: false, suppressColumnVirtualisation: true,
    localeText: { page: "第", of: "/", to: "至", pageSizeSelectorLabel: "每页" },
    columnDefs: COLUMNS.map((c) => ({ field: c.key, headerName: c.title, width: c.width, pinned: c.fixed, hide: !!c.hidden, sortable: !!c.sort })) });
    window.load = (rows) => api.setGridOption("rowData", rows);`,
  next: ".ag-paging-button:has(.ag-icon-next)",
  total: true,
  page: true,
};
