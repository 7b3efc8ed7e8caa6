import { PEOPLE } from "../access/roles.ts";
import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { unitList } from "./shapes/access.ts";

/** People see their own subtree. */
export const getUnits = route(
  PEOPLE,
  {
    method: "get",
    path: "/v1/units",
    summary: "可查看的单位 · the units of one's subtree",
    answer: unitList,
    narrow: true,
    early: true,
  },
  async ({ deps, caller }) => {
    const units = await unitsUnder(deps.db, caller.unit);
    const counts = await deps.db.values(
      "SELECT unit, count(*), max(last_at) FROM devices WHERE revoked_at IS NULL GROUP BY unit",
    );
    const devices = new Map(counts.map(([unit, n, last]) => [unit, { n: Number(n), last }]));
    return {
      units: units.map(({ id, name, path, parent, depth }) => {
        const own = devices.get(id);
        return {
          id,
          name,
          path,
          // what lies above one's own unit is not one's own to know
          parent: id === caller.unit ? null : parent,
          depth,
          devices: own?.n ?? 0,
          lastSeenAt: typeof own?.last === "number" ? new Date(own.last).toISOString() : null,
        };
      }),
    };
  },
);
