import { setCookie } from "hono/cookie";
import { callerOf, openSession } from "../access/tokens.ts";
import { unitOf } from "../access/units.ts";
import { SESSION_COOKIE, sameSiteOnly } from "../http/auth.ts";
import { Problem } from "../http/problem.ts";
import { openRoute } from "../http/route.ts";
import { me, sessionRequest } from "./shapes/access.ts";

/** Whoever holds an auditor's or administrator's token exchanges it, once, for a cookie that scripts cannot read. */
export const postSession = openRoute(
  {
    method: "post",
    path: "/v1/session",
    summary: "登录 · sign in",
    body: sessionRequest,
    answer: me,
    refuses: ["sign-in", "forbidden"],
  },
  async ({ deps, c, body }) => {
    sameSiteOnly(c);
    const caller = await callerOf(deps.db, body.token.trim(), deps.now());
    if (!caller) throw new Problem("sign-in");
    if (caller.role === "device") throw new Problem("forbidden");
    const unit = await unitOf(deps.db, caller.unit);
    if (!unit) throw new Problem("sign-in");
    const { secret, expiresAt } = await openSession(deps.db, caller, {
      now: deps.now(),
      random: deps.random,
    });
    setCookie(c, SESSION_COOKIE, secret, {
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
      secure: new URL(c.req.url).protocol === "https:",
      // a length, not a date: the clock of an office computer may be wrong
      maxAge: Math.max(0, Math.floor((expiresAt - deps.now()) / 1000)),
    });
    return {
      role: caller.role,
      id: caller.publicId,
      name: caller.name,
      unit: { id: unit.id, name: unit.name, path: unit.path },
      expiresAt: new Date(expiresAt).toISOString(),
    };
  },
);
