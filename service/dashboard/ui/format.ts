import type { Cell, Column } from "../../routes/shapes/report.ts";
import { parseInstant } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";

/** Digits grouped by threes and at most `digits` decimals; a fixed form, so that the same figure prints the same everywhere. */
export function number(value: number, digits = 1): string {
  const [whole = "0", fraction] = String(Number(Math.abs(value).toFixed(digits))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? "−" : "";
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}

/** A share 0…1 with one decimal always, so that a column of them lines up. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** `2026-09-24T09:30` as people write it. */
export const moment = (text: string): string => text.replace("T", " ");

/** An ISO instant on the portal's wall clock (China), to the minute. */
export function instantText(text: string): string {
  const at = parseInstant(text);
  return at === undefined ? moment(text) : moment(momentOf(at, undefined, "minute"));
}

/** A cell as its column wants it; null when there is no figure. */
export function cellText(value: Cell | undefined, column: Pick<Column, "type">): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return column.type === "date" ? moment(value) : value;
  if (column.type === "percent") return percent(value);
  if (column.type === "duration") return value.toFixed(1);
  return number(value);
}

/** `1.4 MB` */
export function bytes(n: number): string {
  if (n < 1000) return `${n} B`;
  return n < 1e6 ? `${(n / 1e3).toFixed(0)} kB` : `${(n / 1e6).toFixed(1)} MB`;
}
