import { randomBytes } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSheet } from "../import/open-sheet.ts";
import { ImportRefused } from "../import/refused.ts";
import type { SheetRow } from "../import/sheet-row.ts";
import type { LineFault } from "./unit-sheet.ts";

const MOST = 20_000;

/** The rows of an uploaded workbook or CSV, through the same guards as files on disk: the readers take paths, for sheets that are larger than memory. */
export async function sheetOfBytes(
  bytes: Uint8Array,
): Promise<{ rows: SheetRow[] } | { faults: LineFault[] }> {
  const path = join(tmpdir(), `shixian-units-${randomBytes(12).toString("hex")}`);
  await writeFile(path, bytes, { mode: 0o600, flag: "wx" });
  try {
    return await sheetAt(path);
  } finally {
    await rm(path, { force: true });
  }
}

/** @returns what is wrong with the file as a whole as a fault of its first line */
export async function sheetAt(
  path: string,
): Promise<{ rows: SheetRow[] } | { faults: LineFault[] }> {
  const rows: SheetRow[] = [];
  try {
    for await (const row of (await openSheet(path))()) {
      rows.push(row);
      if (rows.length > MOST)
        return {
          faults: [{ line: MOST, zh: `超过 ${MOST} 行。`, en: `More than ${MOST} lines.` }],
        };
    }
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { faults: [{ line: 1, zh: error.message, en: "" }] };
  }
  return { rows };
}
