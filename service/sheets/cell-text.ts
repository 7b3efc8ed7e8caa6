import type { Column } from "../routes/shapes/report.ts";
import { type Language, strings } from "#shared/strings/strings.ts";

/** No figure: neither a zero nor a blank that could be overlooked. */
export const NO_FIGURE = "—";

/** Characters that no XML may hold, and that no page meant to show. */
export const printable = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, "");

export function headerOf({ title, unit }: Column, language: Language): string {
  const { units, withUnit } = strings(language).sheet;
  return unit === undefined ? title : withUnit(title, units[unit]);
}
