import { z } from "zod";
import { CONCEPTS } from "#shared/reading/concept.ts";
import { isMoment } from "#shared/time/moment.ts";
import { problem } from "./common.ts";

const jsonOf = <T>(inner: z.ZodType<T>) =>
  z
    .string()
    .max(20_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "not JSON" });
        return z.NEVER;
      }
    })
    .pipe(inner);

/** How to read an uploaded ledger: in the query, because the body is the file itself. */
const reading = {
  /** what the file is called; the portal of its cases is `file:<name>` */
  name: z.string().trim().min(1).max(200),
  sheet: z.string().max(200).optional(),
  /** JSON: concept → header, what the person says against the recognition */
  map: jsonOf(z.record(z.string().max(40), z.string().max(300))).optional(),
  /** JSON: headers that are left out */
  ignore: jsonOf(z.array(z.string().max(300)).max(1000)).optional(),
};
export const planQuery = z.object(reading);
export const importQuery = z.object({
  ...reading,
  /** number of the unit to which the cases belong; not for an outbox, whose device says it */
  unit: z.coerce.number().int().min(1).optional(),
  /** until when the file's statements were true, `2026-11-20` or with a time */
  seenAt: z.string().max(40).refine(isMoment, "not a day or a time").optional(),
});

const column = z.object({
  index: z.int(),
  header: z.string(),
  concept: z.enum(CONCEPTS),
  /** said by the person, sure, a guess that is not used, or not used at all */
  by: z.enum(["map", "sure", "guess", "none"]),
  /** codes of the reasons */
  why: z.array(z.string()),
  samples: z.array(z.string()),
});

export const importPlan = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.enum(["ledger", "events"]),
      columns: z.array(column),
      /** a case number is known, so that it can be imported */
      ready: z.boolean(),
    }),
    z.object({
      kind: z.literal("outbox"),
      device: z.string(),
      exportedAt: z.string(),
      batches: z.int(),
      records: z.int(),
    }),
  ])
  .meta({ id: "ImportPlan" });
export type ImportPlanAnswer = z.infer<typeof importPlan>;

const counts = {
  records: z.int(),
  accepted: z.int(),
  known: z.int(),
  /** code → how many */
  refused: z.record(z.string(), z.int()),
};
export const importResult = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("ledger"),
    rows: z.int(),
    cases: z.int(),
    ...counts,
    problems: z.int(),
    shown: z.array(z.object({ line: z.int(), code: z.string(), field: z.string().optional() })),
    /** the file had come before, read in the same way */
    again: z.boolean(),
  }),
  z.object({
    kind: z.literal("outbox"),
    device: z.string(),
    batches: z.int(),
    ...counts,
    gaps: z.array(z.tuple([z.int(), z.int()])),
  }),
]);
export type ImportResultAnswer = z.infer<typeof importResult>;

/** One line of the answer: how far it is, and at last what came of it or why it stopped. */
export const importLine = z
  .object({
    progress: z.object({ rows: z.int(), stored: z.int() }).optional(),
    result: importResult.optional(),
    problem: problem.optional(),
  })
  .meta({ id: "ImportLine" });
export type ImportLine = z.infer<typeof importLine>;
