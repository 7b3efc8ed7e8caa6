import type { Context } from "hono";
import { type Caller, actorOf } from "../access/caller.ts";
import { isSigned } from "../access/device-keys.ts";
import type { Role } from "../access/roles.ts";
import { sessionCaller } from "../access/sessions.ts";
import { callerOf } from "../access/tokens.ts";
import { addressOf } from "./address.ts";
import { readSession } from "./cookie.ts";
import type { Deps } from "./deps.ts";
import { Problem } from "./problem.ts";

/** What a route asks of its caller besides the role. */
export interface Leave {
  roles: readonly Role[];
  /** no program: somebody who has signed in */
  people?: boolean | undefined;
  /** a token that is limited to some reports may call it too, and the route sees to the limit */
  narrow?: boolean | undefined;
  /** also before the second factor that the organisation asks for is set up */
  early?: boolean | undefined;
}

/**
 * Who calls, if one of `roles` does. A token in the header counts before a cookie; a cookie counts only for requests that this
 * service's own pages made, because a browser sends it whoever asks.
 * @throws Problem `sign-in`, `forbidden`, `cross-site`, `second-factor-owed`
 */
export async function authorised(c: Context, deps: Deps, leave: Leave): Promise<Caller> {
  const header = c.req.header("authorization");
  let caller: Caller | undefined;
  if (header !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    caller = token === undefined ? undefined : await callerOf(deps.db, token, deps.now());
  } else {
    const secret = readSession(c, deps);
    if (secret !== undefined) {
      if (!["GET", "HEAD"].includes(c.req.method)) sameSiteOnly(c);
      caller = await sessionCaller(deps.db, secret, deps.now());
    }
  }
  if (!caller) throw new Problem("sign-in");
  const may =
    leave.roles.includes(caller.role) &&
    (caller.kind === "user" || !leave.people) &&
    (caller.reports === null || leave.narrow === true);
  if (!may) {
    // a person who asks for what is not theirs is worth knowing of; a program repeats itself
    if (caller.kind === "user")
      await deps.audit.write({
        actor: actorOf(caller),
        act: "refused",
        object: `${c.req.method} ${c.req.path.slice(0, 200)}`,
        address: addressOf(c, deps.behindProxy),
      });
    throw new Problem("forbidden");
  }
  if (caller.owesSecondFactor && !leave.early) throw new Problem("second-factor-owed");
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
