import { unitWithin, unlessTaken } from "../access/reach.ts";
import { unitChanged } from "../access/unit-changes.ts";
import { unitOf, unitsUnder } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { unitChange, unitMadeAnswer } from "./shapes/units.ts";
import { unitProblem } from "./unit-fault.ts";

/** System administrators rename or move a unit of their subtree. What it was before stays known: questions about then are answered as then. */
export const postUnit = route(
  ["system-admin"],
  {
    method: "post",
    path: "/v1/units/:id",
    summary: "变更单位名称或上级 · rename or move a unit",
    body: unitChange,
    answer: unitMadeAnswer,
    refuses: ["unknown-unit", "name-taken"],
  },
  async ({ deps, caller, body, params, record }) => {
    const { db } = deps;
    const unit = await unitWithin(db, caller.unit, Number(params.id));
    const { name = unit.name, parent = unit.parent } = body;
    const changed = unitChanged(await unitsUnder(db, caller.unit), {
      unit,
      name,
      parent,
      at: deps.now(),
      by: caller.publicId,
    });
    if (typeof changed === "string") throw unitProblem(changed);
    if (name !== unit.name || parent !== unit.parent)
      await unlessTaken(
        () =>
          record(
            {
              act: "unit.changed",
              object: String(unit.id),
              detail: { before: unit.path, name, parent },
            },
            changed,
          ),
        "name-taken",
      );
    const after = await unitOf(db, unit.id);
    if (!after) throw new Problem("unknown-unit");
    return { id: after.id, name: after.name, path: after.path };
  },
);
