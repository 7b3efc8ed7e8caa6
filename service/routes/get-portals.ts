import { z } from "zod";
import { READERS } from "../access/roles.ts";
import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { portalStates } from "../portals/portal-states.ts";
import { portalStateList } from "./shapes/portal-state.ts";

const DAY = 86_400_000;

/** Which pages of which portals are read, and which have changed under the reader: with the last look that was right. */
export const getPortals = route(
  [...READERS, "system-admin"],
  {
    method: "get",
    path: "/v1/portals",
    summary: "门户状态 · how each portal page is read, broken ones first",
    query: z.object({
      /** how far back looks are counted */
      days: z.coerce.number().int().min(1).max(3660).default(90),
    }),
    answer: portalStateList,
  },
  async ({ deps, caller, query }) => {
    const now = deps.now();
    const since = now - query.days * DAY;
    await deps.cases.catchUp();
    const units = await unitsUnder(deps.db, caller.unit);
    return {
      generatedAt: new Date(now).toISOString(),
      since: new Date(since).toISOString(),
      portals: await portalStates(deps.db, new Set(units.map(({ id }) => id)), {
        since,
        // a device's clock may run ahead of ours by what is tolerated
        asOf: now + DAY,
      }),
    };
  },
);
