import type { Library } from "../library.ts";

const pagination = `{ pageSize: SIZE, showTotal: (n) => "共 " + n + " 条" }`;
const columns = `VISIBLE.map((c) => ({ dataIndex: c.key, key: c.key, title: c.title, width: c.width, fixed: c.fixed,
  ...(c.sort && { sorter: (a, b) => a.acceptedAt.localeCompare(b.acceptedAt) }) }))`;
const pager = {
  next: ".ant-pagination-item-2",
  sort: "th:has-text('受理时间') .ant-table-column-sorters",
  scroller: ".ant-table-body",
  total: true,
  page: true,
} as const;

/** Vue 2: frozen columns are drawn again beside the whole table. */
export const antDesignVue1: Library = {
  name: "Ant Design Vue 1.7",
  assets: [
    "ant-design-vue1/dist/antd.min.css",
    "vue/dist/vue.min.js",
    "moment/min/moment.min.js",
    "ant-design-vue1/dist/antd.min.js",
  ],
  body: `<div id="app"><a-table row-key="caseNo" size="middle" bordered :columns="columns" :data-source="rows" :pagination="pagination" :scroll="{ x: 1700 }"></a-table></div>`,
  script: `const vm = new Vue({ el: "#app", data: { rows: ROWS, columns: ${columns}, pagination: ${pagination} } });
    window.load = (rows) => { vm.rows = rows; };`,
  ...pager,
};

/** Vue 3, and the same markup as Ant Design 4: frozen columns by sticky cells. */
export const antDesignVue2: Library = {
  name: "Ant Design Vue 2.2",
  assets: [
    "ant-design-vue/dist/antd.min.css",
    "vue3/dist/vue.global.prod.js",
    "moment/min/moment.min.js",
    "ant-design-vue/dist/antd.min.js",
  ],
  body: `<div id="app"><a-table row-key="caseNo" size="middle" bordered :columns="columns" :data-source="rows" :pagination="pagination" :scroll="{ x: 1500, y: 420 }"></a-table></div>`,
  script: `const vm = Vue.createApp({ data: () => ({ rows: ROWS, columns: ${columns}, pagination: ${pagination} }) }).use(antd).mount("#app");
    window.load = (rows) => { vm.rows = rows; };`,
  ...pager,
};
