import { PEOPLE } from "../access/roles.ts";
import { secondFactorRemoved } from "../access/second-factor.ts";
import { settingsOf } from "../access/settings.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { confirmedAccount } from "./own-account.ts";
import { done, withPassword } from "./shapes/people.ts";

/** People give up their second factor, where the organisation does not ask for one. */
export const postTotpRemove = route(
  PEOPLE,
  {
    method: "post",
    path: "/v1/account/totp/remove",
    summary: "停用双因素验证 · give up the second factor",
    body: withPassword,
    answer: done,
    refuses: ["wrong-password", "locked", "second-factor-owed"],
    people: true,
  },
  async ({ deps, caller, body, record }) => {
    const user = await confirmedAccount(deps, caller, body.password);
    const { secondFactor } = await settingsOf(deps.db);
    if (
      secondFactor === "everybody" ||
      (secondFactor === "administrators" && user.office === user.role)
    )
      throw new Problem("second-factor-owed");
    await record(
      { act: "second-factor.removed", object: user.publicId },
      secondFactorRemoved(user.id),
    );
    return { done: true as const };
  },
);
