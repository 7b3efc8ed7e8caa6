import { makeEnrolment } from "../access/enrolments.ts";
import { findUnit } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { enrolment, enrolmentRequest } from "./shapes/access.ts";

/** An administrator makes a one-time code for a unit of the own subtree. */
export const postEnrolments = route(
  ["system-admin"],
  {
    method: "post",
    path: "/v1/enrolments",
    summary: "生成一次性接入码 · make a one-time enrolment code",
    body: enrolmentRequest,
    answer: enrolment,
    refuses: ["unknown-unit"],
  },
  async ({ deps, caller, body }) => {
    const unit = await findUnit(deps.db, caller.unit, String(body.unit));
    if (!unit) throw new Problem("unknown-unit");
    const { code, expiresAt } = await makeEnrolment(deps.db, {
      unit: unit.id,
      hours: body.hours,
      now: deps.now(),
      random: deps.random,
    });
    return {
      code,
      unit: { id: unit.id, name: unit.name, path: unit.path },
      expiresAt: new Date(expiresAt).toISOString(),
    };
  },
);
