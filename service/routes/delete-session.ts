import { deleteCookie, getCookie } from "hono/cookie";
import { z } from "zod";
import { closeSession } from "../access/tokens.ts";
import { SESSION_COOKIE, sameSiteOnly } from "../http/auth.ts";
import { openRoute } from "../http/route.ts";

/** Anyone may sign out; it ends on the service too, not only in the browser. */
export const deleteSession = openRoute(
  {
    method: "delete",
    path: "/v1/session",
    summary: "退出登录 · sign out",
    answer: z.object({ signedOut: z.literal(true) }).meta({ id: "SignedOut" }),
    refuses: ["cross-site"],
  },
  async ({ deps, c }) => {
    sameSiteOnly(c);
    const secret = getCookie(c, SESSION_COOKIE);
    if (secret !== undefined) await closeSession(deps.db, secret);
    deleteCookie(c, SESSION_COOKIE, { path: "/" });
    return { signedOut: true as const };
  },
);
