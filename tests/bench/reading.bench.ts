import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { readerBrowser } from "../extension/reader/chromium.ts";
import type { ReadingBench } from "./reading/in-page.ts";
import { TECHNOLOGIES, withoutCases } from "./reading/pages.ts";

type InPage = { bench: ReadingBench };

/** What is wanted of reading: ms, and times the bare loop. */
const GOAL = { ratio: 2, task: 50, none: 5 };
const RUNS = 3;

const middle = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
/** Per figure the middle of several runs. */
const middles = <T extends object>(runs: readonly T[]): T =>
  Object.fromEntries(
    Object.keys(runs[0] ?? {}).map((key) => [
      key,
      middle(runs.map((run) => Number(run[key as keyof T]))),
    ]),
  ) as T;

const say = (line: string) => process.stdout.write(`${line}\n`);
const against = (what: string, value: number, goal: number, unit: string, more = "") =>
  say(
    `reading · ${what}: ${value.toFixed(1)} ${unit}, wanted ≤ ${goal}: ${value <= goal ? "met" : "NOT met"}${more && ` (${more})`}`,
  );

/**
 * Reading in real Chromium, each figure the middle of several runs on fresh pages, beside what is wanted of it: as a ratio to a bare loop
 * over the same cells' text, afresh and after one row has changed; the longest task with 5,000 rows; a page without cases.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "shixian-reading-"));
  const browser = await readerBrowser(new URL("reading/in-page.ts", import.meta.url).href);
  const open = async (html: string) => {
    const file = join(folder, "page.html");
    writeFileSync(file, html);
    return browser.open(pathToFileURL(file).href);
  };
  const run = async <T extends object>(html: string, measure: (page: Page) => Promise<T>) => {
    const runs: T[] = [];
    for (let i = 0; i < RUNS; i++) {
      const page = await open(html);
      runs.push(await measure(page));
      await page.close();
    }
    return middles(runs);
  };
  const measured = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as InPage).bench.measure());
  const changed = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as InPage).bench.change());
  const marked = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as InPage).bench.mark());
  const read = async (page: Page) => ({ ...(await measured(page)), ...(await changed(page)) });
  try {
    for (const [name, draw] of Object.entries(TECHNOLOGIES)) {
      const one = await run(draw(1000), read);
      const many = await run(draw(5000), read);
      const marks = await run(draw(5000), marked);
      const times = (ms: number): number => ms / one.loop;
      against(
        `${name}, 1,000 rows afresh`,
        times(one.reading),
        GOAL.ratio,
        "× the bare loop",
        `${one.reading.toFixed(1)} ms beside ${one.loop.toFixed(1)} ms; the very first, by code that never ran, ${one.first.toFixed(0)} ms`,
      );
      against(
        `${name}, 1,000 rows again after one has changed`,
        times(one.seen + one.row),
        GOAL.ratio,
        "× the bare loop",
        `${one.seen.toFixed(1)} ms to see it and ${one.row.toFixed(1)} ms to read, ${one.none.toFixed(1)} ms where none has; ${many.row.toFixed(1)} ms of 5,000`,
      );
      against(
        `${name}, 5,000 rows, longest step of reading`,
        many.step,
        GOAL.task,
        "ms",
        `of ${many.reading.toFixed(0)} ms`,
      );
      against(
        `${name}, 5,000 rows, longest step of judging and marking`,
        marks.step,
        GOAL.task,
        "ms",
        `of ${marks.first.toFixed(0)} ms, again ${marks.again.toFixed(0)} ms; ${marks.marks} marks near the view`,
      );
    }
    for (const items of [30, 300, 3000]) {
      const none = await run(withoutCases(items), measured);
      against(
        `a page without cases, ${items} lines`,
        none.reading,
        GOAL.none,
        "ms",
        `the very first ${none.first.toFixed(1)} ms`,
      );
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
