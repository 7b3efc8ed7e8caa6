import type { PortalFile } from "#shared/reading/portal-file.ts";
import { viewsFor } from "#shared/reading/taught.ts";
import type { Instant } from "#shared/time/instant.ts";
import { judgePage } from "../../../extension/judged-page.ts";
import { readPage } from "../../../extension/reader/read-page.ts";
import { scrub } from "../../../extension/teaching/scrub.ts";
import { selectorOf } from "../../../extension/teaching/selector-of.ts";

/** The reader, the clock and the twin in one page of real Chromium, without the extension around them. */
const driver = {
  /** what the page gives with these portal files on that host and path */
  read(at: number, files: PortalFile[] = [], host = "", path = "/") {
    const views = viewsFor(files, host, path);
    const judged = judgePage(readPage(document, { at: at as Instant, views }), at as Instant);
    return { reading: judged.reading, verdicts: judged.verdicts.map(({ kind }) => kind) };
  },
  twin: (at: number, seed: string, days: number) => scrub(document, { seed, days }, at as Instant),
  selectorOf: (selector: string) => {
    const element = document.querySelector(selector);
    return element ? selectorOf(element) : undefined;
  },
};
export type Driver = typeof driver;
Object.assign(globalThis, { shixianDriver: driver });
