import type { PageReading } from "./reader/read-page.ts";

/** Our marks hold their words in shadow roots, so this is the portal's text alone. */
export const wordsOfRows = (rows: readonly Element[]): string =>
  rows.map((row) => row.textContent).join("\n");

const known = new WeakMap<object, readonly string[]>();

/** What the row of each case said when the page was read; asked for in the same task, before anything of it can have changed. */
export function rowWords(page: PageReading): readonly string[] {
  const found = known.get(page.reading.cases);
  if (found) return found;
  const words = page.reading.cases.map((_, i) => wordsOfRows(page.rowsOf(i) ?? []));
  known.set(page.reading.cases, words);
  return words;
}
