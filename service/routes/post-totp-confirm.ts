import { PEOPLE } from "../access/roles.ts";
import { newRecoveryCodes, stepOf } from "../access/second-factor.ts";
import { sessionsEnded } from "../access/sessions.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { confirmedAccount } from "./own-account.ts";
import { recoveryCodes, totpConfirmed } from "./shapes/people.ts";

/** The first code of the app, and the password: from now on every sign-in asks for a code. Ten codes for emergencies are shown once. */
export const postTotpConfirm = route(
  PEOPLE,
  {
    method: "post",
    path: "/v1/account/totp/confirm",
    summary: "启用双因素验证：确认 · confirm it with a first code",
    body: totpConfirmed,
    answer: recoveryCodes,
    refuses: ["wrong-password", "bad-sign-in", "locked"],
    people: true,
    early: true,
  },
  async ({ deps, caller, body, record }) => {
    const user = await confirmedAccount(deps, caller, body.password);
    const step = stepOf(deps.keys.seal, {
      sealed: body.sealed,
      publicId: user.publicId,
      after: null,
      code: body.code.normalize("NFKC").replace(/\s/g, ""),
      now: deps.now(),
    });
    if (step === undefined) throw new Problem("bad-sign-in");
    const { codes, statements } = newRecoveryCodes(user.id, deps.random);
    await record({ act: "second-factor.set" }, [
      {
        sql: "UPDATE users SET totp = ?, totp_step = ? WHERE id = ?",
        args: [body.sealed, step, user.id],
      },
      ...statements,
      sessionsEnded(user.id, caller.session),
      // what has just been shown counts for the session in which it was shown
      {
        sql: "UPDATE sessions SET way = 'second-factor' WHERE public_id = ?",
        args: [caller.session],
      },
    ]);
    return { codes };
  },
);
