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
  const [above, below] = [name(column.of.numerator), name(column.of.denominator)];
  // most definitions name both already
  const told = column.definition.toLowerCase();
  if (told.includes(above.toLowerCase()) && told.includes(below.toLowerCase()))
    return column.definition;
  return [column.definition, words.numerator(above), words.denominator(below)].join("\n");
}
