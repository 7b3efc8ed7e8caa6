import writeExcel, { type CellObject, type Sheet, type SheetData } from "write-excel-file/node";
import { strings } from "#shared/strings/strings.ts";
import { earliest } from "#shared/time/moment.ts";
import { type Instant, offsetMs } from "#shared/time/instant.ts";
import type { Cell, Column, ReportDocument } from "../routes/shapes/report.ts";
import { aboutRows } from "./about.ts";
import { NO_FIGURE, headerOf, printable } from "./cell-text.ts";
import { type FileContent, printSetup } from "./print-setup.ts";

const HEADER = {
  fontWeight: "bold",
  backgroundColor: "#DCE6F1",
  wrap: true,
  align: "center",
} as const;
const TOTAL = { fontWeight: "bold", topBorderStyle: "thin" } as const;

/** The workbook of one report: typed figures under a frozen header, and a sheet that says how each is defined. */
export async function xlsxOf(document: ReportDocument): Promise<Uint8Array> {
  const { columns, rows, total, language } = document;
  const texts = strings(language).sheet;
  const data: SheetData = [
    columns.map((column) => ({
      value: printable(headerOf(column, language)),
      type: String,
      ...HEADER,
    })),
    ...rows.map(({ cells }) => columns.map((column) => cellOf(cells[column.key] ?? null, column))),
    ...(total
      ? [
          columns.map((column) => ({
            ...cellOf(total.cells[column.key] ?? null, column),
            ...TOTAL,
          })),
        ]
      : []),
  ];
  const about = aboutRows(document).map(([name, text]) => [
    {
      value: printable(name),
      type: String,
      fontWeight: "bold" as const,
      alignVertical: "top" as const,
    },
    { value: printable(text), type: String, wrap: true },
  ]);
  const sheets: Sheet<FileContent>[] = [
    {
      sheet: texts.figures,
      data,
      columns: columns.map((column) => ({ width: widthOf(column, document) })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      orientation: "landscape",
    },
    { sheet: texts.about, data: about, columns: [{ width: 22 }, { width: 100 }] },
  ];
  const features = [printSetup(printable(document.title), texts.figures)];
  return writeExcel(sheets, { features }).toBuffer();
}

function cellOf(value: Cell, { type }: Column): CellObject {
  if (value === null) return { value: NO_FIGURE, type: String, align: "right" };
  if (type === "date" && typeof value === "string") return dateOf(value);
  // a text stays a text whatever it begins with: a typed cell is never run
  if (typeof value === "string") return { value: printable(value), type: String };
  // a mean is a number too, and no office may read 1.5 as 2
  const whole = type === "number" && Number.isInteger(value);
  const format = type === "percent" ? "0.0%" : type === "duration" ? "0.0" : whole ? "0" : "0.00";
  return { value, type: Number, format };
}

/** Spreadsheets have no zones: the wall clock of the portal is written as it stands. */
function dateOf(moment: string): CellObject {
  const at = earliest(moment);
  const format = moment.length === 10 ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm";
  return { value: new Date(at + offsetMs(at as Instant)), type: Date, format };
}

/** Widths in characters; a Chinese one is two wide. */
function widthOf(column: Column, { rows, language }: ReportDocument): number {
  const widths = rows.map(({ cells }) =>
    column.type === "text" ? wide(String(cells[column.key] ?? "")) : 8,
  );
  return Math.min(40, Math.max(8, Math.ceil(wide(headerOf(column, language)) / 2), ...widths) + 2);
}

const wide = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 2 : 1), 0);
