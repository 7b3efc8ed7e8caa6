import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readerBrowser } from "../extension/reader/chromium.ts";
import type { ReadingBench } from "./reading/in-page.ts";
import { TECHNOLOGIES, withoutCases } from "./reading/pages.ts";

type InPage = { bench: ReadingBench };

type Marked = ReturnType<ReadingBench["mark"]>;
const marking = ({ marks, first, again, step }: Marked): string =>
  `${first.toFixed(0)} ms (${marks} near the view), again ${again.toFixed(0)} ms, longest step ${step.toFixed(1)} ms`;

/**
 * Reading in real Chromium, as a ratio to a bare loop over the same cells' text; the longest step of a reading of 5,000 rows; marking them;
 * reading again after one row has changed; a page without cases.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "shixian-reading-"));
  const browser = await readerBrowser(new URL("reading/in-page.ts", import.meta.url).href);
  const open = async (html: string) => {
    const file = join(folder, "page.html");
    writeFileSync(file, html);
    return browser.open(pathToFileURL(file).href);
  };
  const say = (line: string) => process.stdout.write(`${line}\n`);
  try {
    for (const [name, draw] of Object.entries(TECHNOLOGIES)) {
      const small = await open(draw(1000));
      const one = await small.evaluate(() => (globalThis as unknown as InPage).bench.measure());
      const marked = await small.evaluate(() => (globalThis as unknown as InPage).bench.mark());
      const change = await small.evaluate(() => (globalThis as unknown as InPage).bench.change());
      await small.close();
      const large = await open(draw(5000));
      const many = await large.evaluate(() => (globalThis as unknown as InPage).bench.measure());
      const allOf = await large.evaluate(() => (globalThis as unknown as InPage).bench.mark());
      await large.close();
      say(
        `reading · ${name}: ${one.reading.toFixed(1)} ms for 1,000 rows, ${(one.reading / one.loop).toFixed(1)} × the bare loop (${one.loop.toFixed(2)} ms); ` +
          `after one row changed ${change.row.toFixed(1)} ms; 5,000 rows ${many.reading.toFixed(0)} ms, longest step ${many.step.toFixed(1)} ms; ` +
          `marking 1,000 rows ${marking(marked)}; 5,000 rows ${marking(allOf)}`,
      );
    }
    for (const items of [30, 300, 3000]) {
      const page = await open(withoutCases(items));
      const none = await page.evaluate(() => (globalThis as unknown as InPage).bench.measure());
      await page.close();
      say(
        `reading · a page without cases, ${items} lines: ${none.reading.toFixed(1)} ms, longest step ${none.step.toFixed(1)} ms`,
      );
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
