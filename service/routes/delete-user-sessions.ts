import { userWithin } from "../access/reach.ts";
import { sessionsEnded } from "../access/sessions.ts";
import { route } from "../http/route.ts";
import { ended } from "./shapes/people.ts";

/** Security administrators sign somebody of their subtree out everywhere. */
export const deleteUserSessions = route(
  ["security-admin"],
  {
    method: "delete",
    path: "/v1/users/:id/sessions",
    summary: "强制退出某用户的所有登录 · sign a user out everywhere",
    answer: ended,
    refuses: ["unknown-user"],
    people: true,
  },
  async ({ deps, caller, params, record }) => {
    const { user } = await userWithin(deps.db, caller.unit, params.id ?? "");
    const [outcome] = await record(
      { act: "session.end", object: user.publicId, detail: { all: true } },
      [sessionsEnded(user.id)],
    );
    return { ended: outcome?.changes ?? 0 };
  },
);
