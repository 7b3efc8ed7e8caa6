import type { Strings } from "#shared/strings/strings.ts";
import type { Column } from "../../routes/shapes/report.ts";

/** The definition and, for a rate, the names of the columns that it is the quotient of. */
export function definitionText(
  column: Column,
  columns: readonly Column[],
  words: Strings["dashboard"]["report"],
): string {
  const name = (key: string): string => columns.find((each) => each.key === key)?.title ?? key;
  if (!column.of) return column.definition;
  return [
    column.definition,
    words.numerator(name(column.of.numerator)),
    words.denominator(name(column.of.denominator)),
  ].join("\n");
}
