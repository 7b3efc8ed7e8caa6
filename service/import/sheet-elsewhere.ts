import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { ImportRefused } from "./refused.ts";
import type { SheetRow } from "./sheet-row.ts";

/** What the worker says: rows, and after the last of them the end; or that the file cannot be taken. */
export type FromSheet = { rows: SheetRow[]; end?: true } | { refused: { zh: string; en: string } };

/** Of one file; a workbook that needs more is refused and costs the service nothing. */
const MOST_MEMORY_MB = 1536;

/**
 * The rows of a file like `openSheet`, unpacked and parsed in a thread of its own: meanwhile the service goes on answering, and a file
 * that is too much for the memory ends that thread alone. @throws ImportRefused
 */
export async function sheetElsewhere(
  path: string,
  sheet?: string,
): Promise<() => AsyncGenerator<SheetRow>> {
  return async function* rows() {
    const worker = new Worker(new URL("./sheet-worker.ts", import.meta.url), {
      workerData: { path, sheet },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    // listens from the start: what comes while earlier rows are being used waits its turn
    const said = on(worker, "message") as AsyncIterable<[FromSheet]>;
    try {
      for await (const [what] of said) {
        if ("refused" in what) throw new ImportRefused(what.refused.zh, what.refused.en);
        // asked for before these are used, so that the next ones are read meanwhile
        if (!what.end) worker.postMessage("next");
        yield* what.rows;
        if (what.end) return;
      }
    } catch (error) {
      throw asRefusal(error);
    } finally {
      await worker.terminate();
    }
  };
}

/** A workbook that is too much is refused like any other that cannot be read. */
function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ERR_WORKER_OUT_OF_MEMORY"
    ? new ImportRefused(
        "文件过大，无法整份展开，请另存为 CSV 后再上传。",
        "The workbook is too large to unpack: save it as CSV.",
      )
    : error;
}
