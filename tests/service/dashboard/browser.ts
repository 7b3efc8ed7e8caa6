import { type Browser, type BrowserContext, type Page, chromium } from "playwright-core";
import { findChromium } from "../../../service/commands/chromium.ts";

export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium: npm test installs one");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** A window whose clock stands where the service's does, and which notes every request that leaves the service. */
export async function openWindow(
  browser: Browser,
  address: string,
  now: number,
  size = { width: 1600, height: 1000 },
): Promise<{ context: BrowserContext; page: Page; strangers: string[]; faults: string[] }> {
  const context = await browser.newContext({
    viewport: size,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  const strangers: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith("blob:")) strangers.push(url);
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("401")) faults.push(message.text());
  });
  return { context, page, strangers, faults };
}

export async function signIn(
  page: Page,
  address: string,
  token: string,
  path = "/",
): Promise<void> {
  await page.goto(address + path);
  await page.getByLabel("审计令牌").fill(token);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("navigation", { name: "页面导航" }).waitFor();
}
