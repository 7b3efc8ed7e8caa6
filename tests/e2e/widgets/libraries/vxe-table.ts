import type { Library } from "../library.ts";

const grid = (
  more: string,
): string => `<div id="app"><vxe-table border show-overflow ref="table" height="420" :data="shown" ${more}>
  <vxe-column type="checkbox" width="50" fixed="left"></vxe-column>
  <vxe-column v-for="c in columns" :key="c.key" :field="c.key" :title="c.title" :width="c.width" :fixed="c.fixed" :visible="!c.hidden" :sortable="!!c.sort"></vxe-column></vxe-table>`;

/** Vue 2: frozen columns cloned, the cells of the original left empty. */
export const vxeTable3: Library = {
  name: "vxe-table 3.6",
  assets: [
    "vxe-table3/lib/style.min.css",
    "vue/dist/vue.min.js",
    "xe-utils/dist/xe-utils.umd.min.js",
    "vxe-table3/lib/index.umd.min.js",
  ],
  body: `${grid("")}<vxe-pager :current-page.sync="page" :page-size="10" :total="rows.length" :layouts="['PrevPage', 'Number', 'NextPage', 'FullJump', 'Total']"></vxe-pager></div>`,
  script: `const vm = new Vue({ el: "#app", data: { rows: ROWS, page: 1, columns: COLUMNS },
    computed: { shown() { return this.rows.slice((this.page - 1) * SIZE, this.page * SIZE); } } });
    window.load = (rows) => { vm.rows = rows; vm.page = 1; };`,
  next: ".vxe-pager--num-btn:text-is('2')",
  sort: ".vxe-table--main-wrapper th:has-text('受理时间') .vxe-sort--asc-btn",
  scroller: ".vxe-table--main-wrapper .vxe-table--body-wrapper",
  total: true,
  page: true,
};

/** Vue 3, with virtual rows. */
export const vxeTable4: Library = {
  name: "vxe-table 4.3, virtual",
  assets: [
    "vxe-table/lib/style.min.css",
    "vue3/dist/vue.global.prod.js",
    "xe-utils/dist/xe-utils.umd.min.js",
    "vxe-table/lib/index.umd.min.js",
  ],
  body: `${grid(':scroll-y="{ enabled: true, gt: 0 }" :row-config="{ keyField: \'caseNo\' }"')}</div>`,
  script: `const vm = Vue.createApp({ data: () => ({ shown: ROWS, columns: COLUMNS }) }).use(VXETable).mount("#app");
    window.load = (rows) => { vm.shown = rows; };`,
  sort: ".vxe-table--main-wrapper th:has-text('受理时间') .vxe-sort--asc-btn",
  scroller: ".vxe-table--main-wrapper .vxe-table--body-wrapper",
};
