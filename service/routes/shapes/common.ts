import { z } from "zod";
import { parseDay } from "#shared/time/day.ts";

/** An RFC 9457 problem: Chinese in `title` and `detail`, English beside, and a code that programs may rely on. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    titleEn: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    detailEn: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;

/** `YYYY-MM-DD` */
export const dayText = z
  .string()
  .refine(
    (text) => parseDay(text) !== undefined,
    "不是有效日期（YYYY-MM-DD） not a day that exists (YYYY-MM-DD)",
  );

export const unitRef = z.object({ id: z.int(), name: z.string(), path: z.string() });
export type UnitRef = z.infer<typeof unitRef>;

/** The version of everything that a figure rests on. */
export const versions = z
  .object({ regime: z.string(), calendar: z.string(), program: z.string() })
  .meta({ id: "Versions" });
export type Versions = z.infer<typeof versions>;
