import { judgePage } from "../../../extension/judged-page.ts";
import { readPage } from "../../../extension/reader/read-page.ts";
import { watch } from "../../../extension/reader/watch.ts";
import { type Instant, instant } from "../../../shared/time/instant.ts";

/** What tests call inside the page: plain data in, plain data out. */
const reader = {
  read(at: string) {
    const before = document.documentElement.outerHTML;
    const page = readPage(document, { at: instant(at) });
    return {
      reading: page.reading,
      verdicts: judgePage(page, instant(at)).verdicts.map(({ kind }) => kind),
      untouched: document.documentElement.outerHTML === before,
      anchors: page.reading.cases.map((_, i) => {
        const anchor = page.anchor(i);
        return (
          anchor && {
            rows: anchor.rows.length,
            text: anchor.cell.textContent?.trim(),
            drawn: anchor.cell.getClientRects().length > 0,
          }
        );
      }),
      steps: page.steps.map((step) => step?.textContent?.trim() !== ""),
    };
  },
  /** counts how often the page was said to have changed */
  watch() {
    const abort = new AbortController();
    const seen = { changes: 0, stop: () => abort.abort() };
    watch(document, () => void seen.changes++, {
      signal: abort.signal,
      ignore: (node) => node.nodeName.startsWith("SHIXIAN-"),
    });
    return seen;
  },
  now: () => Date.now() as Instant,
};
export type InPage = typeof reader;
Object.assign(globalThis, { reader });
