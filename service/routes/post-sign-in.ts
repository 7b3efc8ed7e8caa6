import { signIn, userActor } from "../access/sign-in.ts";
import { openSession, sessionCaller } from "../access/sessions.ts";
import { unitOf } from "../access/units.ts";
import { sameSiteOnly } from "../http/auth.ts";
import { writeSession } from "../http/cookie.ts";
import { Problem } from "../http/problem.ts";
import { openRoute } from "../http/route.ts";
import { me } from "./shapes/access.ts";
import { signInRequest } from "./shapes/people.ts";

/** Whoever knows a password, and holds the second factor where there is one, gets a session. */
export const postSignIn = openRoute(
  {
    method: "post",
    path: "/v1/sign-in",
    summary: "账号密码登录 · sign in with a password",
    body: signInRequest,
    answer: me,
    refuses: ["bad-sign-in", "code-needed", "locked"],
  },
  async ({ deps, c, body, address, record }) => {
    sameSiteOnly(c);
    const { user, way } = await signIn(deps, { ...body, code: body.code, address });
    const unit = await unitOf(deps.db, user.unit);
    if (!unit) throw new Problem("bad-sign-in");
    const opened = await openSession(
      deps.db,
      { kind: "user", id: user.id, expiresAt: user.expiresAt },
      {
        way,
        now: deps.now(),
        random: deps.random,
        address,
        agent: c.req.header("user-agent") ?? "",
      },
    );
    await record({ actor: userActor(user), act: "sign-in", detail: { way } });
    writeSession(c, deps, opened);
    return {
      role: user.role,
      id: user.publicId,
      name: user.name,
      unit: { id: unit.id, name: unit.name, path: unit.path },
      expiresAt: new Date(opened.expiresAt).toISOString(),
      person: true,
      owesSecondFactor:
        (await sessionCaller(deps.db, opened.secret, deps.now()))?.owesSecondFactor ?? false,
    };
  },
);
