import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readerPage } from "../extension/teaching/reader-page.ts";
import { CASE_NO, settledMarks, shownFrame } from "./marks.ts";
import { openCase, openPortal, openView } from "./portal-walk.ts";
import { type World, openWorld } from "./world.ts";

let world: World;
let page: Page;
beforeAll(async () => {
  world = await openWorld({ enrolled: false });
  page = await openPortal(world.supervisor.context, world.portal);
  await settledMarks(await shownFrame(page));
});
afterAll(() => world?.close());

async function twin(): Promise<string> {
  const own = await world.supervisor.openOwn("popup");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    own.evaluate(
      async (url) => {
        const { tabs, runtime } = (globalThis as unknown as { chrome: Chrome }).chrome;
        const [tab] = await tabs.query({ url: `${url}*` });
        await runtime.sendMessage({ shixian: "openTool", body: { tabId: tab?.id, tool: "twin" } });
      },
      new URL(page.url()).origin + "/",
    ),
  ]);
  await own.close();
  return readFileSync(await file.path(), "utf8");
}
interface Chrome {
  tabs: { query(query: object): Promise<{ id: number }[]> };
  runtime: { sendMessage(message: object): Promise<unknown> };
}

/** Everything that names somebody or some case in the portal's own data. */
const secrets = (): string[] => {
  const { cases, orders, history } = world.portal;
  return [
    ...cases.flatMap(({ row }) => [row.caseNo, row.applicant, row.phone]),
    ...orders.flatMap(({ row }) => [row.orderNo, row.caller, row.phone]),
    ...history.flatMap(({ row }) => [row.caseNo, row.applicant]),
  ].filter((text) => /[\p{L}\d]{3}/u.test(text));
};

test("the list of the demo portal, its frames inside, is one file without a person, a number or a phone of it", async () => {
  const html = await twin();
  expect(html).toContain("srcdoc=");
  expect(html).toContain("受理时间");
  expect(secrets().filter((each) => html.includes(each))).toEqual([]);
  expect(html.match(new RegExp(CASE_NO, "g")) ?? []).toEqual([]);
  const reader = await readerPage();
  try {
    await reader.show(html);
    const at = Date.parse(/shixian-as-of" content="([^"]+)/.exec(html)?.[1] ?? "");
    const frames = await Promise.all(
      reader.page
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate(() => document.querySelectorAll("tbody tr").length)),
    );
    expect(Math.max(...frames)).toBeGreaterThan(5);
    expect(at).toBeGreaterThan(0);
  } finally {
    await reader.close();
  }
});

test("so are the work orders, the hostile ledger and a case page", async () => {
  for (const open of [
    () => openView(page, "orders"),
    () => openView(page, "history"),
    async () => {
      const list = await openView(page, "list");
      return openCase(page, list, world.portal.cases[0]?.row.caseNo ?? "");
    },
  ]) {
    await open();
    const html = await twin();
    expect(secrets().filter((each) => html.includes(each))).toEqual([]);
    expect(html).not.toMatch(/<script|\son\w+="|__broken/);
  }
});
