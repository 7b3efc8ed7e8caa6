import { linkedUser, spent } from "../access/links.ts";
import { weaknessOf } from "../access/password-policy.ts";
import { hashPassword } from "../access/passwords.ts";
import { unlessTaken } from "../access/reach.ts";
import { sessionsEnded } from "../access/sessions.ts";
import { userActor } from "../access/sign-in.ts";
import { unitOf } from "../access/units.ts";
import { findUser, isActive } from "../access/users.ts";
import { sameSiteOnly } from "../http/auth.ts";
import { Problem } from "../http/problem.ts";
import { openRoute } from "../http/route.ts";
import { invitationRequest, passwordSet } from "./shapes/people.ts";
import { weakPassword } from "./weak-password.ts";

/** Whoever holds a one-time link chooses the password of that account: nobody else ever knows it. */
export const postInvitation = openRoute(
  {
    method: "post",
    path: "/v1/invitation",
    summary: "用一次性链接设置密码 · choose a password by a one-time link",
    body: invitationRequest,
    answer: passwordSet,
    refuses: ["expired-link", "weak-password", "cross-site"],
  },
  async ({ deps, c, body, record }) => {
    sameSiteOnly(c);
    const { db, now, random } = deps;
    const id = await linkedUser(db, body.secret, now());
    const user = typeof id === "number" ? await findUser(db, { id }) : undefined;
    if (!user || !isActive(user, now())) throw new Problem("expired-link");
    const unit = await unitOf(db, user.unit);
    const weakness = await weaknessOf(body.password, [user.login, user.name, unit?.name ?? ""]);
    if (weakness) throw weakPassword(weakness, "/password");
    const hash = await hashPassword(body.password, random);
    await unlessTaken(
      () =>
        record({ actor: userActor(user), act: "password.set", detail: { by: "link" } }, [
          spent(body.secret, now()),
          { sql: "UPDATE users SET password = ? WHERE id = ?", args: [hash, user.id] },
          sessionsEnded(user.id),
        ]),
      "expired-link",
    );
    return { login: user.login, name: user.name, role: user.role };
  },
);
