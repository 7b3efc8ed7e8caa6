import type { Library } from "../library.ts";

/** What a page of its own does for markup that no package draws: sorts and turns by itself. `paint(rows, page, all)` puts the rows. */
export const paging = (paint: string): string => `let rows = ROWS, page = 1;
  const esc = (words) => words.replace(/[&<>"]/g, (c) => "&#" + c.charCodeAt(0) + ";");
  ${paint}
  const show = () => paint(rows.slice((page - 1) * SIZE, page * SIZE), page, rows.length);
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-next]")) { page += 1; show(); }
    if (target.closest("[data-sort]")) { rows = [...rows].sort((a, b) => a.acceptedAt.localeCompare(b.acceptedAt)); show(); }
  });
  window.load = (more) => { rows = more; page = 1; show(); };
  show();`;

/** 新点's systems: two tables side by side, each with a sizing row of no height; the number of a column only in the ids of its cells. */
export const miniUi: Library = {
  name: "miniUI, by hand",
  assets: [],
  css: `.mini-grid { position: relative; width: 1300px; height: 440px; border: 1px solid #aaa; font-size: 13px; }
    .mini-grid-columns, .mini-grid-rows { position: relative; overflow: hidden; } .mini-grid-rows { height: 380px; }
    .mini-grid-columns-lock, .mini-grid-rows-lock { position: absolute; left: 0; top: 0; width: 230px; overflow: hidden; background: #fff; z-index: 1; border-right: 1px solid #888; }
    .mini-grid-columns-view { margin-left: 230px; overflow: hidden; } .mini-grid-rows-view { margin-left: 230px; overflow: auto; height: 380px; }
    table.mini-grid-table { table-layout: fixed; border-collapse: collapse; } td { padding: 0; border-bottom: 1px solid #ddd; overflow: hidden; }
    .mini-grid-cell-inner, .mini-grid-headerCell-inner { padding: 3px 4px; line-height: 22px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }`,
  script: paging(`const lock = ["", COLUMNS[0]], view = COLUMNS.slice(1);
    const sizing = (cols) => '<tr style="height:0px;">' + cols.map((c) => '<td style="height:0px;width:' + (c ? c.width : 40) + 'px' + (c && c.hidden ? ";display:none" : "") + '"></td>').join("") + "</tr>";
    const table = (cols, body, kind) => '<table class="mini-grid-table ' + kind + '" cellspacing="0" cellpadding="0" border="0" style="width:' + cols.reduce((n, c) => n + (c && c.hidden ? 0 : c ? c.width : 40), 0) + 'px">' + sizing(cols) + body + "</table>";
    const heads = (cols, from) => "<tr>" + cols.map((c, i) => '<td id="1$' + (from + i) + '" class="mini-grid-headerCell"' + (c && c.hidden ? ' style="display:none"' : "") + (c && c.sort ? " data-sort" : "") + '><div class="mini-grid-headerCell-outer"><div class="mini-grid-headerCell-inner">' + (c ? c.title : "") + "</div></div></td>").join("") + "</tr>";
    const line = (cols, from) => (row, r) => '<tr class="mini-grid-row' + (r % 2 ? " mini-grid-row-alt" : "") + '" id="1$row' + (from ? "" : "lock") + "$" + (r + 1) + '">' + cols.map((c, i) => '<td id="' + (r + 1) + "$cell$" + (from + i) + '" class="mini-grid-cell"' + (c && c.hidden ? ' style="display:none"' : "") + '><div class="mini-grid-cell-inner mini-grid-cell-nowrap">' + (c ? esc(row[c.key]) : r + 1) + "</div></td>").join("") + "</tr>";
    const paint = (list, page, all) => { document.getElementById("app").innerHTML = '<div class="mini-grid mini-datagrid"><div class="mini-grid-columns"><div class="mini-grid-columns-lock">' + table(lock, heads(lock, 0), "") + '</div><div class="mini-grid-columns-view">' + table(view, heads(view, 2), "") + '</div></div><div class="mini-grid-rows"><div class="mini-grid-rows-lock"><div class="mini-grid-rows-content">' + table(lock, list.map(line(lock, 0)).join(""), "mini-grid-rowstable") + '</div></div><div class="mini-grid-rows-view"><div class="mini-grid-rows-content">' + table(view, list.map(line(view, 2)).join(""), "mini-grid-rowstable") + '</div></div></div><div class="mini-pager"><div class="mini-pager-left"><a data-next>下一页</a> <input class="mini-pager-num" value="' + page + '"/> / ' + Math.ceil(all / SIZE) + '</div><div class="mini-pager-right">每页 10 条,共 ' + all + " 条</div></div></div>"; };`),
  next: "[data-next]",
  sort: "[data-sort]",
  scroller: ".mini-grid-rows-view",
  total: true,
};

/** ligerUI and the many like it: head and body apart, a column told by an id's tail. */
export const ligerUi: Library = {
  name: "ligerUI, by hand",
  assets: [],
  css: `.l-panel { width: 1300px; border: 1px solid #a3c0e8; font-size: 12px; } .l-grid-header2 { overflow: hidden; height: 26px; background: #e2f0ff; } .l-grid-body2 { overflow: auto; height: 380px; }
    table { table-layout: fixed; border-collapse: collapse; } td { padding: 0; height: 26px; border-bottom: 1px solid #d6e4f5; } .l-grid-row-cell-inner, .l-grid-hd-cell-inner { padding: 0 4px; line-height: 22px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }`,
  script: paging(`const cols = VISIBLE;
    const wide = cols.reduce((n, c) => n + c.width, 0);
    const paint = (list, page, all) => { document.getElementById("app").innerHTML = '<div class="l-panel l-frozen"><div class="l-grid"><div class="l-grid2"><div class="l-grid-header l-grid-header2"><div class="l-grid-header-inner"><table class="l-grid-header-table" style="width:' + wide + 'px"><tbody><tr class="l-grid-hd-row">' + cols.map((c, i) => '<td class="l-grid-hd-cell" id="maingrid|hcell|c' + (102 + i) + '" columnname="' + c.key + '" style="width:' + c.width + 'px"><div class="l-grid-hd-cell-inner"' + (c.sort ? " data-sort" : "") + '><span class="l-grid-hd-cell-text">' + c.title + "</span></div></td>").join("") + '</tr></tbody></table></div></div><div class="l-grid-body l-grid-body2"><div class="l-grid-body-inner"><table class="l-grid-body-table" style="width:' + wide + 'px"><tbody>' + list.map((row, r) => '<tr class="l-grid-row" id="maingrid|2|r' + (1001 + r) + '">' + cols.map((c, i) => '<td class="l-grid-row-cell" id="maingrid|2|r' + (1001 + r) + "|c" + (102 + i) + '" style="width:' + c.width + 'px"><div class="l-grid-row-cell-inner">' + esc(row[c.key]) + "</div></td>").join("") + "</tr>").join("") + '</tbody></table></div></div></div></div><div class="l-panel-bar"><div class="l-panel-bbar-inner"><div class="l-bar-group l-bar-message"><span class="l-bar-text">显示从 ' + ((page - 1) * SIZE + 1) + " 到 " + Math.min(all, page * SIZE) + "，总 " + all + ' 条 。每页显示：10</span></div><div class="l-bar-group"><span class="pcontrol"> <input type="text" size="4" value="' + page + '" style="width:20px"> / <span>' + Math.ceil(all / SIZE) + '</span></span></div><div class="l-bar-group"><a class="l-bar-btnnext" data-next>下一页</a></div></div></div></div>'; };`),
  next: "[data-next]",
  sort: "[data-sort]",
  scroller: ".l-grid-body2",
  total: true,
};

/** Rows and cells are boxes and nothing more; the pager is a sentence. */
export const plainBoxes: Library = {
  name: "boxes by hand",
  assets: [],
  css: `.list { width: 1560px; border: 1px solid #ccc; } .head, .line { display: flex; border-bottom: 1px solid #eee; } .head { position: sticky; top: 0; background: #eef3fa; font-weight: 700; }
    .head > div, .line > div { flex: none; box-sizing: border-box; padding: 8px 10px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }`,
  script: paging(
    `const paint = (list, page, all) => { document.getElementById("app").innerHTML = '<div class="list"><div class="head">' + VISIBLE.map((c) => '<div style="width:' + c.width + 'px"' + (c.sort ? " data-sort" : "") + ">" + c.title + "</div>").join("") + "</div>" + list.map((row) => '<div class="line">' + VISIBLE.map((c) => '<div style="width:' + c.width + 'px">' + esc(row[c.key]) + "</div>").join("") + "</div>").join("") + '</div><p class="pages">第 ' + page + " / " + Math.ceil(all / SIZE) + " 页，共 " + all + ' 件 <a data-next>下一页</a></p>'; };`,
  ),
  next: "[data-next]",
  sort: "[data-sort]",
  total: true,
  page: true,
};
