import type { Library } from "../library.ts";
import { paging } from "./hand-made.ts";

const BAR = `const bar = (page, all) => '<div class="x-toolbar"><div class="xtb-text">第</div><input type="text" class="x-tbar-page-number" value="' + page + '" size="3"><div class="xtb-text">页,共 ' + Math.ceil(all / SIZE) + ' 页</div><button data-next>下一页</button><div class="x-paging-info">显示 ' + ((page - 1) * SIZE + 1) + " - " + Math.min(all, page * SIZE) + "条，共 " + all + " 条</div></div>";`;

/** ExtJS 3, as its back offices still run it: each row a box with a table of its own, the head a table apart. */
export const extJs3: Library = {
  name: "ExtJS 3, by hand",
  assets: [],
  css: `.x-grid3 { width: 1300px; border: 1px solid #99bbe8; font-size: 12px; } .x-grid3-header { background: #eee; overflow: hidden; } .x-grid3-scroller { overflow: auto; height: 330px; position: relative; }
    table { table-layout: fixed; border-collapse: collapse; } .x-grid3-cell-inner, .x-grid3-hd-inner { padding: 3px 5px; line-height: 20px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; } .x-grid3-row { border-bottom: 1px solid #ededed; }`,
  script: paging(`${BAR}
    const wide = VISIBLE.reduce((n, c) => n + c.width, 0), sized = 'style="width:' + wide + 'px"';
    const cell = (row) => (c, i) => '<td class="x-grid3-col x-grid3-cell x-grid3-td-' + (i + 2) + (c.hidden ? '" style="display:none;width:' : '" style="width:') + c.width + 'px" tabindex="0"><div class="x-grid3-cell-inner x-grid3-col-' + (i + 2) + '" unselectable="on">' + esc(row[c.key]) + "</div></td>";
    const head = (c, i) => '<td class="x-grid3-hd x-grid3-cell x-grid3-td-' + (i + 2) + (c.hidden ? '" style="display:none;width:' : '" style="width:') + c.width + 'px"' + (c.sort ? " data-sort" : "") + '><div class="x-grid3-hd-inner x-grid3-hd-' + (i + 2) + '" unselectable="on"><a class="x-grid3-hd-btn" href="#"></a>' + c.title + "</div></td>";
    const line = (row, r) => '<div class="x-grid3-row' + (r % 2 ? " x-grid3-row-alt" : "") + '" ' + sized + '><table class="x-grid3-row-table" cellspacing="0" cellpadding="0" border="0" ' + sized + "><tbody><tr>" + COLUMNS.map(cell(row)).join("") + '</tr><tr class="x-grid3-row-body-tr" style="display:none"><td colspan="' + COLUMNS.length + '" class="x-grid3-body-cell"><div class="x-grid3-row-body"></div></td></tr></tbody></table></div>';
    const paint = (list, page, all) => { document.getElementById("app").innerHTML = '<div class="x-grid3"><div class="x-grid3-viewport"><div class="x-grid3-header"><div class="x-grid3-header-inner"><div class="x-grid3-header-offset" ' + sized + '><table cellspacing="0" cellpadding="0" border="0" ' + sized + '><thead><tr class="x-grid3-hd-row">' + COLUMNS.map(head).join("") + '</tr></thead></table></div></div></div><div class="x-grid3-scroller"><div class="x-grid3-body" ' + sized + ">" + list.map(line).join("") + "</div></div></div></div>" + bar(page, all); const [pane] = document.getElementsByClassName("x-grid3-scroller"), [top] = document.getElementsByClassName("x-grid3-header-inner"); top.style.overflow = "hidden"; pane.onscroll = () => { top.scrollLeft = pane.scrollLeft; }; };`),
  next: "[data-next]",
  sort: "[data-sort]",
  scroller: ".x-grid3-scroller",
  total: true,
};

/** ExtJS 4: one table for the rows, its head of boxes placed by style, a column told by the class of its cells. */
export const extJs4: Library = {
  name: "ExtJS 4, by hand",
  assets: [],
  css: `.x-grid { width: 1300px; border: 1px solid #99bce8; font-size: 12px; } .x-box-inner { position: relative; overflow: hidden; height: 26px; background: #eee; } .x-column-header { position: absolute; top: 0; height: 26px; overflow: hidden; box-sizing: border-box; }
    .x-grid-body { overflow: auto; height: 330px; position: relative; } table { table-layout: fixed; border-collapse: collapse; } td, th { padding: 0; } .x-grid-cell-inner, .x-column-header-inner { padding: 3px 6px; line-height: 20px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }`,
  script: paging(`${BAR}
    const wide = VISIBLE.reduce((n, c) => n + c.width, 0), id = (i) => "gridcolumn-" + (1011 + i);
    let left = 0; const heads = COLUMNS.map((c, i) => { const at = left; left += c.hidden ? 0 : c.width; return '<div class="x-column-header x-box-item x-unselectable" id="' + id(i) + '" style="left:' + at + "px;width:" + c.width + "px" + (c.hidden ? ";display:none" : "") + '"' + (c.sort ? " data-sort" : "") + '><div class="x-column-header-inner" id="' + id(i) + '-titleEl"><span class="x-column-header-text">' + c.title + '</span><div class="x-column-header-trigger"></div></div></div>'; }).join("");
    const sizing = '<tr class="x-grid-header-row">' + COLUMNS.map((c, i) => '<th class="x-grid-col-resizer-' + id(i) + '" style="width:' + c.width + "px;height:0" + (c.hidden ? ";display:none" : "") + '"></th>').join("") + "</tr>";
    const cell = (row) => (c, i) => '<td class="x-grid-cell x-grid-td x-grid-cell-' + id(i) + '"' + (c.hidden ? ' style="display:none"' : "") + '><div class="x-grid-cell-inner" unselectable="on">' + esc(row[c.key]) + "</div></td>";
    const paint = (list, page, all) => { document.getElementById("app").innerHTML = '<div class="x-panel x-grid"><div class="x-grid-header-ct x-docked x-docked-top"><div class="x-box-inner"><div class="x-box-target" style="position:absolute;width:20000px;left:0;top:0;height:1px">' + heads + '</div></div></div><div class="x-panel-body x-grid-body"><div class="x-grid-view"><table class="x-grid-table" cellspacing="0" cellpadding="0" border="0" style="width:' + wide + 'px"><tbody>' + sizing + list.map((row, r) => '<tr class="x-grid-row x-grid-data-row" id="record-' + page + "-" + r + '">' + COLUMNS.map(cell(row)).join("") + "</tr>").join("") + "</tbody></table></div></div>" + bar(page, all) + "</div>"; const [pane] = document.getElementsByClassName("x-grid-body"), [top] = document.getElementsByClassName("x-box-inner"); pane.onscroll = () => { top.scrollLeft = pane.scrollLeft; }; };`),
  next: "[data-next]",
  sort: "[data-sort]",
  scroller: ".x-grid-body",
  total: true,
};
