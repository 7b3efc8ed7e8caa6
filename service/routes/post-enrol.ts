import { WIRE_VERSION } from "#shared/case/observation.ts";
import { enrol } from "../access/enrolments.ts";
import { unitOf } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { openRoute } from "../http/route.ts";
import { enrolAnswer, enrolRequest } from "./shapes/access.ts";

/** Anyone who holds a one-time code turns it into a device. */
export const postEnrol = openRoute(
  {
    method: "post",
    path: "/v1/enrol",
    summary: "用一次性接入码换取终端令牌 · exchange a one-time code for a device token",
    body: enrolRequest,
    answer: enrolAnswer,
    refuses: ["bad-code"],
  },
  async ({ deps, body }) => {
    const { db, now, random, keys, program } = deps;
    const made = await enrol(db, { code: body.code, name: body.name ?? "", now: now(), random });
    const unit = made && (await unitOf(db, made.unit));
    if (!made || !unit) throw new Problem("bad-code");
    return {
      deviceId: made.deviceId,
      token: made.token,
      unit: { id: unit.id, name: unit.name, path: unit.path },
      caseKeySecret: Buffer.from(keys.caseKey).toString("base64"),
      service: { name: "时限 Shixian", version: program, wireVersion: WIRE_VERSION },
    };
  },
);
