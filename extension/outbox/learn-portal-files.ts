import { z } from "zod";
import { portalFile } from "#shared/reading/portal-file.ts";
import type { StoredPortal } from "../portals/stored-portal.ts";
import type { Enrolment } from "./database.ts";

const answer = z.object({
  files: z
    .array(
      z.object({
        revision: z.int(),
        unit: z.object({ name: z.string().max(200) }),
        acceptedAt: z.string().max(40),
        file: z.unknown(),
      }),
    )
    // more than an organisation has portals: the rest would only fill the browser's store
    .transform((files) => files.slice(0, 200)),
});

export type LearntFiles =
  | { how: "changed"; tag: string; files: StoredPortal[] }
  /** the service says that nothing changed, or could not be asked, or answered what is not understood: what is known stays */
  | { how: "as-before" };

/**
 * Asks the service which portal files its administrator has accepted for this device's unit. A file that this version does not
 * understand costs none of the others.
 * @param tag of the answer that is held, if one is
 */
export async function learnPortalFiles(
  { address, token }: Enrolment,
  tag: string | null,
  fetch: typeof globalThis.fetch,
): Promise<LearntFiles> {
  let response: Response;
  try {
    response = await fetch(`${address}/v1/portal-files`, {
      headers: { authorization: `Bearer ${token}`, ...(tag !== null && { "if-none-match": tag }) },
      redirect: "manual",
      credentials: "omit",
      cache: "no-store",
    });
  } catch {
    return { how: "as-before" }; // offline is normal: it is asked again
  }
  if (response.status !== 200) return { how: "as-before" };
  const body = answer.safeParse(await response.json().catch(() => undefined));
  if (!body.success) return { how: "as-before" };
  const files = body.data.files.flatMap(({ file, revision, unit }): StoredPortal[] => {
    const checked = portalFile.safeParse(file);
    return checked.success
      ? [{ file: checked.data, source: "service", shared: { revision, unit: unit.name } }]
      : [];
  });
  return { how: "changed", tag: response.headers.get("etag") ?? "", files };
}
