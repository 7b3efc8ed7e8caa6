import { open } from "node:fs/promises";
import { csvRows } from "./csv-rows.ts";
import { ImportRefused } from "./refused.ts";
import type { SheetRow } from "./sheet-row.ts";
import { xlsxRows } from "./xlsx-rows.ts";

/** The rows of a file, by what its first bytes say it is and not by its name. @throws ImportRefused */
export async function openSheet(
  path: string,
  sheet?: string,
): Promise<() => AsyncGenerator<SheetRow>> {
  const file = await open(path).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new ImportRefused(`无法打开文件（${code}）。`, `The file cannot be opened (${code}).`);
  });
  const head = Buffer.alloc(8);
  await file.read(head, 0, 8, 0);
  await file.close();
  if (head.readUInt32LE(0) === 0x04034b50) return () => xlsxRows(path, sheet);
  if (head.readUInt32BE(0) === 0xd0cf11e0)
    throw new ImportRefused(
      "旧版 .xls 或加密文件无法读取，请另存为 .xlsx 或 CSV。",
      "An old .xls or an encrypted file cannot be read: save it as .xlsx or CSV.",
    );
  return () => csvRows(path);
}
