import type { Cell, Column, ReportDocument } from "../routes/shapes/report.ts";
import { NO_FIGURE, headerOf, printable } from "./cell-text.ts";

/** CSV as a Chinese Excel opens it rightly: UTF-8 with its mark, CRLF (RFC 4180), and no cell that a spreadsheet would run. */
export function csvOf({ columns, rows, total, language }: ReportDocument): string {
  const lines = [
    columns.map((column) => quoted(headerOf(column, language))),
    ...[...rows, ...(total ? [total] : [])].map(({ cells }) =>
      columns.map((column) => cellOf(cells[column.key] ?? null, column)),
    ),
  ];
  return `\ufeff${lines.map((line) => `${line.join(",")}\r\n`).join("")}`;
}

function cellOf(value: Cell, { type }: Column): string {
  if (value === null) return NO_FIGURE;
  if (typeof value === "string") return quoted(type === "date" ? value.replace("T", " ") : value);
  if (type === "percent") return `${round(value * 100, 2)}%`;
  return String(round(value, 2));
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** A leading = + - @ or tab would be run as a formula, the full-width forms too: an apostrophe makes it text. */
export function quoted(text: string): string {
  const plain = printable(text);
  const safe = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
