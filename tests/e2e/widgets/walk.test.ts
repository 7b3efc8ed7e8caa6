import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWhenStale } from "../../build.ts";
import { type Supervisor, launchWithExtension } from "../browser.ts";
import { LIBRARIES } from "./libraries.ts";
import { SIZE, type Row, caseList } from "./list.ts";
import type { Library } from "./library.ts";
import { type SeenRow, moved, onScreen, painted, watchScreen } from "./on-screen.ts";
import { countReadings } from "./readings.ts";
import { serveWidgets } from "./serve.ts";
import { type Reading, readIn } from "./read-in.ts";

const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
const list = caseList(today);
let server: Awaited<ReturnType<typeof serveWidgets>>;
let supervisor: Supervisor;
beforeAll(async () => {
  buildWhenStale(() => undefined);
  server = await serveWidgets(LIBRARIES, list);
  supervisor = await launchWithExtension();
});
afterAll(async () => {
  await supervisor?.close();
  await server?.close();
});

const rightly = (rows: readonly SeenRow[]) =>
  rows.map(({ caseNo }) => ({ caseNo, marks: [list.expected[caseNo]] }));
const told = (rows: readonly SeenRow[]) => rows.map(({ caseNo }) => caseNo).join();

/** Waits until the list shows what it is to show and every row bears its mark. @throws with what is on the screen otherwise */
async function settled(page: Page, shows: (rows: SeenRow[]) => boolean): Promise<SeenRow[]> {
  const until = Date.now() + 4_000;
  for (;;) {
    const rows = await onScreen(page);
    const right = shows(rows) && JSON.stringify(rows) === JSON.stringify(rightly(rows));
    if (right) return rows;
    if (Date.now() > until) {
      expect(rows).toEqual(rightly(rows));
      throw new Error(`the list does not show what it should: ${told(rows)}`);
    }
    await page.waitForTimeout(40);
  }
}

/** A list behind its pager shows at most a page; what scrolls shows what its window holds. */
const some = (rows: readonly SeenRow[]) => rows.length >= 1;

test.each(LIBRARIES.map((library) => [library.name, library] as const))(
  "%s: every row bears its case's mark whatever is done to the list, and nothing else moves",
  async (_, library) => {
    const page = await supervisor.context.newPage();
    try {
      await page.goto(server.address(library));
      await watchScreen(page);
      const first = await settled(page, some);
      expect(first.length).toBeGreaterThanOrEqual(library.scroller === "#app" ? 2 : 7);
      const readings = await countReadings(page);
      expect(await moved(page)).toEqual([]);
      await stands(page, readings);
      asRead(await readIn(page), library, 1);
      let last = first;
      const after = async (act: () => Promise<unknown>, shows = some) => {
        const before = told(last);
        await act();
        last = await settled(page, (rows) => told(rows) !== before && shows(rows));
      };

      if (library.next) {
        const others = new Set(told(last).split(","));
        await after(
          () =>
            page
              .locator(library.next ?? "")
              .first()
              .click(),
          (rows) => rows.length > 0 && !rows.some(({ caseNo }) => others.has(caseNo)),
        );
        expect(last.length).toBeGreaterThanOrEqual(library.scroller ? 7 : SIZE);
        asRead(await readIn(page), library, 2);
      }
      if (library.sort) {
        const sort = page.locator(library.sort).first();
        await after(() => sort.click());
      }
      if (library.scroller) await scrolled(page, library.scroller, last, after);
      // the same again: the marks come back, if they went at all
      await load(page, list.rows);
      last = await settled(page, some);
      const licences = list.rows.filter(({ item }) => item.includes("许可"));
      await after(
        () => load(page, licences.toReversed()),
        (rows) => rows.every(({ caseNo }) => licences.some((row) => row.caseNo === caseNo)),
      );
      expect(await readings()).toBeGreaterThan(0);
      expect(await moved(page)).toEqual([]);
      expect(
        (await painted(page)).filter(([no, verdict]) => list.expected[no] !== verdict),
      ).toEqual([]);
    } finally {
      if (process.env.SHIXIAN_SHOTS)
        await page.screenshot({
          path: `${process.env.SHIXIAN_SHOTS}/${library.name.replace(/\W+/g, "-")}.png`,
        });
      await page.close();
    }
  },
);

/** Each case by its number, and how much of the list this is. */
function asRead(
  { cases, coverage }: Reading,
  { total, page, next }: Library,
  turned: number,
): void {
  const from = (turned - 1) * SIZE;
  const numbers = cases.map(({ caseNo }) => caseNo);
  const wanted = list.rows.slice(from, next ? from + SIZE : numbers.length);
  expect(numbers).toEqual(wanted.map(({ caseNo }) => caseNo));
  expect(coverage.shown).toBe(numbers.length);
  if (total) expect(coverage.total).toBe(list.rows.length);
  if (page) expect(coverage.page).toBe(turned);
}

const load = (page: Page, rows: readonly Row[]) => page.evaluate((more) => window.load(more), rows);

/** Left alone it is neither read nor drawn again. */
async function stands(page: Page, readings: () => Promise<number>): Promise<void> {
  // what the library still draws after its first rows is read, as it must be: it is left alone when that has ended
  const settled = async (): Promise<boolean> => {
    const so = await readings();
    await page.waitForTimeout(400);
    return (await readings()) === so;
  };
  await expect.poll(settled, { timeout: 10_000 }).toBe(true);
  const before = await readings();
  const changes = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let n = 0;
        new MutationObserver((found) => (n += found.length)).observe(document, {
          subtree: true,
          childList: true,
          characterData: true,
        });
        setTimeout(() => done(n), 500);
      }),
  );
  expect({ changes, readings: (await readings()) - before }).toEqual({ changes: 0, readings: 0 });
}

async function scrolled(
  page: Page,
  scroller: string,
  rows: readonly SeenRow[],
  after: (act: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const by = (left: number, top: number) =>
    page
      .locator(scroller)
      .first()
      .evaluate((box, to) => box.scrollBy(to.left, to.top), { left, top });
  const room = await page
    .locator(scroller)
    .first()
    .evaluate((box) => box.scrollHeight - box.clientHeight);
  await by(180, 0);
  await settled(page, () => true);
  await by(-180, 0);
  if (room < 200) return;
  for (const top of [300, 500, -200]) await after(() => by(0, top));
  expect(rows.length).toBeGreaterThan(0);
}
