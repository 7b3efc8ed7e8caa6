import { z } from "zod";
import { portalFile } from "#shared/reading/portal-file.ts";
import { unitRef } from "./common.ts";

/** What an enrolled browser reads pages by, besides what ships with it and what it was taught itself. */
export const portalFilesInEffect = z
  .object({
    files: z.array(
      z.object({
        /** which offer it is; grows with every one */
        revision: z.int(),
        /** the unit that accepted it, for itself and all below */
        unit: unitRef,
        acceptedAt: z.string(),
        file: portalFile,
      }),
    ),
  })
  .meta({ id: "PortalFilesInEffect" });
export type PortalFilesInEffect = z.infer<typeof portalFilesInEffect>;

/** `offered`: nobody has decided yet; `replaced`: a later revision, or the decision of another day, stands in its place */
export const OFFER_STATES = ["offered", "active", "replaced", "refused", "off"] as const;
export const DECISIONS = ["accept", "refuse", "off"] as const;

const by = z.object({ id: z.string(), name: z.string() });

export const portalOffer = z
  .object({
    revision: z.int(),
    name: z.string(),
    unit: unitRef,
    offeredAt: z.string(),
    offeredBy: by,
    state: z.enum(OFFER_STATES),
    /** the units whose decision it is in effect by */
    activeIn: z.array(unitRef),
    decisions: z.array(
      z.object({ decision: z.enum(DECISIONS), unit: unitRef, at: z.string(), by }),
    ),
    file: portalFile,
  })
  .meta({ id: "PortalOffer" });
export type PortalOffer = z.infer<typeof portalOffer>;

export const portalOffers = z.object({ offers: z.array(portalOffer) }).meta({ id: "PortalOffers" });

export const portalOffered = z
  .object({
    revision: z.int(),
    state: z.enum(OFFER_STATES),
    /** the very same had been offered before */
    known: z.boolean(),
  })
  .meta({ id: "PortalOffered" });

export const portalDecision = z
  .strictObject({
    revision: z.int().min(1),
    decision: z.enum(DECISIONS),
    /** for which unit and all below it; the offering unit when absent */
    unit: z.int().min(1).optional(),
  })
  .meta({ id: "PortalDecision" });
