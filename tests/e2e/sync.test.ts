import type { Frame, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { settledMarks, shownFrame } from "./marks.ts";
import { openCase, openPortal, openView, turnTo } from "./portal-walk.ts";
import { UNIT, type World, eventually, openWorld, waitingInPopup } from "./world.ts";

let world: World;
let token: string;
beforeEach(async () => {
  world = await openWorld();
  token = world.service.cli("token", "--unit", UNIT);
});
afterEach(() => world?.close());

const report = z.object({
  n: z.number(),
  coverage: z.object({ looks: z.number(), cases: z.number(), unidentified: z.number() }),
});
const reported = async () =>
  report.parse(await (await world.service.get("/v1/reports/delays-by-department", token)).json());
const known = async (): Promise<number> => (await reported()).n;

/** Looks at one more page of the list, as long as a person needs to take it in. */
async function look(list: Frame, number: number): Promise<void> {
  await turnTo(list, number);
  await settledMarks(list);
  await list.page().waitForTimeout(1_300);
}

async function lookAtList(pages: readonly number[]): Promise<Page> {
  const page = await openPortal(world.supervisor.context, world.portal);
  const list = await shownFrame(page);
  for (const number of pages) await look(list, number);
  return page;
}

test("what the supervisor looks at reaches the service, each case once however often it was seen", async () => {
  const page = await lookAtList([1, 2]);
  await eventually(known, (n) => n === 20);
  const list = await shownFrame(page);
  await look(list, 3);
  await look(list, 1);
  await eventually(known, (n) => n === 30);
  await openView(page, "orders");
  await eventually(known, (n) => n === 40);
  await eventually(
    () => waitingInPopup(world.supervisor),
    ({ waiting }) => waiting === 0,
  );
});

test("a list behind another tab of the portal is looked at by nobody, and no case loses its number there", async () => {
  const page = await lookAtList([1]);
  const list = await shownFrame(page);
  for (const { row } of world.portal.cases.slice(0, 2)) {
    await openCase(page, list, row.caseNo);
    await page.waitForTimeout(2_000);
    await page.click("#tabs div:first-child");
    await settledMarks(list);
  }
  await openView(page, "orders");
  await page.waitForTimeout(2_000);
  await eventually(known, (n) => n === 20);
  await eventually(
    () => waitingInPopup(world.supervisor),
    ({ waiting }) => waiting === 0,
  );
  expect((await reported()).coverage.unidentified).toBe(0);
});

test("while the service is down marks go on, the popup tells how many records wait and since when, and nothing is lost", async () => {
  await world.service.stop();
  const before = Date.now();
  const page = await lookAtList([1, 2, 3]);
  const { waiting, since } = await eventually(
    () => waitingInPopup(world.supervisor),
    (told) => told.waiting >= 33, // three looks and thirty cases
  );
  expect(waiting).toBeGreaterThanOrEqual(33);
  expect(since).toMatch(/\d/);
  const [hour = 0, minute = 0] = (/(\d{1,2}):(\d{2})/.exec(since)?.slice(1) ?? []).map(Number);
  const told = new Date(before);
  const at = new Date(told.toLocaleString("en-US", { timeZone: "Asia/Shanghai" }));
  const minutes = hour * 60 + minute - (at.getHours() * 60 + at.getMinutes());
  expect((minutes + 1440) % 1440).toBeLessThanOrEqual(3);

  await world.service.start();
  const popup = await world.supervisor.openOwn("popup");
  await popup.click("button.main"); // 立即上传: a person need not wait for the next try
  await popup.close();
  await eventually(known, (n) => n === 30);
  await eventually(
    () => waitingInPopup(world.supervisor),
    (now) => now.waiting === 0,
  );
  await page.close();
});

test("a browser killed with a full outbox sends all of it when it runs again", async () => {
  await world.service.stop();
  await lookAtList([1, 2, 3, 4, 5]);
  const { waiting } = await eventually(
    () => waitingInPopup(world.supervisor),
    (told) => told.waiting >= world.portal.cases.length + 5,
  );
  await world.supervisor.kill();
  await world.service.start();
  expect(await known()).toBe(0);
  const supervisor = await world.restartBrowser();
  // The portal is not opened again: what arrives is what the killed browser had kept.
  await eventually(known, (n) => n === world.portal.cases.length, 60_000);
  await eventually(
    () => waitingInPopup(supervisor),
    (told) => told.waiting === 0,
  );
  const { looks } = (await reported()).coverage;
  expect(looks).toBeGreaterThanOrEqual(5);
  expect(looks).toBeLessThanOrEqual(waiting);
});

test("of a page that has nothing to do with cases nothing is recorded: what people otherwise read is nobody's business", async () => {
  const page = await world.supervisor.context.newPage();
  await page.goto(world.portal.views.notices);
  await page.waitForSelector("#notices tbody tr");
  await page.waitForTimeout(9_000);
  expect(await reported()).toMatchObject({ n: 0, coverage: { looks: 0 } });
  expect((await waitingInPopup(world.supervisor)).waiting).toBe(0);
});
