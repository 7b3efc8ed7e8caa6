import type { Strings } from "#shared/strings/strings.ts";
import type { Imported } from "../../routes/shapes/rules.ts";
import { instantText } from "../ui/format.ts";

/** Where a year, a region or a rule set comes from: with the program, or from whom and when. */
export function sourceText(imported: Imported, words: Strings["rules"]): string {
  if (imported === null) return words.shipped;
  const by = words.importedBy(imported.importedBy, instantText(imported.importedAt));
  return imported.versions > 1 ? `${by} · ${words.versions(imported.versions)}` : by;
}
