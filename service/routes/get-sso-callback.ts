import { deleteCookie, getCookie } from "hono/cookie";
import { z } from "zod";
import { unseal } from "../access/seal.ts";
import { openSession } from "../access/sessions.ts";
import { userActor } from "../access/sign-in.ts";
import { type Away, CALLBACK } from "../access/sso.ts";
import { findUser, isActive } from "../access/users.ts";
import { isSecure, writeSession } from "../http/cookie.ts";
import { Problem } from "../http/problem.ts";
import { openRoute } from "../http/route.ts";
import { AWAY_COOKIE } from "./get-sso-start.ts";

const away = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  at: z.number(),
});

/** Somebody comes back from the organisation's own sign-in: the account must be there already, nobody is let in by having one elsewhere. */
export const getSsoCallback = openRoute(
  {
    method: "get",
    path: CALLBACK,
    summary: "统一身份认证返回 · back from the organisation's own sign-in",
    answer: z.string(),
    type: "text/html",
    refuses: ["not-found"],
  },
  async ({ deps, c, address, record }) => {
    const { sso, db, now, random } = deps;
    if (!sso) throw new Problem("not-found");
    const sealed = getCookie(c, AWAY_COOKIE) ?? "";
    deleteCookie(c, AWAY_COOKIE, { path: CALLBACK, secure: isSecure(c, deps) });
    // a page is what a browser shows next, whatever went wrong
    const back = (problem: string) => c.redirect(`/sign-in?problem=${problem}`, 302);
    const kept = keptAway(unseal(deps.keys.seal, "sso", { sealed, about: "away" }), now());
    const account =
      kept &&
      (await sso.finish(new URL(c.req.url), kept).catch((error: unknown) => {
        const name = error instanceof Error ? error.name : "unknown";
        deps.print({ at: now(), level: "error", event: "sso-failed", error: name });
      }));
    if (account === undefined) {
      await record({ act: "sign-in.refused", detail: { why: "sso" } });
      return back("sso-failed");
    }
    const user = await findUser(db, { sso: account });
    if (!user || !isActive(user, now())) {
      await record({
        ...(user && { actor: userActor(user) }),
        act: "sign-in.refused",
        detail: { why: user ? "inactive" : "sso-unknown", account },
      });
      return back("sso-unknown");
    }
    const opened = await openSession(
      db,
      { kind: "user", id: user.id, expiresAt: user.expiresAt },
      { way: "sso", now: now(), random, address, agent: c.req.header("user-agent") ?? "" },
    );
    await record({ actor: userActor(user), act: "sign-in", detail: { way: "sso" } });
    writeSession(c, deps, opened);
    return c.redirect("/", 302);
  },
);

function keptAway(text: string | undefined, now: number): Away | undefined {
  if (text === undefined) return undefined;
  const kept = away.parse(JSON.parse(text));
  return now - kept.at < 600_000 ? kept : undefined;
}
