import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWhenStale } from "../build.ts";
import { type Supervisor, launchWithExtension } from "./browser.ts";
import { type Service, aService } from "./service.ts";
import { type PlainPortal, listPage, plainPortal } from "./taught-portal.ts";
import { enrol, eventually } from "./world.ts";

const day = (back: number): string =>
  new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const CODES = ["LSH", "SXMC", "SJRQ", "GZR", "ZT"];
const ROWS = [
  ["QY-26-00101", "食品经营许可", day(60), "5", "1"],
  ["QY-26-00102", "小餐饮登记", day(1), "20", "1"],
];
const CHOICES: [column: number, concept: string][] = [
  [0, "caseNo"],
  [1, "item"],
  [2, "acceptedAt"],
  [3, "promisedLimit"],
  [4, "status"],
];

let folder: string;
let portal: PlainPortal;
let service: Service;
let teacher: Supervisor;
let colleague: Supervisor;
let admin: string;
beforeAll(async () => {
  buildWhenStale(() => undefined);
  folder = mkdtempSync(join(tmpdir(), "shixian-shared-"));
  portal = await plainPortal("gx.qingyu.gov.cn");
  portal.show("/codes/list", listPage(CODES, ROWS));
  service = await aService(join(folder, "service"));
  await service.start();
  admin = service.cli("token", "--unit", "青屿区", "--role", "system-admin");
  teacher = await launchWithExtension();
  colleague = await launchWithExtension();
  await (await enrol(teacher, service, "青屿区/政务服务中心")).close();
  await (await enrol(colleague, service, "青屿区/临港分中心")).close();
});
afterAll(async () => {
  await teacher?.close();
  await colleague?.close();
  await service?.stop();
  await portal?.close();
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const marks = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("shixian-mark")].map((mark) => mark.dataset.verdict),
  );

async function json<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(service.address + path, {
    headers: { authorization: `Bearer ${admin}`, "content-type": "application/json" },
    ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
interface Offers {
  offers: { revision: number; state: string; unit: { path: string } }[];
}

/** The extension asks again when it enrols and every quarter of an hour; a person need not wait. */
async function askAgain(supervisor: Supervisor): Promise<void> {
  const own = await supervisor.openOwn("options");
  await own.locator("#portal-files button.ask").click();
  await own.waitForSelector("#portal-files button.ask:enabled");
  await own.close();
}

test("what one window was taught and offered is read by nobody else until it is accepted", async () => {
  const page = await teacher.context.newPage();
  await page.goto(portal.at("/codes/list"));
  const popup = await teacher.openOwn("popup");
  await popup.evaluate(async (url) => {
    const { tabs, runtime } = (
      globalThis as unknown as {
        chrome: {
          tabs: { query(query: object): Promise<{ id: number }[]> };
          runtime: { sendMessage(message: object): Promise<unknown> };
        };
      }
    ).chrome;
    const [tab] = await tabs.query({ url: `${url}*` });
    await runtime.sendMessage({ shixian: "openTool", body: { tabId: tab?.id, tool: "teach" } });
  }, page.url());
  await popup.close();
  await page.bringToFront();
  await page.waitForSelector("shixian-outline", { state: "attached" });
  const cell = await page.locator("#list td").first().boundingBox();
  if (!cell) throw new Error("no cell");
  await page.mouse.move(cell.x + 5, cell.y + 5);
  await page.mouse.click(cell.x + 5, cell.y + 5);
  await page.waitForSelector("shixian-teach [data-column]");
  for (const [column, concept] of CHOICES)
    await page.locator(`shixian-teach [data-column="${column}"] select`).selectOption(concept);
  await page.locator("shixian-teach select[name=unit]").selectOption("workday");
  await page.locator('shixian-teach select[name="status:1"]').selectOption("processing");
  await page.locator("shixian-teach button.main").click();
  await eventually(
    () => marks(page),
    (all) => all.join() === "overdue,on-time",
  );
  await page.locator("shixian-teach button", { hasText: "推荐给本单位同事" }).click();
  await eventually(
    () => page.locator("shixian-teach [role=status]").textContent(),
    (text) => text?.includes("已提交") === true,
  );
  const { offers } = await json<Offers>("/v1/portal-files/offers");
  expect(offers).toMatchObject([{ state: "offered", unit: { path: "青屿区/政务服务中心" } }]);

  await askAgain(colleague);
  const other = await colleague.context.newPage();
  await other.goto(portal.at("/codes/list"));
  await other.waitForTimeout(1_000);
  expect(await marks(other)).toEqual([]);
});

test("accepted for the county it is read by every window of it, and says whose it is", async () => {
  const [offer] = (await json<Offers>("/v1/portal-files/offers")).offers;
  const { unit } = await json<{ unit: { id: number } }>("/v1/me");
  await json("/v1/portal-files/decisions", {
    revision: offer?.revision,
    decision: "accept",
    unit: unit.id,
  });
  await askAgain(colleague);
  const page = colleague.context.pages().find((each) => each.url().includes("/codes/list"));
  if (!page) throw new Error("the colleague's page is gone");
  await page.bringToFront();
  await eventually(
    () => marks(page),
    (all) => all.join() === "overdue,on-time",
  );
  const own = await colleague.openOwn("options");
  expect(await own.locator("[data-source=service]").textContent()).toContain("青屿区共享");
  // what a person switches off in the own browser stays off there, whatever comes
  await own.click("[data-source=service] input");
  await eventually(
    () => marks(page),
    (all) => all.length === 0,
  );
  await askAgain(colleague);
  await page.waitForTimeout(500);
  expect(await marks(page)).toEqual([]);
  await own.click("[data-source=service] input");
  await own.close();
  await eventually(
    () => marks(page),
    (all) => all.length === 2,
  );
});

test("switched off by the administrator it is gone from the colleague's browser, and stays where it was taught", async () => {
  const [offer] = (await json<Offers>("/v1/portal-files/offers")).offers;
  const { unit } = await json<{ unit: { id: number } }>("/v1/me");
  await json("/v1/portal-files/decisions", {
    revision: offer?.revision,
    decision: "off",
    unit: unit.id,
  });
  await askAgain(colleague);
  const page = colleague.context.pages().find((each) => each.url().includes("/codes/list"));
  if (!page) throw new Error("the colleague's page is gone");
  await eventually(
    () => marks(page),
    (all) => all.length === 0,
  );
  const own = await colleague.openOwn("options");
  expect(await own.locator("[data-source=service]").count()).toBe(0);
  await own.close();
  const taught = teacher.context.pages().find((each) => each.url().includes("/codes/list"));
  expect(taught && (await marks(taught))).toEqual(["overdue", "on-time"]);
});

test("a page that changed under the reader reaches the service's list of broken portals, with the last look that was right", async () => {
  const headers = ["办件编号", "事项名称", "受理时间", "承诺时限", "办件状态"];
  const rows = [1, 2, 3, 4].map((n) => [
    `QY2026110${n}17`,
    "食品经营许可",
    day(n),
    "20个工作日",
    "办理中",
  ]);
  interface States {
    portals: {
      view: string;
      state: string;
      lastGood: { cases: number; total: number } | null;
      lastBroken: { why: string[] } | null;
    }[];
  }
  const auditor = service.cli("token", "--unit", "青屿区");
  const state = async () => {
    const answer = (await (await service.get("/v1/portals", auditor)).json()) as States;
    return answer.portals.find(({ view }) => view === "/ledger");
  };
  portal.show("/ledger", listPage(headers, rows));
  const page = await colleague.context.newPage();
  await page.goto(portal.at("/ledger"));
  await eventually(
    () => marks(page),
    (all) => all.length === 4,
  );
  await eventually(state, (found) => found?.state === "read" && found.lastGood?.cases === 4);
  portal.show(
    "/ledger",
    listPage(
      headers.map((header, i) => (i === 2 ? "SLRQ2" : header)),
      rows,
    ),
  );
  await page.goto(portal.at("/ledger"));
  const broken = await eventually(state, (found) => found?.state === "broken", 40_000);
  expect(broken).toMatchObject({
    lastGood: { cases: 4, total: 4 },
    lastBroken: { why: ["drift-columns"] },
  });
  // nothing of it turned green in the meantime
  expect(await marks(page)).not.toContain("on-time");
});
