import { unlessTaken } from "../access/reach.ts";
import { unitMade, unitMadeAbove } from "../access/unit-changes.ts";
import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { unitMadeAnswer, unitRequest } from "./shapes/units.ts";
import { unitProblem } from "./unit-fault.ts";

/** System administrators make a unit below one of their subtree; who administers the whole tree, also one above it. */
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
    const { db } = deps;
    const { name, parent, code } = body;
    const [tree, all] = [await unitsUnder(db, caller.unit), await unitsUnder(db, null)];
    const whole = caller.kind === "user" && tree.length === all.length;
    const made =
      parent !== null
        ? unitMade(tree, { name, parent, code })
        : whole
          ? unitMadeAbove(all, { name, code, by: caller.publicId })
          : "not-one-tree";
    if (typeof made === "string") throw unitProblem(made);
    const above = tree.find(({ id }) => id === parent);
    const path = above ? `${above.path}/${name}` : name;
    const [outcome] = await unlessTaken(
      () =>
        record(
          {
            act: "unit.made",
            object: path,
            detail: { code, ...(parent === null && { above: all[0]?.path }) },
          },
          made,
        ),
      "name-taken",
    );
    return { id: Number(outcome?.rows[0]?.id), name, path };
  },
);
