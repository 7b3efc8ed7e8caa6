import { parseInstant } from "#shared/time/instant.ts";
import { readPage } from "./read-page.ts";

/** The reader as a script of its own: what the command line puts into a saved page. Not part of the extension's package. */
Object.assign(globalThis, {
  shixianRead: (at: string) => {
    const instant = parseInstant(at);
    if (instant === undefined) throw new RangeError(`not an instant with an offset: ${at}`);
    return readPage(document, { at: instant }).reading;
  },
});
