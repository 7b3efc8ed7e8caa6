import { PEOPLE } from "../access/roles.ts";
import { sessionsEnded } from "../access/sessions.ts";
import { route } from "../http/route.ts";
import { ended } from "./shapes/people.ts";

/** People sign out everywhere else. */
export const deleteAccountSessions = route(
  PEOPLE,
  {
    method: "delete",
    path: "/v1/account/sessions",
    summary: "退出其他所有登录 · sign out everywhere else",
    answer: ended,
    people: true,
    early: true,
  },
  async ({ caller, record }) => {
    const [outcome] = await record(
      { act: "session.end", object: caller.publicId, detail: { all: true } },
      [sessionsEnded(caller.id, caller.session)],
    );
    return { ended: outcome?.changes ?? 0 };
  },
);
