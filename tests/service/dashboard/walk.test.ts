import { NATIONAL } from "../../../service/derived/judging.ts";
import { caseProofOf } from "../../../service/routes/case-proof.ts";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWindow, signIn, startBrowser } from "./browser.ts";
import { CASES, HOSTILE, NOW, REWRITTEN_KEY } from "./seed.ts";
import { type Running, startService } from "./service.ts";

let service: Running;
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), startBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function auditor(path = "/"): Promise<Page> {
  const { page } = await openWindow(browser, service.address, NOW);
  await signIn(page, service.address, service.auditor, path);
  return page;
}
const count = async (page: Page): Promise<number> =>
  Number(/\d+/.exec(await page.getByRole("heading", { level: 1 }).innerText())?.[0]);

test("three clicks lead from a number to the evidence, and the number is the length of the list", async () => {
  const page = await auditor("/reports/delays-by-department?period=all");
  const figure = page.getByRole("link", { name: /^查看办件：区市场监督管理局，已受理·逾期未办结/ });
  const told = Number(await figure.innerText());
  await figure.click();
  await page.getByRole("heading", { level: 1, name: /^办件/ }).waitFor();
  expect(await count(page)).toBe(told);
  expect(told).toBeGreaterThan(0);
  await page.getByRole("row").nth(1).getByRole("link").click();
  await page.getByRole("heading", { name: "判定与理由" }).waitFor();
  expect(await page.getByText("已过应办结时间。").count()).toBe(1);
  expect(await page.getByText("xzsp.qingyu.gov.cn").count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: "返回上一页" }).click();
  await page.getByRole("heading", { level: 1, name: /^办件/ }).waitFor();
  expect(await count(page)).toBe(told);
});

test("every figure of every report opens a list of exactly so many cases", async () => {
  const page = await auditor();
  const reports = await page.evaluate(async () => {
    const { reports: list } = await (await fetch("/v1/reports")).json();
    return Promise.all(
      list.map(async ({ id }: { id: string }) => (await fetch(`/v1/reports/${id}`)).json()),
    );
  });
  const figures: [where: string, query: string, shown: number][] = [];
  for (const { id, columns, rows, total } of reports)
    for (const row of total ? [...rows, total] : rows)
      for (const { key, type } of columns)
        if (type === "number" && row.open[key] !== undefined)
          figures.push([`${id} ${row.key} ${key}`, row.open[key], row.cells[key]]);
  const queries = [...new Set(figures.map(([, query]) => query))];
  const listed = new Map(
    await page.evaluate(async (all) => {
      const found: [string, number][] = [];
      for (let i = 0; i < all.length; i += 8)
        found.push(
          ...(await Promise.all(
            all.slice(i, i + 8).map(async (query): Promise<[string, number]> => {
              const answer = await fetch(`/v1/cases?${query}&pageSize=1`);
              return [query, (await answer.json()).total];
            }),
          )),
        );
      return found;
    }, queries),
  );
  for (const [where, query, shown] of figures)
    expect([where, listed.get(query)]).toEqual([where, shown]);
  expect(figures.length).toBeGreaterThan(300);
}, 60_000);

test("both versions of a rewritten due date stand side by side, with when each was seen", async () => {
  const page = await auditor(`/cases/${REWRITTEN_KEY}`);
  const section = page.getByRole("region", { name: "前后说法不一" });
  await section.waitFor();
  expect(await section.getByRole("listitem").allInnerTexts()).toEqual([
    expect.stringMatching(/2026-10-09[^]*2026-10-01 09:00/),
    expect.stringMatching(/2026-12-09[^]*2026-10-11 09:00 — 2026-11-18 09:00/),
  ]);
});

test("text from a page is shown as text and never runs", async () => {
  const page = await auditor("/cases?period=all");
  await page.getByRole("cell", { name: HOSTILE }).waitFor();
  expect(await page.title()).toBe("办件 · 时限");
  expect(await page.locator("img").count()).toBe(0);
});

test("no request leaves the service, and nothing fails, on any page in either language", async () => {
  const { page, strangers, faults } = await openWindow(browser, service.address, NOW);
  await signIn(page, service.address, service.auditor);
  const names = ["总览", "承办部门时效情况", "各环节用时", "在办办件已历时长", "办件", "终端"];
  for (const name of names) {
    await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.waitForLoadState("networkidle");
  }
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("link", { name: "At a glance" }).click();
  await page.getByRole("heading", { level: 1, name: "At a glance" }).waitFor();
  await page.locator(".chart svg").first().waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  expect({ strangers, faults }).toEqual({ strangers: [], faults: [] });
});

test("a link shows its view to whoever opens it", async () => {
  const first = await auditor();
  await first.getByRole("link", { name: "承办部门时效情况" }).click();
  await first.getByLabel("统计期间").selectOption("quarter");
  await first.getByRole("button", { name: "上一期" }).click();
  await first.getByLabel("对比").selectOption("previous");
  await first.getByRole("button", { name: "按“办件总数”排序" }).click();
  await first.getByText("下方小字为2026年第二季度的数字及较其增减").waitFor();
  const table = (page: Page) => page.getByRole("table", { name: "承办部门时效情况" });
  const seen = await table(first).innerText();
  const address = new URL(first.url());
  expect(address.search).toContain("from=2026-07-01&to=2026-09-30");

  const second = await auditor(address.pathname + address.search);
  await second.getByText("下方小字为2026年第二季度的数字及较其增减").waitFor();
  expect(await table(second).innerText()).toBe(seen);
});

test("by keyboard alone: skip link, definition on focus, Escape, Enter into the cases", async () => {
  const page = await auditor("/reports/delays-by-department?period=all");
  await page.getByRole("heading", { level: 1, name: "承办部门时效情况" }).waitFor();
  await page.locator("body").press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到正文");
  const title = page.getByRole("button", { name: "按“按时率”排序" });
  await title.focus();
  const tip = page.getByRole("tooltip").filter({ hasText: "分母：时限已过" });
  await expect.poll(() => tip.evaluate((node) => node.className)).toBe("tooltip");
  await page.keyboard.press("Escape");
  await expect.poll(() => tip.evaluate((node) => node.className)).toBe("unseen");
  await title.press("Enter");
  expect(new URL(page.url()).searchParams.get("sort")).toBe("onTimeRate.desc");
  await page.getByRole("link", { name: /^查看办件：合计，办件总数/ }).press("Enter");
  await page.getByRole("heading", { level: 1, name: /^办件/ }).waitFor();
  expect(await count(page)).toBe(CASES.length);
});

test("the tree of units walks and chooses by arrows and Enter", async () => {
  const page = await auditor("/cases?period=all");
  await page.getByRole("button", { name: /^单位/ }).click();
  const search = page.getByRole("searchbox", { name: "输入名称查找单位" });
  await search.fill("临港");
  await page.getByRole("treeitem", { name: /^青屿区/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => new URL(page.url()).searchParams.get("unit"))
    .toBe("青屿区/临港新城分中心");
  await expect.poll(() => count(page)).toBe(CASES.length / 2);
});

test.each(["xlsx", "csv"])("the figures come as %s under the same filters", async (format) => {
  const page = await auditor("/reports/open-cases-by-age?period=all");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `下载 ${format === "xlsx" ? "Excel" : "CSV"}` }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^在办办件已历时长.*\\.${format}$`));
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(0, 2).toString("latin1")).toBe(format === "xlsx" ? "PK" : "\xef\xbb");
  await page.getByText("已下载：").waitFor();
});

test("the cases of the view come as an event log, under the filters that a log knows", async () => {
  const page = await auditor("/reports/delays-by-department?period=all");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载事件日志 XES" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("events.xes");
  const log = readFileSync(await file.path(), "utf8");
  expect(log.match(/<trace>/g)).toHaveLength(CASES.length);
  await page.getByText("已下载：events.xes").waitFor();
});

test("a session that ended asks for the token at the same address and goes on from there", async () => {
  const page = await auditor("/cases?period=all");
  await page.context().clearCookies();
  await page.getByRole("combobox", { name: "判定" }).selectOption({ index: 1 });
  await page.getByLabel("审计令牌").fill(service.auditor);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("heading", { level: 1, name: /^办件/ }).waitFor();
  expect(new URL(page.url()).searchParams.has("verdict")).toBe(true);
});

test("a wrong token, an unknown report and a service that is gone are told in the reader's language", async () => {
  const { page } = await openWindow(browser, service.address, NOW);
  await page.goto(service.address);
  await page.getByLabel("审计令牌").fill("aud_wrong");
  await page.getByRole("button", { name: "登录" }).click();
  const notice = page.getByRole("alert").filter({ hasText: "问题代码" });
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/sign-in/);
  await page.getByRole("button", { name: "English" }).click();
  expect(await page.getByRole("alert").filter({ hasText: "Problem code" }).innerText()).not.toMatch(
    /[一-龥]/,
  );

  const signed = await auditor("/reports/no-such-report");
  await signed.getByText("问题代码：unknown-report").waitFor();
  await signed.route("**/v1/cases?**", (route) => route.abort());
  await signed.getByRole("link", { name: "办件", exact: true }).click();
  await signed.getByText("无法连接服务").waitFor();
  await signed.unroute("**/v1/cases?**");
  await signed.getByRole("button", { name: "重试" }).click();
  await signed.getByRole("heading", { level: 1, name: /^办件/ }).waitFor();
});

test("nothing looked at is not shown as nothing overdue", async () => {
  const page = await auditor("/reports/delays-by-department?from=2020-01-01&to=2020-01-31");
  await page.getByText("期间内没有终端查看过门户").waitFor();
  expect(await page.getByText("所选范围内没有数据。").count()).toBe(1);
});

test("an administrator makes a code once, sees whom it is for, and sees no case", async () => {
  const { page } = await openWindow(browser, service.address, NOW);
  await signIn(page, service.address, service.admin, "/cases");
  expect(await page.getByRole("link", { name: "办件" }).count()).toBe(0);
  await page.getByLabel("所属单位").selectOption({ label: "　政务服务中心" });
  await page.getByRole("button", { name: "生成接入码" }).click();
  await page.getByText("接入到：青屿区/政务服务中心").waitFor();
  expect(await page.locator(".enrolment-values code").first().innerText()).toMatch(
    /^[0-9A-Z-]{16,}$/,
  );
  await page.reload();
  await page.getByRole("heading", { name: "接入新终端" }).waitFor();
  expect(await page.getByText("一次性接入码").count()).toBe(0);
});

test("a due date's proof is shown day by day, with the notice of every day off", async () => {
  const { page } = await openWindow(browser, service.address, NOW);
  const timeline = NATIONAL.fold([
    {
      at: NOW,
      lastAt: NOW,
      facts: { acceptedAt: "2026-09-30", promisedLimit: { amount: 1, unit: "workday" } },
      unreadable: [],
    },
  ]);
  const proof = caseProofOf(NATIONAL.prove(timeline, NOW), "zh-CN");
  // the seeded cases have no holiday between: another case's proof, as the service makes it, takes the place of this one's
  await page.route(`**/v1/cases/${REWRITTEN_KEY}*`, async (route) => {
    const answer = await route.fetch();
    const body: unknown = await answer.json();
    const whole = answer.ok() ? { ...(body as object), proof } : body;
    await route.fulfill({ response: answer, json: whole });
  });
  await signIn(page, service.address, service.auditor, `/cases/${REWRITTEN_KEY}`);
  const section = page.getByRole("region", { name: "应办结时间逐日推算" }).first();
  await section
    .getByRole("row", { name: /2026-10-01 四 — 2026-10-07 三 不计 国庆节放假/ })
    .waitFor();
  expect(await section.getByRole("cell", { name: /^10-0\d 放假$/ }).count()).toBe(7);
  expect(await section.getByRole("cell", { name: "10-08 1 到期" }).count()).toBe(1);
});

test("a report prints on A4 as a document: title, scope, table with its head on each page, definitions, lines to sign", async () => {
  const page = await auditor("/reports/longest-waiting?period=all");
  await page.getByRole("heading", { level: 1, name: "等待最久的办件" }).waitFor();
  await page.emulateMedia({ media: "print" });
  for (const hidden of [".side", ".top", ".filters", ".downloads"])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  expect(await page.locator(".signatures").innerText()).toMatch(/编制[^]*审核[^]*负责人[^]*日期/);
  expect(await page.locator(".filters-print").innerText()).toMatch(/青屿区[^]*全部期间/);
  const head = page.locator(".report-data thead");
  expect(await head.evaluate((node) => getComputedStyle(node).display)).toBe("table-header-group");
  const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  // points of A4 lying: a table of ten columns
  expect(file).toMatch(/\/MediaBox \[0 0 84[12](?:\.\d+)? 59[45](?:\.\d+)?\]/);
  expect([...file.matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(1);
});

test("drawings of the scorecard and of steps by department stand above the tables that say the same", async () => {
  for (const [path, mark] of [
    ["/reports/scorecard?period=all", "区交通运输局"],
    ["/reports/time-by-department?period=all", "审查"],
  ] as const) {
    const page = await auditor(path);
    const drawing = page.locator(".chart svg").first();
    await drawing.waitFor();
    await expect.poll(() => drawing.textContent()).toContain(mark);
    expect(await page.getByRole("table").first().innerText()).toContain(mark);
  }
});
