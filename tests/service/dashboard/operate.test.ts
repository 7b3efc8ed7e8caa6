import { mkdirSync, writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { openWindow, signIn, startBrowser } from "./browser.ts";
import { NOW } from "./seed.ts";
import { type Running, startService } from "./service.ts";

let service: Running;
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), startBrowser()]);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** Where a person may look at what these pages show; nothing is written unless it is asked for. */
const PICTURES = process.env.SHIXIAN_PICTURES;
async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(`${PICTURES}/${name}.png`, await page.screenshot({ fullPage: true }));
}

async function open(token: string, path: string) {
  const window = await openWindow(browser, service.address, NOW);
  await signIn(window.page, service.address, token, path);
  return window;
}

const LEDGER = [
  ["流水号", "事项名称", "承办部门", "申请人", "SLRQ", "承诺时限", "办结时间", "办件状态"],
  [
    "QY20261001",
    "食品经营许可",
    "市场监管局",
    "赵溪汀",
    "2026-10-09",
    "5个工作日",
    "2026-10-14",
    "办结",
  ],
  [
    "QY20261002",
    "小餐饮登记",
    "市场监管局",
    "孙竹溪",
    "2026-10-12",
    "5个工作日",
    "2026-10-30",
    "办结",
  ],
  ["", "取水许可", "水务局", "李霁", "2026-10-12", "5个工作日", "", "在办"],
  ["QY20261003", "建设工程规划许可", "自然资源局", "周汀", "2026-11-02", "5个工作日", "", "在办"],
];

test("a ledger is uploaded, a column corrected, confirmed, and its cases are there; a line that could not be used is told", async () => {
  const { page, faults, strangers } = await open(service.auditor, "/imports");
  const workbook = await writeXlsxFile(
    LEDGER.map((row) => row.map((value) => ({ value, type: String }))),
  ).toBuffer();
  await page.getByLabel("选择文件").setInputFiles({
    name: "十一月台账.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(workbook),
  });
  await page.getByRole("heading", { name: "十一月台账.xlsx — 台账：每行一件" }).waitFor();
  const row = (header: string) =>
    page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: header, exact: true }) });
  expect(await row("承诺时限").getAttribute("data-concept")).toBe("promisedLimit");
  expect(await row("承诺时限").innerText()).toContain("已识别");
  expect(await row("申请人").innerText()).toContain("个人信息，不读取");
  expect(await page.locator("main").innerText()).not.toContain("赵溪汀");
  await picture(page, "import-plan");

  await page.getByLabel("含义 SLRQ").selectOption("acceptedAt");
  expect(await page.getByRole("button", { name: "确认导入" }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "再次识别" }).click();
  await page.locator("tr[data-by=map]").waitFor();
  expect(await row("SLRQ").innerText()).toContain("已指定");
  await page.getByRole("button", { name: "确认导入" }).click();
  await page.getByRole("heading", { name: "导入完成" }).waitFor();
  const told = await page.locator("main").innerText();
  expect(told).toContain("共 4 行、3 件");
  expect(told).toContain("第 4 行：没有办件编号，该行未导入");
  await picture(page, "import-done");
  await page.getByRole("link", { name: "查看这些办件" }).click();
  await page.getByRole("heading", { level: 1, name: /^办件/ }).waitFor();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("3");
  expect([faults, strangers]).toEqual([[], []]);
});

test("a file that cannot be read is refused in the reader's language, and another can be chosen", async () => {
  const { page } = await open(service.auditor, "/imports");
  const choose = (name: string, text: string) =>
    page
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await choose("空.csv", "办件编号,受理时间\r\n");
  await page.getByRole("alert").getByText("文件中没有数据行").waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await choose("empty.csv", "a,b\r\n");
  await page.getByRole("alert").getByText("The file holds no row of data.").waitFor();
  await picture(page, "import-refused-en");
  await choose("log.csv", "case,activity,start\r\n1,A,2026-01-01\r\n1,B,2026-01-02\r\n");
  await page.getByRole("button", { name: "Read again" }).waitFor();
});

test("a page that changed under the reader is listed as broken, before those that are read", async () => {
  const { page, faults } = await open(service.auditor, "/portals");
  const rows = page.getByRole("region", { name: "门户状态" }).locator("tbody tr");
  await rows.first().waitFor();
  expect(await rows.evaluateAll((all) => all.map((each) => each.dataset.state))).toEqual([
    "broken",
    "read",
  ]);
  const broken = await rows.first().innerText();
  expect(broken).toContain("1 台终端中 1 台异常");
  expect(broken).toContain("以往能识别的列，现已缺失或无法识别");
  expect(broken).toContain("识别 20 件，门户显示共 213 件");
  expect(faults).toEqual([]);
  expect(await page.getByText("启用和停用需要督查人员或系统管理员身份。").count()).toBe(1);
});

test("an administrator sees what a file says, accepts it for a unit, and switches it off again, each with who and when", async () => {
  const { page, faults } = await open(service.admin, "/portals");
  const row = page.locator("tr[data-revision]");
  await row.getByText("待处理").waitFor();
  await row.getByText("识别内容").click();
  expect(await row.innerText()).toMatch(/LSH\s+办件编号/);
  await row.getByLabel("生效单位").selectOption({ label: "青屿区" });
  await row.getByRole("button", { name: "启用" }).click();
  await row.getByText("生效范围：青屿区").waitFor();
  await row.getByText("处理记录").click();
  expect(await row.innerText()).toContain("2026-11-20 10:00 系统管理员 对 青屿区 启用");
  await picture(page, "portals");
  await row.getByRole("button", { name: "停用" }).click();
  await row.getByText("已停用").waitFor();
  expect(await row.getByText("生效范围").count()).toBe(0);
  expect(faults).toEqual([]);
});

test("devices with gaps, silence, a wrong clock or a copied profile come first and say so", async () => {
  const { page, faults } = await open(service.admin, "/devices");
  const list = page.getByRole("region", { name: "各终端情况" });
  await list.locator("tbody tr").first().waitFor();
  const rows = await list.locator("tbody tr").allInnerTexts();
  expect(rows[0]).toContain("3号窗口");
  expect(rows[0]).toMatch(/缺 2 条记录（编号 2–3）/);
  expect(rows[0]).toMatch(/时钟快 3 小时/);
  expect(rows[0]).toMatch(/1 个编号被重复使用/);
  expect(rows.at(-1)).toContain("正常");
  await picture(page, "devices");
  expect(faults).toEqual([]);
});

test("an administrator renames a device and, asked twice, revokes it", async () => {
  const { page, faults } = await open(service.admin, "/devices");
  const row = page
    .locator("tr[data-device]")
    .filter({ has: page.getByRole("button", { name: "停用" }) });
  const id = (await row.first().getAttribute("data-device")) ?? "";
  const mine = page.locator(`tr[data-device="${id}"]`);
  await mine.getByRole("button", { name: "改名" }).click();
  await mine.getByLabel("终端名称").fill("7号窗口");
  await mine.getByRole("button", { name: "改名" }).click();
  await mine.getByRole("rowheader", { name: "7号窗口" }).waitFor();
  await mine.getByRole("button", { name: "停用" }).click();
  await picture(page, "devices-revoke");
  await mine.getByRole("button", { name: "确认停用" }).click();
  await mine.getByText(/^已停用（/).waitFor();
  expect(await mine.getByRole("button").count()).toBe(0);
  expect(faults).toEqual([]);
});
