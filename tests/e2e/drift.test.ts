import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWhenStale } from "../build.ts";
import { type Supervisor, launchWithExtension } from "./browser.ts";
import { type PlainPortal, listPage, plainPortal } from "./taught-portal.ts";
import { eventually } from "./world.ts";

const HEADERS = ["办件编号", "事项名称", "受理时间", "承诺时限", "办件状态"];
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const ROWS = [1, 2, 3, 4].map((n) => [
  `QY2026110${n}17`,
  "食品经营许可",
  day(n),
  "20个工作日",
  "办理中",
]);
const without = (index: number, rows = ROWS) =>
  rows.map((row) => row.filter((_, i) => i !== index));

let portal: PlainPortal;
let supervisor: Supervisor;
let page: Page;
beforeAll(async () => {
  buildWhenStale(() => undefined);
  portal = await plainPortal("drift.qingyu.gov.cn");
  supervisor = await launchWithExtension();
  page = await supervisor.context.newPage();
});
afterAll(async () => {
  await supervisor?.close();
  await portal?.close();
});

const notice = () =>
  page.evaluate(() => document.querySelector("shixian-drift")?.shadowRoot?.textContent ?? "");
const summary = () =>
  page.evaluate(() => document.querySelector("shixian-summary")?.shadowRoot?.textContent ?? "");

async function visit(path: string, html: string): Promise<void> {
  portal.show(path, html);
  await page.goto(portal.at(path));
}
/** Seen, settled, remembered. */
async function known(path: string, html = listPage(HEADERS, ROWS)): Promise<void> {
  await visit(path, html);
  await eventually(summary, (text) => text.includes("均在时限内"));
  await page.waitForTimeout(300);
}
const quiet = async (forMs = 1_800) => {
  await page.waitForTimeout(forMs);
  expect(await notice()).toBe("");
};

test("a column that the portal renamed to something unknown is told at once, and nothing is green", async () => {
  await known("/renamed");
  await visit(
    "/renamed",
    listPage(["办件编号", "事项名称", "SLRQ2", "承诺时限", "办件状态"], ROWS),
  );
  await eventually(notice, (text) => text.includes("以往能识别的列"));
  expect(await summary()).not.toContain("均在时限内");
});

test("dates that are no dates any more are told", async () => {
  await known("/values");
  const rows = ROWS.map((row) => row.map((cell, i) => (i === 2 ? "见附件" : cell)));
  await visit("/values", listPage(HEADERS, rows));
  await eventually(notice, (text) => text.includes("内容无法识别"));
});

test("a list without rows whose pager counts cases is told; an honest empty result is not", async () => {
  await known("/empty");
  await visit("/empty", listPage(HEADERS, [], { pager: "共 0 条" }));
  await quiet();
  await visit("/empty", listPage(HEADERS, [], { pager: "共 213 条" }));
  await eventually(notice, (text) => text.includes("一行也没有"));
});

test("another view of the same application at the same address raises no alarm", async () => {
  await known("/views");
  const done = ["办件编号", "事项名称", "受理时间", "办结时间", "办件状态"];
  await visit(
    "/views",
    listPage(
      done,
      ROWS.map((row) => [...row.slice(0, 3), day(0), "已办结"]),
    ),
  );
  await quiet();
  await page.evaluate(() => {
    document.body.innerHTML = "<h1>用户管理</h1><form><label>姓名 <input></label></form>";
  });
  await quiet();
});

test("a person says that the page is right as it is, and it is so from then on", async () => {
  await known("/accepted");
  await visit(
    "/accepted",
    listPage(
      HEADERS.filter((_, i) => i !== 3),
      without(3),
    ),
  );
  await eventually(notice, (text) => text.includes("以往能识别的列"));
  await page.locator("shixian-drift button", { hasText: "页面本来如此" }).click();
  await eventually(notice, (text) => text === "");
  await page.goto(portal.at("/accepted"));
  await quiet();
});

test("a page that always opened with cases and shows nothing is told after a while; a login page is not", async () => {
  for (let i = 0; i < 4; i++) await known("/gone");
  await visit("/gone", "<!doctype html><title>统一登录</title><input type=password>");
  await quiet(7_500);
  await visit(
    "/gone",
    "<!doctype html><title>审批台账</title><canvas width=900 height=500></canvas>",
  );
  await eventually(notice, (text) => text.includes("未识别到任何办件"));
});
