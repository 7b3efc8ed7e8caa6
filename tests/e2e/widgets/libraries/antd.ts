import type { Library } from "../library.ts";

const assets = [
  "antd/dist/reset.css",
  "react18/umd/react.production.min.js",
  "react-dom18/umd/react-dom.production.min.js",
  "dayjs/dayjs.min.js",
  "antd/dist/antd.min.js",
];
const script = (more: string): string => `const { createElement: h, useState } = React;
  const columns = VISIBLE.map((c) => ({ dataIndex: c.key, key: c.key, title: c.title, width: c.width, fixed: c.fixed, ellipsis: true,
    ...(c.key === "caseNo" && { render: (words) => h("a", null, words) }), ...(c.key === "status" && { render: (words) => h(antd.Tag, null, words) }),
    ...(c.sort && { sorter: (a, b) => a.acceptedAt.localeCompare(b.acceptedAt) }) }));
  function Page() { const [rows, setRows] = useState(ROWS); window.load = setRows;
    return h(antd.Table, { rowKey: "caseNo", size: "middle", columns, dataSource: rows, ${more} }); }
  ReactDOM.createRoot(document.getElementById("app")).render(h(Page));`;

/** React: header and body in two tables, frozen columns by sticky cells, a measuring row. */
export const antd: Library = {
  name: "Ant Design 5.9",
  assets,
  script: script(
    `rowSelection: {}, scroll: { x: 1500, y: 420 }, pagination: { pageSize: SIZE, showTotal: (n) => "共 " + n + " 条" }`,
  ),
  next: ".ant-pagination-item-2",
  sort: "th:has-text('受理时间')",
  scroller: ".ant-table-body",
  total: true,
  page: true,
};

/** The same with virtual rows: boxes without a table, which come and go as one scrolls. */
export const antdVirtual: Library = {
  name: "Ant Design 5.9, virtual",
  assets,
  script: script("virtual: true, scroll: { x: 1500, y: 400 }, pagination: false"),
  sort: "th:has-text('受理时间')",
  scroller: ".rc-virtual-list-holder",
};
