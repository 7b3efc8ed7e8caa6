import { afterAll, beforeAll, expect, test } from "vitest";
import { settledMarks, shownFrame } from "./marks.ts";
import { openCase, openPortal, openView, refresh, search, sortBy, turnTo } from "./portal-walk.ts";
import { type World, openWorld } from "./world.ts";

let bare: World;
let supervised: World;
beforeAll(async () => {
  bare = await openWorld({ withExtension: false });
  supervised = await openWorld();
});
afterAll(async () => {
  await bare?.close();
  await supervised?.close();
});

interface Seen {
  /** the frame's own markup, without ours and without the numbers that Element UI draws at random */
  markup: Record<string, string>;
  requests: string[];
  faults: string[];
}

/** The same walk in both browsers; what the portal got and what its pages hold in the end. */
async function walk(world: World): Promise<Seen> {
  const from = world.portal.requests.length;
  const faults: string[] = [];
  const page = await openPortal(world.supervisor.context, world.portal);
  page.on("pageerror", (error) => faults.push(error.message));
  const markup: Record<string, string> = {};
  const list = await shownFrame(page);
  const settle = async () =>
    world.supervisor.extension ? void (await settledMarks(list)) : undefined;
  const note = async (name: string) =>
    (markup[name] = await (
      await shownFrame(page)
    ).evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      for (const own of copy.querySelectorAll(
        "shixian-mark, shixian-step, shixian-summary, shixian-tip",
      ))
        own.remove();
      return copy.outerHTML;
    }));
  await settle();
  await turnTo(list, 2);
  await settle();
  await sortBy(list, "受理时间");
  await settle();
  await search(list, "许可");
  await refresh(list);
  await settle();
  await note("list");
  await openView(page, "history");
  await page.waitForTimeout(800);
  await note("history");
  await openView(page, "orders");
  await page.waitForTimeout(800);
  await note("orders");
  await openView(page, "notices");
  await page.waitForTimeout(800);
  await note("notices");
  await openView(page, "list");
  const { caseNo } = world.portal.cases[5]?.row ?? expect.fail("no such case");
  await search(list, caseNo);
  await openCase(page, list, caseNo);
  await page.waitForTimeout(800);
  await note("case");
  await page.close();
  return { markup, requests: world.portal.requests.slice(from), faults };
}

const settled = (markup: string): string =>
  markup
    .replace(/(el-(?:tooltip|popover|id|select-dropdown)-)[\w-]*\d+/g, "$1n")
    .replace(/:\d{4,5}\//g, ":port/")
    .replace(/ (?:aria-describedby|data-popper-id)="[^"]*"/g, "");

test("the portal's pages hold the same markup, get the same requests and throw no more with the extension than without", async () => {
  const [without, withIt] = [await walk(bare), await walk(supervised)];
  const plain = (requests: string[]) => requests.map((each) => each.replace(/:\d+/, ""));
  expect(plain(withIt.requests)).toEqual(plain(without.requests));
  expect(withIt.faults).toEqual(without.faults);
  for (const [name, markup] of Object.entries(without.markup))
    expect(settled(withIt.markup[name] ?? ""), name).toBe(settled(markup));
});

test("rows stand where they stood: marks move no row, no column and no page", async () => {
  const boxes = async (world: World) => {
    const page = await openPortal(world.supervisor.context, world.portal);
    const list = await shownFrame(page);
    if (world.supervisor.extension) await settledMarks(list);
    const found: Record<string, number[]> = {};
    for (const view of ["list", "orders", "history"] as const) {
      const frame = await openView(page, view);
      await page.waitForTimeout(1200);
      found[view] = await frame.evaluate(() =>
        [...document.querySelectorAll("tr, th")].flatMap((each) => {
          const { top, height, left, width } = each.getBoundingClientRect();
          return [top, height, left, width].map(Math.round);
        }),
      );
    }
    await page.close();
    return found;
  };
  expect(await boxes(supervised)).toEqual(await boxes(bare));
});
