import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Marks, expectedMarks, only, settledMarks, shownCases, shownFrame } from "./marks.ts";
import {
  openPortal,
  openView,
  refresh,
  rowsPerPage,
  search,
  sortBy,
  turnTo,
} from "./portal-walk.ts";
import { recordPaint } from "./paint.ts";
import { type World, eventually, openWorld } from "./world.ts";

let world: World;
let page: Page;
let list: Frame;
let expected: Marks;

beforeAll(async () => {
  world = await openWorld({ enrolled: false });
  expected = expectedMarks(world.portal);
});
afterAll(() => world?.close());
beforeEach(async () => {
  await page?.close();
  page = await openPortal(world.supervisor.context, world.portal);
  list = await shownFrame(page);
});

/** Every row that the frame shows bears the mark that was counted by hand. */
async function asExpected(frame: Frame): Promise<void> {
  const marks = await settledMarks(frame);
  expect(marks).toEqual(only(expected, await shownCases(frame)));
}

test("every case on every page of the list bears the mark that was counted by hand", async () => {
  const seen = new Set<string>();
  for (let number = 1; number <= 5; number += 1) {
    if (number > 1) await turnTo(list, number);
    await asExpected(list);
    for (const caseNo of await shownCases(list)) seen.add(caseNo);
  }
  expect(seen.size).toBe(world.portal.cases.length);
});

test("marks follow their cases through sorting, searching, refreshing and another page length", async () => {
  await sortBy(list, "受理时间");
  await asExpected(list);
  await sortBy(list, "受理时间");
  await asExpected(list);
  await refresh(list);
  await asExpected(list);
  await search(list, "医疗");
  await asExpected(list);
  await search(list, "");
  await rowsPerPage(list, 50);
  await asExpected(list);
  expect(await shownCases(list)).toHaveLength(world.portal.cases.length);
});

test("at no moment does a mark that can be seen stand in a row for which it was not made", async () => {
  await settledMarks(list);
  const painted = await recordPaint(list);
  for (const act of [
    () => turnTo(list, 2),
    () => sortBy(list, "办结时间"),
    () => turnTo(list, 3),
    () => search(list, "许可"),
    () => refresh(list),
  ]) {
    await act();
    await settledMarks(list);
  }
  const pairs = await painted();
  expect(pairs.length).toBeGreaterThan(30);
  expect(pairs.filter(([caseNo, verdict]) => expected[caseNo] !== verdict)).toEqual([]);
});

test("a second technology in another system's frame is marked as well: layui work orders", async () => {
  const orders = await openView(page, "orders");
  await asExpected(orders);
  await turnTo(orders, 2);
  await eventually(
    () => shownCases(orders),
    (shown) => shown.length < 10,
  );
  await asExpected(orders);
});

test("the summary of a page counts what its rows bear, and the toolbar shows what is overdue", async () => {
  const marks = Object.values(await settledMarks(list));
  const count = (verdict: string) => String(marks.filter((each) => each === verdict).length);
  const summary = list.locator("shixian-summary");
  expect(await summary.getAttribute("data-overdue")).toBe(count("overdue"));
  expect(await summary.getAttribute("data-due-soon")).toBe(count("due-soon"));
  expect(await summary.getAttribute("data-unknown")).toBe(count("unknown"));
  const [background] = world.supervisor.context.serviceWorkers();
  const badge = () =>
    background?.evaluate(async () => {
      const { action, tabs } = (globalThis as unknown as { chrome: ChromeActions }).chrome;
      const [tab] = await tabs.query({ active: true, url: "*://*.gov.cn/*" });
      return tab ? action.getBadgeText({ tabId: tab.id }) : "";
    });
  await page.bringToFront();
  await eventually(badge, (text) => text === count("overdue"));
});

test("a mark says its verdict in words as well as by colour, and why when it has the focus", async () => {
  await settledMarks(list);
  const late = list.locator("shixian-mark[data-verdict=overdue]").first();
  expect(await late.evaluate((mark) => mark.shadowRoot?.textContent)).toContain("超期");
  await late.evaluate((mark: HTMLElement) => mark.focus());
  await eventually(
    () => list.evaluate(() => document.querySelector("shixian-tip")?.shadowRoot?.textContent ?? ""),
    (words) => words.includes("超期") && words.length > 10,
  );
});

test("switched off, every mark is gone at once; switched on, they are back", async () => {
  await settledMarks(list);
  const popup = await world.supervisor.openOwn("popup");
  await popup.uncheck("#enabled");
  const own = () =>
    list.locator("shixian-mark, shixian-summary, shixian-tip, shixian-step").count();
  await eventually(own, (n) => n === 0);
  await refresh(list);
  expect(await own()).toBe(0);
  await popup.check("#enabled");
  await popup.close();
  await asExpected(list);
});

test("a page without cases stays without marks, though its words sound like cases", async () => {
  const notices = await openView(page, "notices");
  await page.waitForTimeout(1500);
  expect(await notices.locator("shixian-mark, shixian-summary").count()).toBe(0);
});

test("hostile text in cells is marked as any other and nothing of it runs", async () => {
  const history = await openView(page, "history");
  await asExpected(history);
  expect(await history.evaluate(() => Object.hasOwn(window, "__broken"))).toBe(false);
  expect(await history.locator("img, h1").count()).toBe(0);
});

interface ChromeActions {
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  tabs: { query(like: { active: boolean; url: string }): Promise<{ id: number }[]> };
}
