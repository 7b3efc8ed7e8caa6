import type { PortalFile } from "#shared/reading/portal-file.ts";

/** A portal file as this browser keeps it, checked. */
export interface StoredPortal {
  file: PortalFile;
  /** shipped with the extension, taught or opened here, or shared within the organisation */
  source: "built-in" | "local" | "service";
  off?: true;
}
