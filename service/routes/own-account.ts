import { attemptsIn } from "../access/attempts.ts";
import type { Caller } from "../access/caller.ts";
import { verifyPassword } from "../access/passwords.ts";
import { type User, findUser } from "../access/users.ts";
import type { Deps } from "../http/deps.ts";
import { Problem } from "../http/problem.ts";

/**
 * The caller's own account, once the password was said again: an unlocked screen is not enough to change how one signs in. An account
 * that has no password (the organisation's own sign-in) has nothing to say.
 * @throws Problem `wrong-password`, `locked`
 */
export async function confirmedAccount(
  { db, now }: Deps,
  caller: Caller,
  password: string,
): Promise<User> {
  const user = await findUser(db, { id: caller.id });
  if (!user) throw new Problem("sign-in");
  if (user.password === null) return user;
  const attempts = attemptsIn(db);
  const until = await attempts.lockedUntil(user.login, now());
  if (until > 0)
    throw new Problem("locked", {
      headers: { "retry-after": String(Math.ceil((until - now()) / 1000)) },
    });
  if (!(await verifyPassword(password, user.password))) {
    await attempts.failed(user.login, now());
    throw new Problem("wrong-password");
  }
  await attempts.forget(user.login);
  return user;
}
