import { readFile, stat } from "node:fs/promises";
import readXlsxFile, { type CellValue } from "read-excel-file/node";
import { ImportRefused } from "./refused.ts";
import { LIMITS, type SheetRow } from "./sheet-row.ts";
import { checkZip } from "./zip-guard.ts";

/** Rows of one sheet of a workbook; the first that holds anything when none is named. @throws ImportRefused */
export async function* xlsxRows(path: string, sheet?: string): AsyncGenerator<SheetRow> {
  if ((await stat(path)).size > LIMITS.packed)
    throw new ImportRefused(
      `文件超过 ${LIMITS.packed / 1024 / 1024} MB，请另存为 CSV 后导入。`,
      `The file has more than ${LIMITS.packed / 1024 / 1024} MB; save it as CSV.`,
    );
  const bytes = await readFile(path);
  checkZip(bytes);
  const sheets = await readXlsxFile(bytes, { trim: false }).catch((error: unknown) => {
    throw new ImportRefused(
      "无法读取该 .xlsx 文件。",
      `The .xlsx cannot be read (${error instanceof Error ? error.name : "unknown"}).`,
    );
  });
  const found =
    sheet === undefined
      ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0])
      : sheets.find((each) => each.sheet === sheet);
  if (!found)
    throw new ImportRefused(
      `没有名为“${sheet ?? ""}”的工作表。可用：${sheets.map((each) => each.sheet).join("、")}。`,
      `There is no sheet of that name; there are: ${sheets.map((each) => each.sheet).join(", ")}.`,
    );
  for (const [i, row] of found.data.entries()) {
    const cells = row
      .slice(0, LIMITS.columns)
      .map((value) => textOf(value as CellValue | Date | null));
    if (cells.some((text) => text !== "")) yield { line: i + 1, cells };
  }
}

/** A spreadsheet's date is a wall clock without a zone, which the library hands over as if it were UTC. */
function textOf(value: CellValue | Date | null): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    // a serial number of days is not exact to the second: 09:30 may come as 09:29:59.999
    const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
    return text.endsWith("T00:00:00.000Z")
      ? text.slice(0, 10)
      : text.slice(0, 19).replace("T", " ");
  }
  return String(value).slice(0, LIMITS.cell);
}
