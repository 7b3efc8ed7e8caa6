import { readFileSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { InPage } from "./in-page.ts";
import { type ReaderBrowser, readerBrowser } from "./chromium.ts";

const PAGES = new URL("../../pages/", import.meta.url);
const names = readdirSync(PAGES)
  .filter((name) => name.endsWith(".html"))
  .map((name) => name.slice(0, -5));

interface Expected {
  at: string;
  kind: string;
  columns?: Record<string, string>;
  cases: { caseNo?: string; facts: object }[];
  steps?: object[];
  guide?: object;
  coverage?: object;
  verdicts?: string[];
}

let browser: ReaderBrowser;
beforeAll(async () => void (browser = await readerBrowser()), 60_000);
afterAll(() => browser.close());

test.each(names)(
  "the saved page %s is read as a careful person reads it, and left as it was",
  async (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.json`, PAGES), "utf8")) as Expected;
    const page = await browser.open(new URL(`${name}.html`, PAGES).href);
    const { reading, verdicts, untouched, anchors } = await page.evaluate(
      (at) => (globalThis as unknown as { reader: InPage }).reader.read(at),
      expected.at,
    );
    await page.close();
    expect(untouched).toBe(true);
    expect(reading.kind).toBe(expected.kind);
    const columns = Object.fromEntries(
      reading.columns.map(({ header, concept }) => [header.replace(/：$/, ""), concept]),
    );
    expect(columns).toMatchObject(expected.columns ?? {});
    expect(reading.cases).toHaveLength(expected.cases.length);
    expect(reading.cases).toMatchObject(expected.cases);
    if (expected.steps) expect(reading.steps).toMatchObject(expected.steps);
    if (expected.guide) expect(reading.guide).toMatchObject(expected.guide);
    if (expected.coverage) expect(reading.coverage).toEqual(expected.coverage);
    if (expected.verdicts) expect(verdicts).toEqual(expected.verdicts);
    // every case has a place where its mark can be seen, in the words of its own row
    for (const [i, anchor] of anchors.entries()) {
      expect(anchor?.drawn).toBe(true);
      if (expected.kind === "list") expect(anchor?.text).toContain(expected.cases[i]?.caseNo);
    }
  },
);
