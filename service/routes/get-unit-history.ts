import { isoTime } from "../access/reach.ts";
import { unitHistory } from "../access/unit-changes.ts";
import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { unitHistoryList } from "./shapes/units.ts";

/** System administrators and auditors see which units of their subtree were renamed or moved, when and by whom. */
export const getUnitHistory = route(
  ["system-admin", "auditor"],
  {
    method: "get",
    path: "/v1/units/history",
    summary: "单位变更记录 · how units were renamed and moved",
    answer: unitHistoryList,
  },
  async ({ deps, caller }) => {
    const now = new Map((await unitsUnder(deps.db, caller.unit)).map((unit) => [unit.id, unit]));
    const changes = await unitHistory(deps.db, caller.unit);
    // a unit that came from or went to elsewhere: what lies outside one's own tree is not named
    const nameOf = (id: number | null): string | null =>
      id === null ? null : (now.get(id)?.name ?? "…");
    const firsts = new Map(
      (await deps.db.values("SELECT unit, name, parent FROM unit_changes WHERE at = 0")).map(
        ([unit, name, parent]) => [
          Number(unit),
          { name: String(name), parent: parent as number | null },
        ],
      ),
    );
    return {
      changes: changes.map(({ at, by, unit, name, parent }, i) => {
        const before = changes.slice(i + 1).find((each) => each.unit === unit) ?? firsts.get(unit);
        return {
          at: isoTime(at),
          by,
          unit,
          name,
          parent: nameOf(parent),
          before: before ? { name: before.name, parent: nameOf(before.parent) } : null,
        };
      }),
    };
  },
);
