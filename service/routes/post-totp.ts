import { PEOPLE } from "../access/roles.ts";
import { newTotp } from "../access/second-factor.ts";
import { base32, keyUri } from "../access/totp.ts";
import { findUser } from "../access/users.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { totpOffered } from "./shapes/people.ts";

/** People get a new secret for an authenticator app. Nothing is stored before a first code shows that the app has it. */
export const postTotp = route(
  PEOPLE,
  {
    method: "post",
    path: "/v1/account/totp",
    summary: "启用双因素验证：取得密钥 · a secret for an authenticator app",
    answer: totpOffered,
    people: true,
    early: true,
  },
  async ({ deps, caller }) => {
    const user = await findUser(deps.db, { id: caller.id });
    if (!user) throw new Problem("sign-in");
    const { secret, sealed } = newTotp(deps.keys.seal, {
      publicId: user.publicId,
      random: deps.random,
    });
    return {
      secret: base32(secret),
      uri: keyUri(secret, { issuer: "时限", login: user.login }),
      sealed,
    };
  },
);
