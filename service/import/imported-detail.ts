import type { CarriedResult } from "./import-carried.ts";
import type { ImportResult } from "./import-file.ts";

type Counted = Pick<CarriedResult, "accepted" | "known" | "refused"> &
  Partial<Pick<ImportResult, "records" | "rows" | "cases" | "problems" | "again">>;

/** What the record of acts says that an import brought: counts, and nothing that stood in the file, its name included. */
export const importedDetail = (result: Counted): Record<string, unknown> => {
  const { accepted, known, refused, records, rows, cases, problems, again } = result;
  return Object.fromEntries(
    Object.entries({ rows, cases, records, accepted, known, refused, problems, again }).filter(
      ([, value]) => value !== undefined,
    ),
  );
};
