import { pathToFileURL } from "node:url";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { InPage } from "./in-page.ts";
import { type ReaderBrowser, readerBrowser } from "./chromium.ts";

let browser: ReaderBrowser;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "shixian-watch-"));
  writeFileSync(
    join(folder, "page.html"),
    '<!DOCTYPE html><meta charset="utf-8"><title>办件</title><input id="q"><table><tr><th>办件编号</th><th>状态</th></tr><tr id="r"><td>BJ1</td><td>在办</td></tr></table><div id="spin"></div><span id="clock"></span>',
  );
  browser = await readerBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  page = await browser.open(pathToFileURL(join(folder, "page.html")).href);
  await page.evaluate(() =>
    Object.assign(globalThis, {
      seen: (globalThis as unknown as { reader: InPage }).reader.watch(),
    }),
  );
});
afterEach(() => page.close());

type Seen = { seen: ReturnType<InPage["watch"]> };
const changesAfter = async (act: () => void, wait = 500): Promise<number> => {
  await page.evaluate(act);
  await page.waitForTimeout(wait);
  return page.evaluate(() => (globalThis as unknown as Seen).seen.changes);
};

test("a changed word is a change", async () => {
  expect(
    await changesAfter(
      () => void (document.querySelector("#r td:last-child")!.textContent = "办结"),
    ),
  ).toBe(1);
});

test("a row that comes later is a change, and many at once are one", async () => {
  expect(
    await changesAfter(() => {
      for (let i = 0; i < 50; i++)
        document.querySelector("tbody")!.append(document.querySelector("#r")!.cloneNode(true));
    }),
  ).toBe(1);
});

test("a value that is typed is a change", async () => {
  expect(
    await changesAfter(() => {
      const input = document.querySelector<HTMLInputElement>("#q")!;
      input.value = "BJ2";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }),
  ).toBe(1);
});

test("a row that is hidden is a change", async () => {
  expect(
    await changesAfter(
      () => void (document.querySelector<HTMLElement>("#r")!.style.display = "none"),
    ),
  ).toBe(1);
});

test("our own marks are no change", async () => {
  expect(
    await changesAfter(() =>
      document.querySelector("#r td")!.append(document.createElement("shixian-mark")),
    ),
  ).toBe(0);
});

test("a framework that draws the same again changes nothing", async () => {
  expect(
    await changesAfter(() => {
      const row = document.querySelector("#r")!;
      row.replaceWith(row.cloneNode(true));
    }),
  ).toBe(0);
});

test("a framework that draws the same again and takes our mark away with the old row is a change", async () => {
  await page.evaluate(() =>
    document.querySelector("#r td")!.append(document.createElement("shixian-mark")),
  );
  expect(
    await changesAfter(() => {
      const row = document.querySelector("#r")!;
      const fresh = row.cloneNode(true) as Element;
      fresh.querySelector("shixian-mark")?.remove();
      row.replaceWith(fresh);
    }),
  ).toBe(1);
});

test("an animation that says nothing is no change", async () => {
  expect(
    await changesAfter(() => {
      let angle = 0;
      setInterval(
        () =>
          void (document.querySelector<HTMLElement>("#spin")!.style.transform =
            `rotate(${angle++}deg)`),
        30,
      );
    }, 1500),
  ).toBe(0);
});

test("a page that never rests is looked at all the same, at most once a second", async () => {
  const changes = await changesAfter(() => {
    let n = 0;
    setInterval(
      () => void (document.querySelector("#r td:last-child")!.textContent = `在办${n++}`),
      50,
    );
  }, 3500);
  expect(changes).toBeGreaterThanOrEqual(2);
  expect(changes).toBeLessThanOrEqual(5);
});

test("nothing is noticed after it was stopped", async () => {
  expect(
    await changesAfter(() => {
      (globalThis as unknown as Seen).seen.stop();
      document.querySelector("#r td")!.textContent = "BJ9";
    }),
  ).toBe(0);
});

test("a clock is no news once it is known as one, what changes beside it is, and so is the clock when it has stopped", async () => {
  const ticking = await changesAfter(() => {
    let n = 0;
    const clock = document.querySelector("#clock")!;
    const timer = setInterval(() => (clock.textContent = `10:00:${n++}`), 200);
    Object.assign(globalThis, { stopClock: () => clearInterval(timer) });
  }, 2500);
  expect(ticking).toBeLessThanOrEqual(5);
  expect(await changesAfter(() => undefined, 1000)).toBe(ticking);
  const beside = await changesAfter(
    () => void (document.querySelector("#r td:last-child")!.textContent = "办结"),
  );
  expect(beside).toBe(ticking + 1);
  await page.evaluate(() => (globalThis as unknown as { stopClock(): void }).stopClock());
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as Seen).seen.changes), {
      timeout: 5000,
    })
    .toBe(beside + 1);
});

test("a cell that counts down in even steps is news each time: its row bears a mark", async () => {
  const changes = await changesAfter(() => {
    let n = 9;
    setInterval(() => (document.querySelector("#r td:last-child")!.textContent = `${n--}`), 300);
  }, 2500);
  expect(changes).toBeGreaterThanOrEqual(6);
});

test("a lamp in a cell that changes its class is a change", async () => {
  await page.evaluate(
    () => (document.querySelector("#r td:last-child")!.innerHTML = '<i class="lamp green"></i>'),
  );
  await page.waitForTimeout(500);
  expect(
    await changesAfter(() => void (document.querySelector(".lamp")!.className = "lamp red")),
  ).toBe(2);
});
