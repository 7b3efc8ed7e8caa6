import { z } from "zod";

/** Work that goes on behind the answers: an imported file makes every case be judged again. */
export const job = z
  .object({
    id: z.int(),
    /** the number of the imported file */
    file: z.int(),
    state: z.enum(["running", "done", "failed"]),
    /** cases that were gone through, and how many there are; null until they are counted */
    done: z.int(),
    total: z.int().nullable(),
    /** cases whose due time or verdict is another, as far as it has come; null for whoever sees no figures */
    changed: z.object({ open: z.int(), closed: z.int() }).nullable(),
    /** the moment at which all cases are judged */
    asOf: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: "Job" });
export type Job = z.infer<typeof job>;
