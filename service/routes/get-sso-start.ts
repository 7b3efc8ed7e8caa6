import { setCookie } from "hono/cookie";
import { z } from "zod";
import { seal } from "../access/seal.ts";
import { CALLBACK } from "../access/sso.ts";
import { isSecure } from "../http/cookie.ts";
import { Problem } from "../http/problem.ts";
import { openRoute } from "../http/route.ts";

export const AWAY_COOKIE = "shixian_sso";

/** Sends a person to the organisation's own sign-in, and remembers in a sealed cookie what must come back. */
export const getSsoStart = openRoute(
  {
    method: "get",
    path: "/v1/sso/start",
    summary: "前往统一身份认证 · go to the organisation's own sign-in",
    answer: z.string(),
    type: "text/html",
    refuses: ["not-found", "sso-failed"],
  },
  async ({ deps, c }) => {
    if (!deps.sso) throw new Problem("not-found");
    const { address, away } = await deps.sso.begin().catch((error: unknown) => {
      deps.print({
        at: deps.now(),
        level: "error",
        event: "sso-failed",
        error: error instanceof Error ? error.name : "unknown",
      });
      throw new Problem("sso-failed");
    });
    const sealed = seal(deps.keys.seal, "sso", {
      text: JSON.stringify({ ...away, at: deps.now() }),
      about: "away",
      random: deps.random,
    });
    setCookie(c, AWAY_COOKIE, sealed, {
      httpOnly: true,
      // it must come back with the provider's redirect, which is another site's
      sameSite: "Lax",
      path: CALLBACK,
      secure: isSecure(c, deps),
      maxAge: 600,
    });
    return c.redirect(address.href, 302);
  },
);
