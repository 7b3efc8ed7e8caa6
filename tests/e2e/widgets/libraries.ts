import { agGrid, agGridPaged } from "./libraries/ag-grid.ts";
import { antDesignVue1, antDesignVue2 } from "./libraries/ant-design-vue.ts";
import { antd, antdVirtual } from "./libraries/antd.ts";
import { bootstrapTable } from "./libraries/bootstrap-table.ts";
import { dataTables } from "./libraries/datatables.ts";
import { easyUi } from "./libraries/easyui.ts";
import { elementPlus } from "./libraries/element-plus.ts";
import { elementUi } from "./libraries/element-ui.ts";
import { extJs3, extJs4 } from "./libraries/extjs.ts";
import { ligerUi, miniUi, plainBoxes } from "./libraries/hand-made.ts";
import { jqGrid } from "./libraries/jqgrid.ts";
import { layui } from "./libraries/layui.ts";
import { tabulator } from "./libraries/tabulator.ts";
import { vant } from "./libraries/vant.ts";
import { viewDesign, viewUiPlus } from "./libraries/view-ui.ts";
import { vxeTable3, vxeTable4 } from "./libraries/vxe-table.ts";
import type { Library } from "./library.ts";

export const LIBRARIES: readonly Library[] = [
  elementUi,
  elementPlus,
  antd,
  antdVirtual,
  antDesignVue1,
  antDesignVue2,
  viewDesign,
  viewUiPlus,
  vxeTable3,
  vxeTable4,
  bootstrapTable,
  dataTables,
  jqGrid,
  agGrid,
  agGridPaged,
  easyUi,
  layui,
  tabulator,
  vant,
  extJs3,
  extJs4,
  miniUi,
  ligerUi,
  plainBoxes,
];
