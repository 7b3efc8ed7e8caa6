import { z } from "zod";
import { facts } from "#shared/case/observation.ts";

export const ownObservations = z
  .object({
    /** of the caller's own, revoked ones too */
    browsers: z.int(),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    observations: z.array(
      z.object({
        seq: z.int(),
        device: z.string(),
        at: z.string(),
        lastAt: z.string(),
        times: z.int(),
        receivedAt: z.string(),
        mask: z.string(),
        facts,
      }),
    ),
  })
  .meta({ id: "OwnObservations" });
export type OwnObservations = z.infer<typeof ownObservations>;
