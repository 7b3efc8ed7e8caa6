import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { InPage } from "./in-page.ts";
import { type ReaderBrowser, readerBrowser } from "./chromium.ts";

const at = "2026-10-15T10:00:00+08:00";
const HEADERS = [
  "申办号",
  "许可事项名称",
  "申请主体",
  "正式受理日期",
  "应办结日",
  "现处环节",
  "办件当前状态",
];
const ROWS = Array.from({ length: 6 }, (_, i) => [
  `XZXK-2026-${1000 + i}`,
  ["排水许可证核发", "林木采伐许可"][i % 2] ?? "",
  "澄江恒远商贸有限公司",
  `2026-09-0${i + 1}`,
  `2026-10-1${i}`,
  ["材料审查", "现场勘验"][i % 2] ?? "",
  ["审批中", "已办结"][i % 2] ?? "",
]);
const asObjects = JSON.stringify(
  ROWS.map((row) => Object.fromEntries(row.map((text, i) => [`k${i}`, text]))),
);
const asset = (path: string): string =>
  new URL(`../../../node_modules/${path}`, import.meta.url).href;
const html = (assets: readonly string[], body: string, script: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>许可台账</title>${assets
    .map((path) =>
      path.endsWith(".css")
        ? `<link rel="stylesheet" href="${asset(path)}">`
        : `<script src="${asset(path)}"></script>`,
    )
    .join("")}</head><body>${body}<script>${script}</script></body></html>`;

const ELEMENT = html(
  ["element-ui/lib/theme-chalk/index.css", "vue/dist/vue.min.js", "element-ui/lib/index.js"],
  `<div id="app"><el-table :data="rows" height="300" style="width:760px"><el-table-column type="selection" width="40" fixed></el-table-column>${HEADERS.map((header, i) => `<el-table-column prop="k${i}" label="${header}" width="170" sortable ${i === 0 ? "fixed" : i === HEADERS.length - 1 ? 'fixed="right"' : ""}></el-table-column>`).join("")}</el-table></div>`,
  `window.vm = new Vue({ el: "#app", data: { rows: ${asObjects} } })`,
);
const LAYUI = html(
  ["layui/dist/css/layui.css", "layui/dist/layui.js"],
  '<table id="t"></table>',
  `layui.use("table", () => layui.table.render({ elem: "#t", width: 760, height: 320, page: true, limit: 10, data: ${asObjects}, cols: [[{ type: "checkbox", fixed: "left" }, ${HEADERS.map((title, i) => JSON.stringify({ field: `k${i}`, title, width: 160, sort: true, ...(i === 0 && { fixed: "left" }), ...(i === HEADERS.length - 1 && { fixed: "right" }) })).join(",")}]] }))`,
);

let browser: ReaderBrowser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "shixian-widgets-"));
  browser = await readerBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ["Element UI", ELEMENT, ".el-table__header-wrapper th:nth-child(5) .sort-caret.descending"],
  [
    "layui",
    LAYUI,
    ".layui-table-main ~ * th[data-field=k3] .layui-table-sort-desc, .layui-table-header th[data-field=k3] .layui-table-sort-desc",
  ],
])(
  "%s: fixed columns are one table, each case once, before and after sorting",
  async (name, source, sorter) => {
    const file = join(folder, `${name.replace(/\W/g, "")}.html`);
    writeFileSync(file, source);
    const page = await browser.open(pathToFileURL(file).href);
    await page.waitForFunction((text) => document.body.innerText.includes(text), "XZXK-2026-1005");
    const read = () =>
      page.evaluate((when) => (globalThis as unknown as { reader: InPage }).reader.read(when), at);
    const check = (
      order: readonly number[],
      { reading, anchors }: Awaited<ReturnType<typeof read>>,
    ) => {
      expect(reading.kind).toBe("list");
      expect(reading.cases.map((each) => each.caseNo)).toEqual(order.map((i) => ROWS[i]?.[0]));
      expect(reading.cases).toMatchObject(
        order.map((i) => ({
          facts: {
            item: ROWS[i]?.[1],
            acceptedAt: ROWS[i]?.[3],
            due: ROWS[i]?.[4],
            step: ROWS[i]?.[5],
            status: { text: ROWS[i]?.[6] },
          },
        })),
      );
      // three drawings of every row, and the mark where the number can be seen
      expect(anchors).toEqual(order.map((i) => ({ rows: 3, text: ROWS[i]?.[0], drawn: true })));
      expect(JSON.stringify(reading.cases)).not.toContain("恒远");
    };
    check([0, 1, 2, 3, 4, 5], await read());
    await page.locator(sorter).first().dispatchEvent("click");
    await page.waitForFunction((first) => {
      const text = document.body.innerText;
      return text.indexOf(first) >= 0 && text.indexOf(first) < text.indexOf("XZXK-2026-1000");
    }, "XZXK-2026-1005");
    check([5, 4, 3, 2, 1, 0], await read());
    await page.close();
  },
);
