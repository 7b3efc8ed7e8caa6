const HEADERS = [
  "办件编号",
  "事项名称",
  "申请人",
  "受理时间",
  "承诺时限",
  "应办结时间",
  "承办部门",
  "当前环节",
  "办件状态",
];
const ITEMS = ["排水许可证核发", "林木采伐许可", "食品经营许可（新办）", "公共场所卫生许可"];
const OFFICES = ["区水务局", "区农业农村局", "区市场监督管理局", "区卫生健康局"];
const STEPS = ["材料审查", "现场勘验", "领导审批", "制证"];
const STATES = ["审查中", "已办结", "审查中", "补正中"];

const two = (n: number): string => String(n).padStart(2, "0");
const row = (i: number): string[] => [
  `QYXK-2026-${10_000 + i}`,
  ITEMS[i % 4] ?? "",
  ["周立言", "林照野", "沈知微"][i % 3] ?? "",
  `2026-09-${two(1 + (i % 28))} ${two(8 + (i % 9))}:${two(i % 60)}`,
  `${5 + (i % 4) * 5}个工作日`,
  `2026-${i % 3 === 0 ? "10" : "11"}-${two(1 + (i % 28))}`,
  OFFICES[i % 4] ?? "",
  STEPS[i % 4] ?? "",
  STATES[i % 4] ?? "",
];

const page = (css: string, body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>办件列表</title><style>${css}</style></head><body><h2>办件列表</h2>${body}</body></html>`;
const all = (n: number, one: (cells: string[], i: number) => string): string =>
  Array.from({ length: n }, (_, i) => one(row(i), i)).join("");

/** The same list as several technologies draw it. */
export const TECHNOLOGIES: Readonly<Record<string, (rows: number) => string>> = {
  "plain table": (n) =>
    page(
      "td{padding:2px 6px}",
      `<table><thead><tr>${HEADERS.map((text) => `<th>${text}</th>`).join("")}</tr></thead><tbody>${all(n, (cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`)}</tbody></table>`,
    ),
  "div grid with roles": (n) =>
    page(
      "[role=row]{display:flex}[role=gridcell],[role=columnheader]{width:150px}",
      `<div role="grid"><div><div role="row">${HEADERS.map((text) => `<div role="columnheader">${text}</div>`).join("")}</div></div><div>${all(n, (cells) => `<div role="row">${cells.map((text) => `<div role="gridcell"><span>${text}</span></div>`).join("")}</div>`)}</div></div>`,
    ),
  "header and body apart": (n) =>
    page(
      "table{table-layout:fixed;width:1350px}",
      `<div class="grid"><div class="grid-header"><table><tr>${HEADERS.map((text, i) => `<th class="grid_column_${i}"><div class="cell">${text}<span class="sort"><i></i><i></i></span></div></th>`).join("")}</tr></table></div><div class="grid-body"><table><tbody>${all(n, (cells) => `<tr>${cells.map((text, i) => `<td class="grid_column_${i}"><div class="cell">${text}</div></td>`).join("")}</tr>`)}</tbody></table></div></div>`,
    ),
  "frozen column beside the body": (n) => {
    const half = (from: number, to: number, name: string) =>
      `<div class="${name}"><div class="head"><table><tr>${HEADERS.slice(from, to)
        .map(
          (text, i) =>
            `<th data-field="f${from + i}"><div class="cell"><span>${text}</span></div></th>`,
        )
        .join("")}</tr></table></div><div class="body"><table><tbody>${all(
        n,
        (cells, r) =>
          `<tr data-index="${r}">${cells
            .slice(from, to)
            .map((text, i) => `<td data-field="f${from + i}"><div class="cell">${text}</div></td>`)
            .join("")}</tr>`,
      )}</tbody></table></div></div>`;
    return page(
      ".box{position:relative}.fixed{position:absolute;top:0;left:0;background:#fff}.cell{width:130px;height:20px;overflow:hidden}",
      `<div class="box">${half(0, 9, "main")}${half(0, 1, "fixed")}</div>`,
    );
  },
};

/** News: as many words, and nothing that is a case. */
export const withoutCases = (n: number): string =>
  page(
    "",
    `<ul>${Array.from({ length: n }, (_, i) => `<li><a href="#">关于开展第${i + 1}次便民服务活动的通知</a><span>2026-09-${two(1 + (i % 28))}</span></li>`).join("")}</ul>`,
  );
