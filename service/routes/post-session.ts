import { actorOf } from "../access/caller.ts";
import { openSession } from "../access/sessions.ts";
import { callerOf } from "../access/tokens.ts";
import { unitOf } from "../access/units.ts";
import { sameSiteOnly } from "../http/auth.ts";
import { writeSession } from "../http/cookie.ts";
import { Problem } from "../http/problem.ts";
import { openRoute } from "../http/route.ts";
import { me, sessionRequest } from "./shapes/access.ts";

/** Whoever holds an auditor's or administrator's token exchanges it, once, for a cookie that scripts cannot read. */
export const postSession = openRoute(
  {
    method: "post",
    path: "/v1/session",
    summary: "用令牌登录 · sign in with a token",
    body: sessionRequest,
    answer: me,
    refuses: ["sign-in", "forbidden"],
  },
  async ({ deps, c, body, address, record }) => {
    sameSiteOnly(c);
    const caller = await callerOf(deps.db, body.token.trim(), deps.now());
    if (!caller) {
      await record({ act: "sign-in.refused", detail: { why: "token" } });
      throw new Problem("sign-in");
    }
    // a token for some reports is a program's: it gets no pages
    if (caller.kind !== "token" || caller.reports !== null) throw new Problem("forbidden");
    const unit = await unitOf(deps.db, caller.unit);
    if (!unit) throw new Problem("sign-in");
    const opened = await openSession(
      deps.db,
      { kind: "token", id: caller.id, expiresAt: caller.expiresAt },
      {
        way: "token",
        now: deps.now(),
        random: deps.random,
        address,
        agent: c.req.header("user-agent") ?? "",
      },
    );
    await record({ actor: actorOf(caller), act: "sign-in", detail: { way: "token" } });
    writeSession(c, deps, opened);
    return {
      role: caller.role,
      id: caller.publicId,
      name: caller.name,
      unit: { id: unit.id, name: unit.name, path: unit.path },
      expiresAt: new Date(opened.expiresAt).toISOString(),
      person: false,
      owesSecondFactor: false,
    };
  },
);
