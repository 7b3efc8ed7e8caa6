import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { portalBook } from "../portals/portal-book.ts";
import { portalOffers } from "./shapes/portal-file.ts";

/** Every file that was offered within the own subtree, or is in effect there, with who decided what and when. */
export const getPortalOffers = route(
  ["auditor", "supervisor", "system-admin"],
  {
    method: "get",
    path: "/v1/portal-files/offers",
    summary: "门户文件的推荐与启用记录 · portal files offered, with every decision",
    answer: portalOffers,
  },
  async ({ deps, caller }) => {
    const book = await portalBook(deps.db, await unitsUnder(deps.db, null));
    return { offers: book.offers(await unitsUnder(deps.db, caller.unit)) };
  },
);
