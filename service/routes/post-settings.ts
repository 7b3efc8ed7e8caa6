import { settingsShape, settingsWritten } from "../access/settings.ts";
import { unitOf } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";

/** What holds for everybody is decided at the top: a security administrator of a topmost unit. */
export const postSettings = route(
  ["security-admin"],
  {
    method: "post",
    path: "/v1/settings",
    summary: "安全策略 · how everybody signs in, and for how long acts are kept",
    body: settingsShape,
    answer: settingsShape,
    people: true,
  },
  async ({ deps, caller, body, record }) => {
    const unit = await unitOf(deps.db, caller.unit);
    if (unit?.parent !== null) throw new Problem("forbidden");
    await record({ act: "settings.changed", detail: body }, settingsWritten(body));
    return body;
  },
);
