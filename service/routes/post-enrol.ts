import type { Context } from "hono";
import { WIRE_VERSION } from "#shared/case/observation.ts";
import { linksTold } from "../access/case-names.ts";
import { enrol } from "../access/enrolments.ts";
import { findUnit, unitOf } from "../access/units.ts";
import { isSigned } from "../access/device-keys.ts";
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
    refuses: ["bad-code", "unsigned"],
  },
  async ({ deps, c, body, record }) => {
    const { db, now, random, keys, program, deviceKeys } = deps;
    const { code, name = "", publicKey = null } = body;
    if (
      publicKey === null ? deviceKeys === "required" : !holdsKey(c, publicKey, await c.req.text())
    )
      throw new Problem("unsigned");
    const wanted = body.unit === undefined ? undefined : await findUnit(db, null, body.unit);
    if (body.unit !== undefined && !wanted) throw new Problem("bad-code");
    const made = await enrol(db, { code, name, publicKey, unit: wanted?.id, now: now(), random });
    const unit = made && (await unitOf(db, made.unit));
    if (!made || !unit) throw new Problem("bad-code");
    await record({
      actor: {
        kind: "device",
        id: made.deviceId,
        name: body.name ?? "",
        role: "device",
        unit: made.unit,
      },
      act: "device.enrolled",
      object: made.deviceId,
    });
    return {
      deviceId: made.deviceId,
      token: made.token,
      unit: { id: unit.id, name: unit.name, path: unit.path },
      caseKeySecret: Buffer.from(keys.caseKey).toString("base64"),
      caseKeyHash: keys.caseKeyHash ?? "sha256",
      caseKeyLinks: linksTold(keys),
      service: { name: "时限 Shixian", version: program, wireVersion: WIRE_VERSION },
    };
  },
);

/** Whoever enrols with a key shows that it is theirs. */
const holdsKey = (c: Context, publicKey: string, body: string): boolean =>
  isSigned(
    { method: "POST", path: c.req.path, body, header: (name) => c.req.header(name) },
    publicKey,
    "new",
  );
