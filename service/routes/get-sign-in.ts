import { openRoute } from "../http/route.ts";
import { waysIn } from "./shapes/people.ts";

/** Anyone learns how one signs in here, and nothing of who may. */
export const getSignIn = openRoute(
  {
    method: "get",
    path: "/v1/sign-in",
    summary: "登录方式 · the ways to sign in",
    answer: waysIn,
  },
  async ({ deps }) => {
    const [row] = await deps.db.values(
      "SELECT count(*), count(password) FROM users WHERE disabled_at IS NULL",
    );
    return {
      password: Number(row?.[1]) > 0,
      sso: deps.sso && { name: deps.sso.name },
      first: Number(row?.[0]) === 0,
    };
  },
);
