import { z } from "zod";
import { caseSummary, verdict } from "./case.ts";
import { versions } from "./common.ts";

/** What an imported file has changed, both values of each case beside each other. */
export const calendarChanges = z
  .object({
    generatedAt: z.string(),
    asOf: z.string(),
    /** every file that stands, in the order in which they came */
    files: z.array(
      z.object({
        id: z.int(),
        kind: z.enum(["year", "overlay", "regime"]),
        name: z.string(),
        importedAt: z.string(),
        importedBy: z.string(),
      }),
    ),
    /** the one that is asked about; null while none was imported */
    file: z.int().nullable(),
    before: z.object({ regime: z.string(), calendar: z.string() }),
    /** how many cases were judged again, and how many of them came out otherwise */
    judged: z.int(),
    changed: z.object({ open: z.int(), closed: z.int() }),
    cases: z.array(
      z.object({ case: caseSummary, open: z.boolean(), before: verdict, after: verdict }),
    ),
    versions,
  })
  .meta({ id: "CalendarChanges" });
export type CalendarChanges = z.infer<typeof calendarChanges>;
