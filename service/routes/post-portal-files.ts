import { portalFile } from "#shared/reading/portal-file.ts";
import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { offerPortalFile } from "../portals/offer-portal-file.ts";
import { portalBook } from "../portals/portal-book.ts";
import { portalOffered } from "./shapes/portal-file.ts";

/** A window offers what it was taught to its colleagues. It is in effect for nobody before an administrator accepts it. */
export const postPortalFiles = route(
  ["device", "supervisor", "system-admin"],
  {
    method: "post",
    path: "/v1/portal-files",
    summary: "推荐门户文件 · offer a portal file to the unit",
    body: portalFile,
    answer: portalOffered,
    refuses: ["too-many-offers"],
  },
  async ({ deps, caller, body }) => {
    const units = await unitsUnder(deps.db, null);
    const { revision, known } = await offerPortalFile(deps.db, units, {
      file: body,
      unit: caller.unit,
      by: { id: caller.publicId, name: caller.name },
      now: deps.now(),
    });
    const [offer] = (await portalBook(deps.db, units))
      .offers(units)
      .filter((each) => each.revision === revision);
    return { revision, known, state: offer?.state ?? "offered" };
  },
);
