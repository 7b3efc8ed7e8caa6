import { z } from "zod";

const unitName = z.string().trim().min(1).max(60);
export const unitRequest = z
  .strictObject({
    name: unitName,
    /** null for one above the topmost, which only an administrator of the whole tree makes, in person */
    parent: z.int().nullable(),
    /** the office's own code, by which an import knows the unit again */
    code: z.string().trim().min(1).max(60).nullable().default(null),
  })
  .meta({ id: "UnitRequest" });
export const unitChange = z
  .strictObject({ name: unitName.optional(), parent: z.int().optional() })
  .meta({ id: "UnitChange" });
export const unitMadeAnswer = z
  .object({ id: z.int(), name: z.string(), path: z.string() })
  .meta({ id: "UnitMade" });

export const unitImport = z
  .strictObject({
    /** base64 of an .xlsx or CSV file */
    file: z.base64().max(3_500_000),
    /** only says what would be done */
    dry: z.boolean().default(true),
  })
  .meta({ id: "UnitImport" });
const change = z.object({ from: z.string(), to: z.string(), line: z.int() });
export const unitPlan = z
  .object({
    written: z.boolean(),
    made: z.array(z.object({ path: z.string(), line: z.int() })),
    renamed: z.array(change),
    moved: z.array(change),
    same: z.int(),
    faults: z.array(z.object({ line: z.int(), zh: z.string(), en: z.string() })),
  })
  .meta({ id: "UnitPlan" });
export type UnitPlanAnswer = z.infer<typeof unitPlan>;

export const unitHistoryList = z
  .object({
    changes: z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        unit: z.int(),
        name: z.string(),
        parent: z.string().nullable(),
        /** what it was before */
        before: z.object({ name: z.string(), parent: z.string().nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: "UnitHistory" });
export type UnitHistoryList = z.infer<typeof unitHistoryList>;
