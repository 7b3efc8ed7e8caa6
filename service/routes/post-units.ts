import { unlessTaken } from "../access/reach.ts";
import { unitMade } from "../access/unit-changes.ts";
import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { unitMadeAnswer, unitRequest } from "./shapes/units.ts";
import { unitProblem } from "./unit-fault.ts";

/** System administrators make a unit below one of their subtree. */
export const postUnits = route(
  ["system-admin"],
  {
    method: "post",
    path: "/v1/units",
    summary: "新增单位 · make a unit",
    body: unitRequest,
    answer: unitMadeAnswer,
    refuses: ["unknown-unit", "name-taken"],
  },
  async ({ deps, caller, body, record }) => {
    const tree = await unitsUnder(deps.db, caller.unit);
    const made = unitMade(tree, body);
    if (typeof made === "string") throw unitProblem(made);
    const above = tree.find(({ id }) => id === body.parent);
    const path = `${above?.path ?? ""}/${body.name}`;
    const [outcome] = await unlessTaken(
      () => record({ act: "unit.made", object: path, detail: { code: body.code } }, made),
      "name-taken",
    );
    return { id: Number(outcome?.rows[0]?.id), name: body.name, path };
  },
);
