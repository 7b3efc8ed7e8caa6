import type { PortalFile } from "#shared/reading/portal-file.ts";

/** A portal file as this browser keeps it, checked. */
export interface StoredPortal {
  file: PortalFile;
  /** shipped with the extension, taught or opened here, or shared within the organisation */
  source: "built-in" | "local" | "service";
  off?: true;
  /** of a shared one: which offer it is, and the unit that accepted it */
  shared?: { revision: number; unit: string };
}

const NEAREST: readonly StoredPortal["source"][] = ["local", "service", "built-in"];

/** The files to read by: where two speak of one column, what was taught here counts first, then what colleagues share. */
export const inEffect = (stored: readonly StoredPortal[]): PortalFile[] =>
  NEAREST.flatMap((source) =>
    stored.filter((each) => each.source === source && !each.off).map(({ file }) => file),
  );
