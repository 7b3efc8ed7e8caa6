import type { PortalFile } from "#shared/reading/portal-file.ts";
import { danchengLedger } from "./dancheng-ledger.ts";

/** The portal files that are shipped, in order. A new one is a data file, a line here and two saved pages. */
export const PORTALS: readonly PortalFile[] = [danchengLedger];
