import { ROLES } from "../access/roles.ts";
import { unitOf } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { me } from "./shapes/access.ts";

/** Whoever is signed in learns as whom. */
export const getMe = route(
  ROLES,
  {
    method: "get",
    path: "/v1/me",
    summary: "当前身份 · who is asking",
    answer: me,
    narrow: true,
    early: true,
  },
  async ({ deps, caller }) => {
    const unit = await unitOf(deps.db, caller.unit);
    if (!unit) throw new Problem("sign-in");
    return {
      role: caller.role,
      id: caller.publicId,
      name: caller.name,
      unit: { id: unit.id, name: unit.name, path: unit.path },
      expiresAt: caller.expiresAt === null ? null : new Date(caller.expiresAt).toISOString(),
      person: caller.kind === "user",
      owesSecondFactor: caller.owesSecondFactor,
    };
  },
);
