import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWindow, signIn, startBrowser } from "./browser.ts";
import { NOW } from "./seed.ts";
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

/** `SHOTS=folder` keeps pictures of what people see. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function as(role: "auditor" | "admin", path: string) {
  const window = await openWindow(browser, service.address, NOW);
  await signIn(window.page, service.address, service[role], path);
  return window;
}

/** Laid over the year that ships: the last working days of November become days off. */
const CLOSURE = {
  year: 2026,
  notices: [
    {
      title: "青屿区关于台风停工的通知",
      published: "2026-11-19",
      address: "https://www.example.gov.cn/typhoon",
      off: [["台风停工", "2026-11-19", "2026-11-20"]],
      makeUp: [],
    },
  ],
};

test("an administrator imports a notice that is checked as it is pasted; an auditor sees both values of every changed date", async () => {
  const admin = await as("admin", "/rules");
  const { page } = admin;
  await page.getByRole("heading", { level: 1, name: "规则与日历" }).waitFor();
  expect(await page.getByText("尚未导入过文件").count()).toBe(1);
  const content = page.getByLabel("文件内容");
  const submit = page.getByRole("button", { name: "导入", exact: true });
  const [notice] = CLOSURE.notices;
  const wrong = { ...CLOSURE, notices: [{ ...notice, published: "2026-02-30" }] };
  await content.fill(JSON.stringify(wrong));
  await page.getByText("不是存在的日期。").waitFor();
  expect(await page.getByText("notices.0.published").count()).toBe(1);
  expect(await submit.isDisabled()).toBe(true);
  await shot(page, "import-fault");
  await content.fill(JSON.stringify(CLOSURE));
  await page.getByText("校验通过：年度安排 2026").waitFor();
  await submit.click();
  await page.getByText("已导入年度安排 2026。").waitFor();
  await page.getByRole("cell", { name: "系统管理员", exact: true }).waitFor();
  // who runs the service sees no cases
  expect(await page.getByRole("button", { name: "查看变化" }).count()).toBe(0);
  await shot(page, "rules-admin");

  const { page: audit } = await as("auditor", "/rules");
  await audit.getByRole("button", { name: "查看变化" }).click();
  await audit.getByRole("heading", { name: "“年度安排 2026”引起的变化" }).waitFor();
  const table = audit.getByRole("region", { name: "查看变化" });
  await table.waitFor();
  const rows = await table.getByRole("row").allInnerTexts();
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows.slice(1)) {
    const [before = "~", after = ""] = row.match(/2026-1\d-\d\d/g)?.slice(-2) ?? [];
    expect([row, after >= before]).toEqual([row, true]);
  }
  await shot(audit, "changes");
  expect(admin.faults).toEqual([]);
}, 60_000);

test("every year opens into its days, and a region says which years are known", async () => {
  const { page } = await as("auditor", "/rules");
  const years = page.getByRole("region", { name: "节假日安排" });
  await years.getByText("国办发明电〔2025〕7号").click();
  await years.getByText("国庆节：2026-10-10 上班").waitFor();
  const regions = page.getByRole("region", { name: "地方日历" });
  expect(await regions.getByRole("row", { name: /广西壮族自治区/ }).innerText()).toContain("2026");
  expect(await page.getByLabel("文件内容").count()).toBe(0);
  await shot(page, "rules-auditor");
});

test("a rule set is read in words, copied, changed in the form and in its JSON, imported and chosen for a unit", async () => {
  const { page, faults, strangers } = await as("admin", "/rules");
  await page.getByRole("link", { name: "湖南省电子监察规则" }).click();
  await page.getByText("承诺时限的“黄牌”：承诺时限届满后。").waitFor();
  await page.getByText("《行政许可法》第 45 条").first().waitFor();
  await shot(page, "regime-words");
  await page.getByRole("button", { name: "复制并修改" }).click();
  await page.getByText("校验通过：判定规则 hunan-own").waitFor();
  await page.getByRole("combobox", { name: "预警", exact: true }).selectOption("percent-used");
  await page.getByLabel("预警：数值", { exact: true }).fill("60");
  await page.getByLabel("编号").fill("QY!");
  await page.getByText("有 1 处须更正").waitFor();
  await page.getByLabel("编号").fill("qingyu");
  await page.getByText("校验通过：判定规则 qingyu").waitFor();
  const json = page.getByRole("textbox", { name: "JSON" });
  const text = await json.inputValue();
  expect(JSON.parse(text)).toMatchObject({
    id: "qingyu",
    warn: { kind: "percent-used", percent: 60 },
  });
  await json.fill(text.replace('"granularity": "moment"', '"granularity": "week"'));
  await page.getByText("右侧内容有误").waitFor();
  expect(await page.getByLabel("计算到").isDisabled()).toBe(true);
  await shot(page, "editor-fault");
  await json.fill(text.replace('"granularity": "moment"', '"granularity": "day"'));
  await page.getByText("校验通过：判定规则 qingyu").waitFor();
  expect(await page.getByLabel("计算到").inputValue()).toBe("day");
  await shot(page, "editor");
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await page.getByText("已导入判定规则 qingyu。").waitFor();
  await page.getByRole("link", { name: "qingyu" }).click();
  await page
    .getByRole("combobox", { name: "单位", exact: true })
    .selectOption({ label: "　临港新城分中心" });
  await page.getByRole("button", { name: "指定", exact: true }).click();
  await page
    .getByText("青屿区/临港新城分中心及其下级单位今后按 qingyu@2026-11-20 判定。")
    .waitFor();
  await page.getByRole("link", { name: "规则与日历" }).first().click();
  await page.getByText(/青屿区\/临港新城分中心（系统管理员 于/).waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Rules and calendars" }).waitFor();
  await shot(page, "rules-en");
  expect({ faults, strangers }).toEqual({ faults: [], strangers: [] });
}, 60_000);
