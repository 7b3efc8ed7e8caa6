import { existsSync, readFileSync, readdirSync } from "node:fs";
import fc from "../../property.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReaderPage, readerPage } from "./reader-page.ts";

const AT = Date.parse("2026-11-22T10:00:00+08:00");
const CORPUS = new URL("../../../../shared/corpus/dev/", import.meta.url);
const OWN = new URL("../../pages/portals/", import.meta.url);

let reader: ReaderPage;
beforeAll(async () => void (reader = await readerPage()), 60_000);
afterAll(() => reader?.close());

const twinOf = async (html: string, days = -70): Promise<string> => {
  await reader.show(html);
  return reader.call("twin", AT, "s3cret", days);
};

const list = (
  rows: string,
) => `<!doctype html><title>待办 赵溪汀</title><h1>待办列表</h1><table><thead><tr>
  <th>受理编号</th><th>申请人</th><th>联系电话</th><th>事项名称</th><th>受理时间</th><th>承诺时限</th><th>状态</th></tr></thead><tbody>${rows}</tbody></table>`;
const ROW = `<tr><td>QYSP202611020017</td><td>赵溪汀</td><td>13812345678</td><td>食品经营许可</td><td>2026-11-02 09:10</td><td>10个工作日</td><td>办理中</td></tr>
  <tr><td>QYSP202611030021</td><td>青屿岚禾餐饮有限公司</td><td>0571-88901234</td><td>小餐饮登记</td><td>2026-11-03 14:20</td><td>5个工作日</td><td>已办结</td></tr>`;

test("names, numbers and phones are other ones; headers, limits and states stay", async () => {
  const twin = await twinOf(list(ROW));
  for (const gone of ["QYSP2026110", "赵溪汀", "13812345678", "88901234", "青屿岚禾"])
    expect(twin).not.toContain(gone);
  for (const kept of ["受理编号", "申请人", "受理时间", "10个工作日", "办理中", "已办结"])
    expect(twin).toContain(kept);
});

test("every date moves by the same secret number of days, so that intervals stay; times of day stay", async () => {
  const twin = await twinOf(list(ROW), -70);
  expect(twin).toContain("2026-08-24 09:10");
  expect(twin).toContain("2026-08-25 14:20");
  expect(twin).toContain('content="2026-09-13T02:00:00.000Z"');
});

test("the same number is the same invention everywhere, and another secret another one", async () => {
  const html = `<p>办件 QYSP202611020017</p><p>见 QYSP202611020017</p>`;
  await reader.show(html);
  const one = await reader.call("twin", AT, "a", -70);
  const other = await reader.call("twin", AT, "b", -70);
  const codes = (twin: string) => twin.match(/[A-Z]{4}\d{12}/g) ?? [];
  expect(codes(one)).toHaveLength(2);
  expect(new Set(codes(one)).size).toBe(1);
  expect(codes(one)[0]).not.toBe(codes(other)[0]);
});

/** Where a portal, or somebody who wants to be found in the twin, may have put a secret. */
const HIDING: readonly [where: string, html: (secret: string) => string][] = [
  ["text", (s) => `<p>${s}</p>`],
  ["title", (s) => `<p title="${s}">x</p>`],
  ["alt and address of an image", (s) => `<img alt="${s}" src="/photo/${s}.jpg?who=${s}">`],
  ["typed value", (s) => `<input value="${s}" placeholder="${s}">`],
  ["hidden input", (s) => `<input type="hidden" value="${s}">`],
  ["text area", (s) => `<textarea>${s}</textarea>`],
  ["option", (s) => `<select><option value="${s}" selected>${s}</option></select>`],
  ["comment", (s) => `<!-- ${s} --><p>x</p>`],
  ["script", (s) => `<script type="application/json">{"who":"${s}"}</script>`],
  ["template", (s) => `<template><p>${s}</p></template>`],
  ["handler", (s) => `<a href="#" onclick="open('${s}')">x</a>`],
  ["address", (s) => `<a href="/case?who=${s}#${s}">x</a><form action="/${s}"></form>`],
  ["data attribute", (s) => `<p data-row-key="${s}" data-whatever="${s}" data-id="${s}">x</p>`],
  ["class and id", (s) => `<p class="user-${s}" id="case_${s}">x</p>`],
  ["unknown attribute", (s) => `<p who="${s}" aria-whatever="${s}">x</p>`],
  [
    "style",
    (s) => `<p style="--who: '${s}'; background: url(/${s}.png); font-family: '${s}'">x</p>`,
  ],
  [
    "sheet",
    (s) =>
      `<style>.user-${s}::after { content: "${s}"; background: url("/${s}.png") } [title="${s}"] { color: red }</style>`,
  ],
  [
    "frame",
    (s) => `<iframe srcdoc="<p title='${s}'>${s}</p>" name="${s}" src="about:blank?${s}"></iframe>`,
  ],
  ["drawing", (s) => `<svg aria-label="${s}"><title>${s}</title><text>${s}</text></svg>`],
  ["metadata", (s) => `<meta name="author" content="${s}"><base href="http://127.0.0.1/${s}/">`],
  ["hidden text", (s) => `<div style="display:none">${s}</div><noscript>${s}</noscript>`],
  [
    "label of a group",
    (s) =>
      `<optgroup label="${s}"></optgroup><table><caption>${s}</caption><tr><td>${s}</td></tr></table>`,
  ],
];
const SECRETS: readonly [kind: string, secret: string][] = [
  ["name", "钱霁霏"],
  ["masked name", "欧阳*珊"],
  ["phone", "13987654321"],
  ["identity number", "330102199003078512"],
  ["case number", "QYSP202611020099"],
  ["firm", "青屿汀兰餐饮管理店"],
  ["address", "青屿区榆林巷"],
  ["mail", "wangxiaoming"],
  ["full-width phone", "１３９８７６５４３２１"],
];

test.each(SECRETS)("a %s is found nowhere in the twin, wherever it was put", async (_, secret) => {
  const found: string[] = [];
  for (const [where, html] of HIDING) {
    const twin = await twinOf(`<!doctype html><body>${html(secret)}</body>`);
    if (plainText(twin).includes(plainText(secret))) found.push(where);
  }
  expect(found).toEqual([]);
});

/** As a person reads it, whatever the width of its characters and however it is escaped. */
const plainText = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/&(?:quot|#39|amp);/g, "")
    .toLowerCase();

test("nothing runs, nothing is fetched: no scripts, no handlers, no addresses", async () => {
  const twin = await twinOf(
    `<body onload="x()"><script src="/a.js"></script><link rel="stylesheet" href="/a.css"><img src="http://portal.gov.cn/a.png" onerror="x()"><a href="javascript:x()">x</a><iframe src="http://portal.gov.cn/"></iframe><object data="/a"></object>`,
  );
  expect(twin).not.toMatch(/<script|<link|<object|\son\w+=|https?:|javascript:|url\(/i);
});

const HAN = fc.string({
  unit: fc.constantFrom(..."钱霁霏欧阳珊榆林巷汀兰赵溪郑竹菊马龙"),
  minLength: 2,
  maxLength: 6,
});
const personal = fc.oneof(
  HAN,
  fc.stringMatching(/^1[3-9]\d{9}$/),
  fc.stringMatching(/^[1-9]\d{5}19[5-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|1\d)\d{3}[\dX]$/),
  fc.stringMatching(/^[A-Z]{2,4}20\d{2}\d{6,8}$/),
);
const around = fc.constantFrom(
  "",
  "申请人：",
  "（",
  "联系电话 ",
  "，办理中",
  "10个工作日 ",
  "\n",
  "2026-11-02 ",
);

test("generated pages: no personal text of the page stands in its twin", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(around, personal, around, fc.nat(HIDING.length - 1)), {
        minLength: 1,
        maxLength: 8,
      }),
      async (parts) => {
        const html = parts.map(
          ([before, who, after, where]) => HIDING[where]?.[1](before + who + after) ?? "",
        );
        const twin = plainText(await twinOf(`<!doctype html><body>${html.join("")}</body>`));
        for (const [, who] of parts) expect(twin).not.toContain(plainText(who));
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

/** A twin is a test fixture by itself: the reader gives the same kind and the same columns on it. */
const fixtures = [
  ...readdirSync(OWN).flatMap((id) =>
    readdirSync(new URL(`${id}/`, OWN))
      .filter((name) => name.endsWith(".html"))
      .map((name) => ({ name: `${id}/${name}`, url: new URL(`${id}/${name}`, OWN), at: AT })),
  ),
  ...(existsSync(CORPUS) ? readdirSync(CORPUS) : [])
    .filter((name) => name.endsWith(".html"))
    .map((name) => ({
      name,
      url: new URL(name, CORPUS),
      at: asOf(new URL(name.replace(/html$/, "json"), CORPUS)),
    })),
];
function asOf(file: URL): number {
  const text = (JSON.parse(readFileSync(file, "utf8")) as { asOf: string }).asOf;
  return Date.parse(`${text.length === 16 ? `${text}:00` : text}+08:00`);
}
/** What a careful person found about applicants on a corpus page. */
function personalOn(page: URL): string[] {
  const truth = JSON.parse(readFileSync(new URL(page.href.replace(/html$/, "json")), "utf8")) as {
    columns?: { header: string; concept: string }[] | Record<string, string>;
    rows?: { cells?: Record<string, string> }[];
  };
  const columns = Array.isArray(truth.columns) ? truth.columns : [];
  const headers = columns
    .filter(({ concept }) => concept === "personal")
    .map(({ header }) => header);
  return (truth.rows ?? [])
    .flatMap(({ cells = {} }) => headers.map((header) => (cells[header] ?? "").trim()))
    .filter((text) => text.length >= 2 && /[\p{L}\d]{2}/u.test(text) && !/^\*+$/.test(text));
}
if (!existsSync(CORPUS)) console.warn("NOT TESTED: the corpus is not beside this checkout");

test("the reader gives the same kind and columns on the twin as on the page, and no number of it", async () => {
  const different: string[] = [];
  const leaked: string[] = [];
  for (const { name, url, at } of fixtures) {
    await reader.open(url.href);
    const before = (await reader.call("read", at)).reading;
    const twin = await reader.call("twin", at, name, -70);
    await reader.show(twin);
    const after = (await reader.call("read", at - 70 * 86_400_000)).reading;
    const seen = ({ kind, columns, cases, steps }: typeof before) =>
      `${kind} ${columns.map(({ concept }) => concept).join()} ${cases.length} ${steps.length}`;
    if (seen(before) !== seen(after)) different.push(`${name}: ${seen(before)} → ${seen(after)}`);
    for (const { caseNo } of before.cases)
      if (caseNo !== undefined && caseNo.replace(/\D/g, "").length >= 5 && twin.includes(caseNo))
        leaked.push(`${name}: ${caseNo}`);
    for (const who of personalOn(url)) if (twin.includes(who)) leaked.push(`${name}: ${who}`);
  }
  expect(leaked).toEqual([]);
  console.info(
    `${fixtures.length} pages, ${different.length} read otherwise\n${different.join("\n")}`,
  );
  expect(different.length).toBeLessThanOrEqual(fixtures.length * 0.07);
}, 180_000);
