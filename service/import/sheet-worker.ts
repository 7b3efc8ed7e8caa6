import { parentPort, workerData } from "node:worker_threads";
import { openSheet } from "./open-sheet.ts";
import { ImportRefused } from "./refused.ts";
import type { FromSheet } from "./sheet-elsewhere.ts";
import type { SheetRow } from "./sheet-row.ts";

/** Rows of one message: enough that messages cost little, few enough that whoever takes them is not held up. */
const AT_ONCE = 500;

const { path, sheet } = workerData as { path: string; sheet: string | undefined };
const port = parentPort;
if (!port) throw new Error("this runs only as a worker");
const tell = (what: FromSheet): void => port.postMessage(what);

let next: () => void = () => undefined;
port.on("message", () => next());
const asked = (): Promise<void> => new Promise((resume) => void (next = resume));

try {
  const rows = (await openSheet(path, sheet))();
  let held: SheetRow[] = [];
  for await (const row of rows) {
    held.push(row);
    if (held.length < AT_ONCE) continue;
    const more = asked();
    tell({ rows: held });
    held = [];
    await more;
  }
  tell({ rows: held, end: true });
} catch (error) {
  if (!(error instanceof ImportRefused)) throw error;
  tell({ refused: { zh: error.zh, en: error.en } });
}
port.close();
