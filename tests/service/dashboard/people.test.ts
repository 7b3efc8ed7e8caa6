import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { hotp, STEP_MS } from "../../../service/access/totp.ts";
import { base32Bytes } from "../access/base32-bytes.ts";
import { openWindow, startBrowser } from "./browser.ts";
import { NOW } from "./seed.ts";
import { type Running, startService } from "./service.ts";

const SHOTS = process.env.SHIXIAN_SHOTS;
const PASSWORD = "松涛越过第九道山梁";

let service: Running;
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await service.stop();
});

const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};
const fill = async (page: Page, values: Record<string, string>): Promise<void> => {
  for (const [label, value] of Object.entries(values))
    await page.getByLabel(label, { exact: true }).fill(value);
};

/** A window of one's own, signed in by the pages. */
async function enter(login: string, code?: string) {
  const window = await openWindow(browser, service.address, NOW);
  const { page } = window;
  await page.goto(service.address);
  await fill(page, { 登录名: login, 密码: PASSWORD });
  await page.getByRole("button", { name: "登录", exact: true }).click();
  if (code !== undefined) {
    await page.getByLabel("验证码或备用码").fill(code);
    await page.getByRole("button", { name: "登录", exact: true }).click();
  }
  await page.getByRole("navigation", { name: "页面导航" }).waitFor();
  return window;
}

async function choosePassword(address: string): Promise<void> {
  const { page, context } = await openWindow(browser, service.address, NOW);
  await page.goto(address);
  await shot(page, "invitation");
  await fill(page, { 密码: PASSWORD, 再输一遍: PASSWORD });
  await page.getByRole("button", { name: "确定" }).click();
  await page.getByRole("link", { name: "前往登录" }).waitFor();
  // the link is spent and stays in no history
  expect(new URL(page.url()).hash).toBe("");
  await context.close();
}

test("the first hour: a printed link makes the first administrator, who appoints the others, each with a link and a password of their own", async () => {
  const { page, faults, strangers } = await openWindow(browser, service.address, NOW);
  await page.goto(service.address);
  await page.getByText("尚未设立管理员").waitFor();
  await shot(page, "sign-in-first");
  await page.goto(await service.firstLink());
  await fill(page, { 姓名: "陈安", 登录名: "chenan", 最上级单位: "青屿区" });
  await fill(page, { 密码: "password1234", 再输一遍: "password1234" });
  await page.getByRole("button", { name: "确定" }).click();
  await page.getByText("密码强度不够").waitFor();
  await shot(page, "setup-weak");
  await fill(page, { 密码: PASSWORD, 再输一遍: PASSWORD });
  await page.getByRole("button", { name: "确定" }).click();
  await page.getByRole("link", { name: "前往登录" }).click();
  await page.getByLabel("登录名").waitFor();
  await shot(page, "sign-in");

  const security = await enter("chenan");
  await security.page.getByRole("heading", { name: "用户与角色", level: 1 }).waitFor();
  for (const [name, login, role] of [
    ["林审", "linshen", "auditor"],
    ["周督", "zhoudu", "supervisor"],
    ["吴系", "wuxi", "system-admin"],
  ] as const) {
    await fill(security.page, { 姓名: name, 登录名: login });
    await security.page.getByLabel("角色", { exact: true }).selectOption(role);
    await security.page.getByRole("button", { name: "新增", exact: true }).click();
    await security.page.getByText(`当面或经内部渠道交给${name}`).waitFor();
    const link = await security.page.locator("code.breaks").innerText();
    await choosePassword(link.replace(/^https?:\/\/[^/]+/, service.address));
  }
  await shot(security.page, "users");
  await security.page.getByRole("link", { name: "接口令牌" }).click();
  await fill(security.page, { 用途: "督查周报", 有效天数: "30" });
  for (const report of ["总体情况", "成绩单"])
    await security.page.getByRole("checkbox", { name: report, exact: true }).check();
  await security.page.getByRole("button", { name: "签发", exact: true }).click();
  await security.page.getByText("令牌只显示这一次").waitFor();
  expect(await security.page.locator("code.breaks").innerText()).toMatch(/^aud_/);
  await security.page.getByRole("cell", { name: "总体情况、成绩单" }).waitFor();
  await shot(security.page, "tokens");
  // roles and not figures: nothing of a case is offered or given
  expect(await security.page.getByRole("link", { name: "办件" }).count()).toBe(0);
  // the refused password is the one thing that a browser notes
  expect(faults.filter((text) => !text.includes("422"))).toEqual([]);
  expect([strangers, security.strangers, security.faults]).toEqual([[], [], []]);
}, 120_000);

test("a second factor: the QR code is drawn by the page, the codes are shown once, and the next sign-in asks for one", async () => {
  const { page, context } = await enter("linshen");
  await page.getByRole("link", { name: "林审" }).click();
  await page.getByRole("button", { name: "启用" }).click();
  await page.getByRole("img", { name: "二维码" }).waitFor();
  await shot(page, "second-factor");
  const secret = (await page.locator(".enrol-factor code").innerText()).replace(/ /g, "");
  const codeAt = (step: number): string =>
    hotp(base32Bytes(secret), Math.floor(NOW / STEP_MS) + step);
  await fill(page, { "6 位验证码": codeAt(0) });
  await page.locator(".enrol-factor").getByLabel("当前密码").fill(PASSWORD);
  await page.getByRole("button", { name: "确认启用" }).click();
  await page.getByText("备用码只显示这一次").waitFor();
  expect(await page.locator(".recovery-codes li").count()).toBe(10);
  await shot(page, "recovery-codes");
  await page.getByRole("button", { name: "确认启用" }).click();
  await page.getByText("剩余备用码 10 个").waitFor();
  await shot(page, "account");
  await context.close();
  // a code is good once: the next sign-in takes the one after it
  const auditor = await enter("linshen", codeAt(1));
  await auditor.page.goto(`${service.address}/audit`);
  await auditor.page.getByRole("cell", { name: "启用双因素验证" }).first().waitFor();
  await shot(auditor.page, "audit");
  expect(auditor.faults).toEqual([]);
}, 60_000);

test("a system administrator renames a unit and imports others; what was before stays to be read", async () => {
  const { page, faults } = await enter("wuxi");
  await page.getByRole("link", { name: "单位", exact: true }).click();
  await page
    .getByRole("row", { name: /临港新城分中心/ })
    .getByRole("button", { name: "改名或移动" })
    .click();
  await page.getByLabel("名称", { exact: true }).fill("临港分中心");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("cell", { name: "青屿区/临港新城分中心" }).waitFor();
  await page.setInputFiles("input[type=file]", {
    name: "units.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("单位路径\n青屿区/政务服务中心\n青屿区/云台街道/便民服务站\n"),
  });
  await page.getByText("新增 2 个").waitFor();
  await shot(page, "units-import");
  await page.getByRole("button", { name: "确认导入" }).click();
  await page.getByRole("rowheader", { name: "便民服务站" }).waitFor();
  await shot(page, "units");
  await page
    .getByRole("row", { name: /^青屿区/ })
    .getByRole("button", { name: "在最上级之上新增单位" })
    .click();
  await page.getByLabel("名称", { exact: true }).fill("云台市");
  await shot(page, "units-above");
  await page.getByRole("button", { name: "新增", exact: true }).click();
  await page.getByRole("rowheader", { name: "云台市" }).waitFor();
  expect(faults).toEqual([]);
}, 60_000);

test("a supervisor reads what the own browser has sent, line by line, and nothing that others saw", async () => {
  const { page, faults } = await enter("zhoudu");
  await page.getByRole("link", { name: "本人观测" }).click();
  await page.getByText("本人尚未登记浏览器").waitFor();
  await service.owns("zhoudu");
  await page.reload();
  await page.getByRole("table").waitFor();
  expect(await page.getByRole("row").count()).toBeGreaterThan(1);
  await shot(page, "own-observations");
  expect(faults).toEqual([]);
}, 60_000);
