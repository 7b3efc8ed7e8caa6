import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { isSigned } from "../access/device-keys.ts";
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

/**
 * A device that enrolled with a key signs each request with it; where the organisation requires keys, one without is not served.
 * @param text the body as it was sent
 * @throws Problem `unsigned`
 */
export function signedByItsKey(c: Context, deps: Deps, caller: Caller, text: string): void {
  if (caller.role !== "device") return;
  if (caller.publicKey === undefined) {
    if (deps.deviceKeys === "required") throw new Problem("unsigned");
    return;
  }
  const { method, path } = c.req;
  const signed = { method, path, body: text, header: (name: string) => c.req.header(name) };
  if (!isSigned(signed, caller.publicKey, caller.publicId)) throw new Problem("unsigned");
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
