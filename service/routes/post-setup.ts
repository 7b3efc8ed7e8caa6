import { linkedUser, spent } from "../access/links.ts";
import { weaknessOf } from "../access/password-policy.ts";
import { hashPassword } from "../access/passwords.ts";
import { unlessTaken } from "../access/reach.ts";
import { ensureUnit, normalPath } from "../access/units.ts";
import { newUserId, userMade } from "../access/users.ts";
import { sameSiteOnly } from "../http/auth.ts";
import { Problem } from "../http/problem.ts";
import { openRoute } from "../http/route.ts";
import { weakPassword } from "./weak-password.ts";
import { passwordSet, setupRequest } from "./shapes/people.ts";

/** Whoever holds the link that the first run printed becomes the security administrator, who appoints everybody else. */
export const postSetup = openRoute(
  {
    method: "post",
    path: "/v1/setup",
    summary: "设立首个安全管理员 · make the first security administrator",
    body: setupRequest,
    answer: passwordSet,
    refuses: ["expired-link", "weak-password", "cross-site"],
  },
  async ({ deps, c, body, record }) => {
    sameSiteOnly(c);
    const { db, now, random } = deps;
    const { secret, login, name, password } = body;
    const [there] = await db.values("SELECT 1 FROM users LIMIT 1");
    if (there || (await linkedUser(db, secret, now())) !== null) throw new Problem("expired-link");
    const weakness = await weaknessOf(password, [login, name]);
    if (weakness) throw weakPassword(weakness, "/password");
    if (
      normalPath(body.unit)
        .split("/")
        .some((each) => each === "" || each.length > 60)
    )
      throw new Problem("invalid-request", {
        errors: [{ pointer: "/unit", detail: "每级名称 1 至 60 字 1 to 60 characters a level" }],
      });
    const unit = await ensureUnit(db, body.unit);
    const publicId = newUserId(random);
    const made = userMade({
      publicId,
      login,
      name,
      role: "security-admin",
      unit: unit.id,
      expiresAt: null,
      sso: null,
      by: publicId,
      now: now(),
    });
    const hash = await hashPassword(password, random);
    await unlessTaken(
      () =>
        record(
          {
            actor: { kind: "user", id: publicId, name, role: "security-admin", unit: unit.id },
            act: "first-administrator",
            object: publicId,
            detail: { login, unit: unit.path },
          },
          [
            spent(secret, now()),
            made,
            { sql: "UPDATE users SET password = ? WHERE public_id = ?", args: [hash, publicId] },
          ],
        ),
      "expired-link",
    );
    return { login, name, role: "security-admin" as const };
  },
);
