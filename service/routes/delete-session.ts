import { z } from "zod";
import { actorOf } from "../access/caller.ts";
import { closeSession, sessionCaller } from "../access/sessions.ts";
import { sameSiteOnly } from "../http/auth.ts";
import { clearSession, readSession } from "../http/cookie.ts";
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
  async ({ deps, c, record }) => {
    sameSiteOnly(c);
    const secret = readSession(c, deps);
    if (secret !== undefined) {
      const caller = await sessionCaller(deps.db, secret, deps.now());
      await closeSession(deps.db, secret);
      if (caller) await record({ actor: actorOf(caller), act: "sign-out" });
    }
    clearSession(c, deps);
    return { signedOut: true as const };
  },
);
