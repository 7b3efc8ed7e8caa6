import type { Page } from "playwright-core";
import type { Reading } from "#shared/reading/reading.ts";
import { readerScript } from "../../../service/commands/reader-script.ts";

export type { Reading };

/** What the reader, the same that the extension runs, makes of a page. */
export async function readIn(page: Page): Promise<Reading> {
  const script = await readerScript();
  return page.evaluate(
    ({ code, at }) => {
      const shelf = window as unknown as { shixianRead?(at: string): Reading };
      if (!shelf.shixianRead) new Function(code)();
      const read = shelf.shixianRead;
      if (!read) throw new Error("the reader did not start");
      return read(at);
    },
    { code: script, at: new Date().toISOString().replace("Z", "+00:00") },
  );
}
