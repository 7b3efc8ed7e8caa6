import type { Library } from "../library.ts";

/** Vue 3: one table, frozen columns by sticky cells. */
export const elementPlus: Library = {
  name: "Element Plus 2.1",
  assets: [
    "element-plus/dist/index.css",
    "vue3/dist/vue.global.prod.js",
    "element-plus/dist/index.full.min.js",
  ],
  body: `<div id="app"><el-table :data="shown" border height="420" @sort-change="sort">
    <el-table-column type="selection" width="42" fixed="left"></el-table-column>
    <el-table-column v-for="c in columns" :key="c.key" :prop="c.key" :label="c.title" :width="c.width" :fixed="c.fixed" :sortable="c.sort ? 'custom' : false" show-overflow-tooltip></el-table-column>
    <el-table-column label="操作" width="80" fixed="right"><el-button type="text" size="small">查看</el-button></el-table-column>
  </el-table><el-pagination v-model:current-page="page" :page-size="10" :total="rows.length" layout="total, prev, pager, next, jumper"></el-pagination></div>`,
  script: `const vm = Vue.createApp({ data: () => ({ rows: ROWS, page: 1, columns: VISIBLE }),
    computed: { shown() { return this.rows.slice((this.page - 1) * SIZE, this.page * SIZE); } },
    methods: { sort({ order }) { if (order) this.rows = [...this.rows].sort((a, b) => (order === "ascending" ? 1 : -1) * a.acceptedAt.localeCompare(b.acceptedAt)); } } })
    .use(ElementPlus).mount("#app");
    window.load = (rows) => { vm.rows = rows; vm.page = 1; };`,
  next: ".el-pager .number:text-is('2')",
  sort: ".el-table__header-wrapper th:has-text('受理时间') .caret-wrapper .ascending",
  scroller: ".el-table__body-wrapper .el-scrollbar__wrap",
  total: true,
  page: true,
};
