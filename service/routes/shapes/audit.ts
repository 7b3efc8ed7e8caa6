import { z } from "zod";
import { dayText } from "./common.ts";

export const auditEntry = z
  .object({
    id: z.int(),
    at: z.string(),
    who: z.object({
      kind: z.enum(["user", "token", "device", "command", "nobody"]),
      id: z.string(),
      name: z.string(),
      role: z.string().nullable(),
      unit: z.string().nullable(),
    }),
    act: z.string(),
    /** the act in the asked language */
    actText: z.string(),
    object: z.string(),
    detail: z.record(z.string(), z.unknown()),
    address: z.string(),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditList = z
  .object({
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    entries: z.array(auditEntry),
    acts: z.array(z.object({ act: z.string(), text: z.string() })),
    /** the newest entry and its hash: written down elsewhere, it proves later that nothing before it was changed */
    head: z.object({ id: z.int(), hash: z.string() }),
    months: z.int(),
  })
  .meta({ id: "AuditList" });
export type AuditList = z.infer<typeof auditList>;

export const auditQuery = z.strictObject({
  act: z.string().max(60).optional(),
  who: z.string().max(60).optional(),
  object: z.string().max(200).optional(),
  from: dayText.optional(),
  to: dayText.optional(),
  page: z.coerce.number().int().min(1).default(1),
  format: z.enum(["json", "csv"]).default("json"),
  lang: z.enum(["zh-CN", "en"]).optional(),
});
