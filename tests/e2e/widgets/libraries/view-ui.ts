import type { Library } from "../library.ts";

const table = `<i-table border height="460" :columns="columns" :data="shown" @on-sort-change="sort"></i-table>
  <page :model-value="page" :current="page" :total="rows.length" :page-size="10" show-total show-elevator @on-change="turn"></page>`;
const options = `data: () => ({ rows: ROWS, page: 1, columns: [{ type: "selection", width: 50, align: "center", fixed: "left" },
    ...VISIBLE.map((c) => ({ key: c.key, title: c.title, width: c.width, fixed: c.fixed, ellipsis: true, tooltip: c.key === "item", ...(c.sort && { sortable: "custom" }) }))] }),
  computed: { shown() { return this.rows.slice((this.page - 1) * SIZE, this.page * SIZE); } },
  methods: { turn(page) { this.page = page; }, sort({ order }) { if (order !== "normal") this.rows = [...this.rows].sort((a, b) => (order === "asc" ? 1 : -1) * a.acceptedAt.localeCompare(b.acceptedAt)); } }`;
const pager = {
  next: ".ivu-page-item[title='2']",
  sort: ".ivu-table-header th:has-text('受理时间') .ivu-table-sort i:first-child",
  scroller: ".ivu-table-body",
  total: true,
  page: true,
} as const;

/** iView as it is called since its fourth version, for Vue 2: frozen columns cloned. */
export const viewDesign: Library = {
  name: "View Design (iView) 4.7",
  assets: [
    "view-design/dist/styles/iview.css",
    "vue/dist/vue.min.js",
    "view-design/dist/iview.min.js",
  ],
  body: `<div id="app">${table}</div>`,
  script: `const vm = new Vue({ el: "#app", ${options} }); window.load = (rows) => { vm.rows = rows; vm.page = 1; };`,
  ...pager,
};

/** For Vue 3. */
export const viewUiPlus: Library = {
  name: "View UI Plus 1.3",
  assets: [
    "view-ui-plus/dist/styles/viewuiplus.css",
    "vue3/dist/vue.global.prod.js",
    "view-ui-plus/dist/viewuiplus.min.js",
  ],
  body: `<div id="app">${table}</div>`,
  script: `const vm = Vue.createApp({ ${options} }).use(ViewUIPlus).mount("#app"); window.load = (rows) => { vm.rows = rows; vm.page = 1; };`,
  ...pager,
};
