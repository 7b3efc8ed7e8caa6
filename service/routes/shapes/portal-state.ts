import { z } from "zod";

const lookSeen = z.object({
  at: z.string(),
  kind: z.enum(["list", "detail", "guide", "none"]),
  /** rows that it held, and the list's total as the pager told it */
  cases: z.int(),
  total: z.int().nullable(),
  /** the program that read it */
  reader: z.string(),
});

export const portalState = z
  .object({
    portal: z.string(),
    view: z.string(),
    /** `broken`: a device's latest look was not understood as a whole; `partly`: some of it was not */
    state: z.enum(["broken", "partly", "read"]),
    looks: z.int(),
    devices: z.int(),
    brokenDevices: z.int(),
    firstLookAt: z.string(),
    lastLookAt: z.string(),
    lastGood: lookSeen.nullable(),
    /** the latest that was not understood, with the codes of why; it stays here after the page is read again */
    lastBroken: lookSeen.extend({ why: z.array(z.string()) }).nullable(),
  })
  .meta({ id: "PortalState" });
export type PortalState = z.infer<typeof portalState>;

export const portalStateList = z
  .object({ generatedAt: z.string(), since: z.string(), portals: z.array(portalState) })
  .meta({ id: "PortalStateList" });
