import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWhenStale } from "../build.ts";
import { readFileSync } from "node:fs";
import { type Supervisor, launchWithExtension } from "./browser.ts";
import { type PlainPortal, listPage, plainPortal } from "./taught-portal.ts";
import { eventually } from "./world.ts";

const day = (back: number): string => {
  const [y, m, d] = new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10).split("-");
  return `${d}-${m}-${y}`;
};
const CODES = ["LSH", "SXMC", "SQR", "SJRQ", "GZR", "ZT"];
const ROWS = [
  ["QY-26-00101", "食品经营许可", "赵溪汀", day(60), "5", "1"],
  ["QY-26-00102", "小餐饮登记", "孙竹溪", day(1), "20", "1"],
  ["QY-26-00103", "取水许可", "李霁", day(45), "3", "5"],
];
const CHOICES: [column: number, concept: string][] = [
  [0, "caseNo"],
  [1, "item"],
  [2, "personal"],
  [3, "acceptedAt"],
  [4, "promisedLimit"],
  [5, "status"],
];

let portal: PlainPortal;
let supervisor: Supervisor;
let page: Page;
beforeAll(async () => {
  buildWhenStale(() => undefined);
  portal = await plainPortal();
  supervisor = await launchWithExtension();
  portal.show("/codes/list", listPage(CODES, ROWS));
  portal.show("/divs/list", listPage(CODES, ROWS, { table: "divs" }));
  page = await supervisor.context.newPage();
});
afterAll(async () => {
  await supervisor?.close();
  await portal?.close();
});

/** As the popup does: asks the background to open the tool in the tab. */
async function openTool(tool: "teach" | "twin"): Promise<void> {
  const own = await supervisor.openOwn("popup");
  await own.evaluate(
    async ([url, name]) => {
      const { tabs, runtime } = (globalThis as unknown as { chrome: Chrome }).chrome;
      const [tab] = await tabs.query({ url: `${url}*` });
      await runtime.sendMessage({ shixian: "openTool", body: { tabId: tab?.id, tool: name } });
    },
    [page.url(), tool] as const,
  );
  await own.close();
  await page.bringToFront();
}
interface Chrome {
  tabs: { query(query: object): Promise<{ id: number }[]> };
  runtime: { sendMessage(message: object): Promise<unknown> };
}

const marks = () =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("shixian-mark")].map((mark) => mark.dataset.verdict),
  );
const ours = () =>
  page.evaluate(() => document.querySelectorAll("shixian-teach, shixian-outline").length);
const choose = (column: number, concept: string) =>
  page.locator(`shixian-teach [data-column="${column}"] select`).selectOption(concept);
const previewed = () =>
  page
    .locator("shixian-teach [data-preview] li")
    .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.verdict));

async function teachAll(): Promise<void> {
  for (const [column, concept] of CHOICES) await choose(column, concept);
  await page.locator("shixian-teach select[name=unit]").selectOption("workday");
  await page.locator("shixian-teach select[name=dates]").selectOption("day-first");
  await page.locator('shixian-teach select[name="status:1"]').selectOption("processing");
  await page.locator('shixian-teach select[name="status:5"]').selectOption("finished");
}

test("where nothing was recognised the table is pointed out, and the click does not reach the portal", async () => {
  await page.goto(portal.at("/codes/list"));
  await openTool("teach");
  await page.waitForSelector("shixian-outline", { state: "attached" });
  const cell = await page.locator("#list td").first().boundingBox();
  if (!cell) throw new Error("no cell");
  await page.mouse.move(cell.x + 5, cell.y + 5);
  await page.mouse.click(cell.x + 5, cell.y + 5);
  await page.waitForSelector("shixian-teach [data-column]");
  expect(await page.evaluate(() => (window as unknown as { reached: string[] }).reached)).toEqual(
    [],
  );
});

test("each column shows its header, our guess with its reasons, and samples in which persons are masked", async () => {
  const words = await page.locator('shixian-teach [data-column="2"]').textContent();
  expect(words).toContain("SQR");
  expect(words).toContain("推测");
  expect(words).toContain("赵●");
  expect(words).not.toContain("赵溪汀");
});

test("rows preview live with their verdicts, and saving marks the page at once", async () => {
  await teachAll();
  expect(await previewed()).toEqual(["overdue", "on-time", "unknown"]);
  expect(await page.locator('shixian-teach [data-column="3"]').textContent()).toContain("内容相符");
  await choose(1, "acceptedAt");
  expect(await page.locator('shixian-teach [data-column="1"]').textContent()).toContain(
    "内容与表头不符",
  );
  await choose(1, "item");
  expect(await page.locator("shixian-teach select:focus").count()).toBe(1);
  await page.locator("shixian-teach button.main").click();
  await eventually(marks, (all) => all.join() === "overdue,on-time,unknown");
});

test("the portal's own elements are as they were, and everything of ours is gone with Escape", async () => {
  expect(await page.locator("#list").evaluate((list) => list.getAttributeNames())).toEqual(["id"]);
  await page.locator("shixian-teach select").first().focus();
  await page.keyboard.press("Escape");
  await eventually(ours, (count) => count === 0);
  expect(
    portal.requests.filter((each) => !each.includes("/codes/list") && !each.includes("favicon")),
  ).toEqual([]);
});

test("the next visit is read as it was taught; another page of the portal is not touched by it", async () => {
  await page.goto(portal.at("/codes/list"));
  await eventually(marks, (all) => all.join() === "overdue,on-time,unknown");
  portal.show("/other/list", listPage(CODES, ROWS));
  await page.goto(portal.at("/other/list"));
  await page.waitForTimeout(800);
  expect(await marks()).toEqual([]);
});

test("what was taught can be taught further from the page summary, exported, and forgotten", async () => {
  await page.goto(portal.at("/codes/list"));
  await page.locator("shixian-summary button.open").click();
  await page.locator("shixian-summary button.teach").click();
  await page.waitForSelector("shixian-teach [data-column]");
  expect(await page.locator('shixian-teach [data-column="3"] select').inputValue()).toBe(
    "acceptedAt",
  );
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("shixian-teach button", { hasText: "导出文件" }).click(),
  ]);
  const exported = JSON.parse(readFileSync(await file.path(), "utf8")) as {
    matches: object[];
    views: object[];
  };
  expect(exported.matches).toEqual([{ host: new URL(portal.at("/")).host, path: "/codes/list" }]);
  expect(JSON.stringify(exported)).not.toContain("QY-26");
  expect(JSON.stringify(exported)).not.toContain("赵溪汀");
  await page.locator("shixian-teach button", { hasText: "忘记" }).click();
  await eventually(marks, (all) => all.length === 0);
});

test("a table of plain boxes, which the reader alone does not find, is pointed out and read", async () => {
  await page.goto(portal.at("/divs/list"));
  await openTool("teach");
  await page.waitForSelector("shixian-outline", { state: "attached" });
  const row = await page.locator("#list .ln").first().boundingBox();
  if (!row) throw new Error("no row");
  await page.mouse.move(row.x + 20, row.y + 5);
  await page.mouse.click(row.x + 20, row.y + 5);
  await page.waitForSelector("shixian-teach [data-column]");
  await teachAll();
  await page.locator("shixian-teach button.main").click();
  await eventually(marks, (all) => all.join() === "overdue,on-time,unknown");
  // read again with our marks among its parts, it says the same
  await page.evaluate(() => document.querySelector(".pager")?.append("。"));
  await page.waitForTimeout(600);
  expect(await marks()).toEqual(["overdue", "on-time", "unknown"]);
});

test("switched off while teaching, everything vanishes", async () => {
  await openTool("teach");
  await page.waitForSelector("shixian-teach [data-column]");
  const own = await supervisor.openOwn("popup");
  await own.uncheck("#enabled");
  await eventually(ours, (count) => count === 0);
  await own.check("#enabled");
  await own.close();
});

test("a file that a colleague exported is opened in the options, and a file that is none is refused", async () => {
  const own = await supervisor.openOwn("options");
  const file = (text: string) => ({
    name: "portal.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await own.setInputFiles("#portal-files input[type=file]", file('{"id":"x"}'));
  await own.waitForSelector("#portal-files [role=status].bad:not(:empty)");
  const shared = {
    format: 1,
    id: "from-a-colleague",
    version: 1,
    verifiedOn: "2026-11-22",
    matches: [{ host: new URL(portal.at("/")).host, path: "/codes/*" }],
    views: [
      {
        id: "list",
        headers: CODES,
        unit: "workday",
        dates: "day-first",
        columns: CHOICES.map(([index, concept]) => ({ header: CODES[index], concept })),
      },
    ],
  };
  await own.setInputFiles("#portal-files input[type=file]", file(JSON.stringify(shared)));
  await own.waitForSelector("[data-portal=from-a-colleague]");
  await page.goto(portal.at("/codes/list"));
  await eventually(marks, (all) => all.length === 3);
  await own.click("[data-portal=from-a-colleague] input");
  await eventually(marks, (all) => all.length === 0);
  await own.close();
});

test("a frame that was written by script is marked too, and in English where that was chosen", async () => {
  const inner = listPage(
    ["办件编号", "事项名称", "受理时间", "承诺时限", "办件状态"],
    [["QY1001", "食品经营许可", "2026-09-01", "5个工作日", "办理中"]],
  );
  portal.show(
    "/frame",
    `<!doctype html><body><iframe width=1200 height=400></iframe><script>
    const { contentDocument: inside } = document.querySelector("iframe"); inside.open(); inside.write(${JSON.stringify(inner).replace(/<\//g, "<\\/")}); inside.close();</script>`,
  );
  const own = await supervisor.openOwn("popup");
  await own.selectOption("footer select", "en");
  await page.goto(portal.at("/frame"));
  const words = () =>
    page
      .frames()[1]
      ?.evaluate(() => document.querySelector("shixian-mark")?.shadowRoot?.textContent ?? "") ?? "";
  await eventually(words, (text) => text.includes("Overdue"));
  await own.selectOption("footer select", "zh-CN");
  await eventually(words, (text) => text.includes("超期"));
  await own.close();
  await page.goto(portal.at("/codes/list"));
});

test("the scrubbed twin of the page is one file without anybody in it", async () => {
  const [file] = await Promise.all([page.waitForEvent("download"), openTool("twin")]);
  const twin = readFileSync(await file.path(), "utf8");
  for (const row of ROWS)
    for (const text of [row[0], row[2], row[3]]) expect(twin).not.toContain(text);
  expect(twin).toContain("shixian-as-of");
  expect(twin).not.toContain("<script");
  expect(twin).not.toContain("shixian-mark");
});
