import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Deps } from "./deps.ts";

/** Where pages come over TLS, the browser itself keeps other hosts and plain HTTP from setting the cookie (`__Host-`). */
export const isSecure = (c: Context, { publicUrl }: Pick<Deps, "publicUrl">): boolean =>
  publicUrl?.protocol === "https:" || new URL(c.req.url).protocol === "https:";

const PLAIN = "shixian_session";
const nameOf = (c: Context, deps: Deps): string => (isSecure(c, deps) ? `__Host-${PLAIN}` : PLAIN);

export const readSession = (c: Context, deps: Deps): string | undefined =>
  getCookie(c, nameOf(c, deps));

export function writeSession(
  c: Context,
  deps: Deps,
  { secret, expiresAt }: { secret: string; expiresAt: number },
): void {
  setCookie(c, nameOf(c, deps), secret, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    secure: isSecure(c, deps),
    // a length, not a date: the clock of an office computer may be wrong
    maxAge: Math.max(0, Math.floor((expiresAt - deps.now()) / 1000)),
  });
}

export const clearSession = (c: Context, deps: Deps): void =>
  void deleteCookie(c, nameOf(c, deps), { path: "/", secure: isSecure(c, deps) });
