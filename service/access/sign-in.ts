import type { Deps } from "../http/deps.ts";
import { Problem } from "../http/problem.ts";
import { attemptsIn } from "./attempts.ts";
import { NOBODY } from "./caller.ts";
import { hashPassword, isOutdated, verifyPassword } from "./passwords.ts";
import { secondFactorSpent } from "./second-factor.ts";
import type { Way } from "./sessions.ts";
import { type User, findUser, isActive, normalLogin } from "./users.ts";

export const userActor = ({ publicId, name, role, unit }: User) => ({
  kind: "user" as const,
  id: publicId,
  name,
  role,
  unit,
});

/**
 * Password and, where the account has one, second factor. Every failure looks the same but one: that a code is still needed is told to
 * whoever knew the password.
 * @throws Problem `bad-sign-in`, `code-needed`, `locked`
 */
export async function signIn(
  { db, now, random, keys, audit }: Deps,
  {
    login,
    password,
    code,
    address,
  }: { login: string; password: string; code: string | undefined; address: string },
): Promise<{ user: User; way: Way }> {
  const name = normalLogin(login);
  const attempts = attemptsIn(db);
  const refuse = async (why: string, user?: User): Promise<never> => {
    await attempts.failed(name, now());
    // what nobody is called may be a password that was typed into the wrong box
    const actor = user ? userActor(user) : NOBODY;
    await audit.write({ actor, act: "sign-in.refused", detail: { why }, address });
    throw new Problem("bad-sign-in");
  };
  const until = await attempts.lockedUntil(name, now());
  if (until > 0)
    throw new Problem("locked", {
      headers: { "retry-after": String(Math.ceil((until - now()) / 1000)) },
    });
  const user = await findUser(db, { login: name });
  const right = await verifyPassword(password, user?.password ?? null);
  if (!user) return refuse("unknown");
  if (!right) return refuse("password", user);
  if (!isActive(user, now())) return refuse("inactive", user);
  let way: Way = "password";
  if (user.totp !== null) {
    if (code === undefined || code.trim() === "") throw new Problem("code-needed");
    const by = await secondFactorSpent(db, { user, sealKey: keys.seal, code, now: now() });
    if (!by) return refuse("code", user);
    if (by === "recovery")
      await audit.write({ actor: userActor(user), act: "second-factor.recovered", address });
    way = "second-factor";
  }
  await attempts.forget(name);
  if (user.password !== null && isOutdated(user.password))
    await db.write([
      {
        sql: "UPDATE users SET password = ? WHERE id = ?",
        args: [await hashPassword(password, random), user.id],
      },
    ]);
  return { user, way };
}
