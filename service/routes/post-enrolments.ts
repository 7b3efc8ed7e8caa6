import { makeEnrolment } from "../access/enrolments.ts";
import { findUnit } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { enrolment, enrolmentRequest } from "./shapes/access.ts";

/** An administrator makes a one-time code for a unit of the own subtree; a supervisor or observer one for a browser of their own. */
export const postEnrolments = route(
  ["system-admin", "supervisor", "observer"],
  {
    method: "post",
    path: "/v1/enrolments",
    summary: "生成一次性接入码 · make a one-time enrolment code",
    body: enrolmentRequest,
    answer: enrolment,
    refuses: ["unknown-unit"],
  },
  async ({ deps, caller, body, record }) => {
    const unit = await findUnit(deps.db, caller.unit, String(body.unit));
    if (!unit) throw new Problem("unknown-unit");
    const { code, expiresAt } = await makeEnrolment(deps.db, {
      unit: unit.id,
      hours: body.hours,
      now: deps.now(),
      random: deps.random,
      owner: caller.kind === "user" && caller.role !== "system-admin" ? caller.id : null,
    });
    await record({ act: "device.code", object: unit.path, detail: { hours: body.hours } });
    return {
      code,
      unit: { id: unit.id, name: unit.name, path: unit.path },
      expiresAt: new Date(expiresAt).toISOString(),
    };
  },
);
