import { findUnit } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { chooseRegime } from "../rules/rule-source.ts";
import { ruleChoice, ruleChosen } from "./shapes/rules.ts";

/** An administrator says by which rule set the cases of a unit of the own subtree, and of all below it, are judged. */
export const postRulesChoices = route(
  ["system-admin"],
  {
    method: "post",
    path: "/v1/rules/choices",
    summary: "指定单位的判定规则 · choose the rule set of a unit",
    body: ruleChoice,
    answer: ruleChosen,
    refuses: ["unknown-unit", "unknown-regime"],
  },
  async ({ deps, caller, body, record }) => {
    const unit = await findUnit(deps.db, caller.unit, String(body.unit));
    if (!unit) throw new Problem("unknown-unit");
    if (!(await deps.rules.book()).regime(body.regime)) throw new Problem("unknown-regime");
    const by = caller.name === "" ? caller.publicId : caller.name;
    const choice = { regime: body.regime, unit: unit.id, now: deps.now(), by };
    const regime = await chooseRegime(deps.db, choice);
    await record({ act: "rules.chosen", object: unit.path, detail: { regime: body.regime } });
    return { unit: { id: unit.id, name: unit.name, path: unit.path }, regime };
  },
);
