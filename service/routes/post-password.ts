import { weaknessOf } from "../access/password-policy.ts";
import { hashPassword } from "../access/passwords.ts";
import { PEOPLE } from "../access/roles.ts";
import { sessionsEnded } from "../access/sessions.ts";
import { unitOf } from "../access/units.ts";
import { route } from "../http/route.ts";
import { confirmedAccount } from "./own-account.ts";
import { done, newPasswordRequest } from "./shapes/people.ts";
import { weakPassword } from "./weak-password.ts";

/** People change their own password; every other session of theirs ends. */
export const postPassword = route(
  PEOPLE,
  {
    method: "post",
    path: "/v1/account/password",
    summary: "修改密码 · change one's own password",
    body: newPasswordRequest,
    answer: done,
    refuses: ["wrong-password", "weak-password", "locked"],
    people: true,
    early: true,
  },
  async ({ deps, caller, body, record }) => {
    const user = await confirmedAccount(deps, caller, body.password);
    const unit = await unitOf(deps.db, user.unit);
    const weakness = await weaknessOf(body.next, [user.login, user.name, unit?.name ?? ""]);
    if (weakness) throw weakPassword(weakness, "/next");
    const hash = await hashPassword(body.next, deps.random);
    await record({ act: "password.set", detail: { by: "own" } }, [
      { sql: "UPDATE users SET password = ? WHERE id = ?", args: [hash, user.id] },
      sessionsEnded(user.id, caller.session),
    ]);
    return { done: true as const };
  },
);
