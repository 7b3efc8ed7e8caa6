import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { type Caller, callerOf, sessionCaller } from "../access/tokens.ts";
import type { Role } from "../access/roles.ts";
import type { Deps } from "./deps.ts";
import { Problem } from "./problem.ts";

export const SESSION_COOKIE = "shixian_session";

/**
 * Who calls, if one of `roles` does. A token in the header counts before a cookie; a cookie counts only for requests that this
 * service's own pages made, because a browser sends it whoever asks.
 * @throws Problem `sign-in`, `forbidden`, `cross-site`
 */
export async function authorised(c: Context, deps: Deps, roles: readonly Role[]): Promise<Caller> {
  const header = c.req.header("authorization");
  const secret = getCookie(c, SESSION_COOKIE);
  let caller: Caller | undefined;
  if (header !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    caller = token === undefined ? undefined : await callerOf(deps.db, token, deps.now());
  } else if (secret !== undefined) {
    if (!["GET", "HEAD"].includes(c.req.method)) sameSiteOnly(c);
    caller = await sessionCaller(deps.db, secret, deps.now());
  }
  if (!caller) throw new Problem("sign-in");
  if (!roles.includes(caller.role)) throw new Problem("forbidden");
  return caller;
}

/** @throws Problem when another site's page made the browser send this */
export function sameSiteOnly(c: Context): void {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none")
    throw new Problem("cross-site");
  // browsers without Fetch metadata (before Chromium 76) still send Origin with an unsafe method
  const origin = c.req.header("origin");
  if (
    site === undefined &&
    origin !== undefined &&
    URL.parse(origin)?.host !== c.req.header("host")
  )
    throw new Problem("cross-site");
}
