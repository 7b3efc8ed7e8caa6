import { refOf, isoTime, lastDay } from "../access/reach.ts";
import { PEOPLE } from "../access/roles.ts";
import { sessionsOf } from "../access/sessions.ts";
import { unitOf } from "../access/units.ts";
import { findUser } from "../access/users.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { account } from "./shapes/people.ts";

/** People see their own account: how they sign in, and where they are signed in. */
export const getAccount = route(
  PEOPLE,
  {
    method: "get",
    path: "/v1/account",
    summary: "我的账号 · one's own account",
    answer: account,
    people: true,
    early: true,
  },
  async ({ deps, caller }) => {
    const { db, now } = deps;
    const user = await findUser(db, { id: caller.id });
    const unit = await unitOf(db, caller.unit);
    if (!user || !unit) throw new Problem("sign-in");
    const [left] = await db.values(
      "SELECT count(*) FROM recovery_codes WHERE user = ? AND used_at IS NULL",
      [user.id],
    );
    const sessions = await sessionsOf(db, user.id, now());
    return {
      login: user.login,
      name: user.name,
      role: user.role,
      unit: refOf(unit),
      until: lastDay(user.expiresAt),
      hasPassword: user.password !== null,
      sso: user.sso !== null,
      secondFactor: user.totp !== null,
      secondFactorOwed: caller.owesSecondFactor,
      recoveryCodesLeft: Number(left?.[0]),
      sessions: sessions.map((each) => ({
        id: each.id,
        way: each.way,
        createdAt: isoTime(each.createdAt),
        lastAt: isoTime(each.lastAt),
        expiresAt: isoTime(each.expiresAt),
        address: each.address,
        agent: each.agent,
        current: each.id === caller.session,
      })),
    };
  },
);
