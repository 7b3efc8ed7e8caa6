import { PEOPLE } from "../access/roles.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { ended } from "./shapes/people.ts";

/** People end one of their own sessions. */
export const deleteAccountSession = route(
  PEOPLE,
  {
    method: "delete",
    path: "/v1/account/sessions/:id",
    summary: "结束一处登录 · end one of one's sessions",
    answer: ended,
    refuses: ["unknown-session"],
    people: true,
    early: true,
  },
  async ({ deps, caller, params, record }) => {
    const id = params.id ?? "";
    const [own] = await deps.db.values("SELECT 1 FROM sessions WHERE user = ? AND public_id = ?", [
      caller.id,
      id,
    ]);
    if (!own) throw new Problem("unknown-session");
    const [outcome] = await record({ act: "session.end", object: caller.publicId }, [
      { sql: "DELETE FROM sessions WHERE user = ? AND public_id = ?", args: [caller.id, id] },
    ]);
    return { ended: outcome?.changes ?? 0 };
  },
);
