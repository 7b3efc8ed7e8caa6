import { endOfDay, unitWithin, unlessTaken, userWithin } from "../access/reach.ts";
import { secondFactorRemoved } from "../access/second-factor.ts";
import { sessionsEnded } from "../access/sessions.ts";
import { findUser, holdsAnother, officeOf, otherSecurityAdmins } from "../access/users.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { user as userShape, userChange } from "./shapes/people.ts";
import { shownUser } from "./shown-user.ts";

/** Security administrators change an account of their subtree, never their own. What somebody may see changes at once: their sessions end. */
export const postUser = route(
  ["security-admin"],
  {
    method: "post",
    path: "/v1/users/:id",
    summary: "变更用户 · change a user",
    body: userChange,
    answer: userShape,
    refuses: [
      "unknown-user",
      "unknown-unit",
      "name-taken",
      "role-conflict",
      "own-account",
      "last-administrator",
    ],
    people: true,
  },
  async ({ deps, caller, body, params, record }) => {
    const { db, now } = deps;
    const { user, unit } = await userWithin(db, caller.unit, params.id ?? "");
    if (user.id === caller.id) throw new Problem("own-account");
    const to = body.unit === undefined ? unit : await unitWithin(db, caller.unit, body.unit);
    const role = body.role ?? user.role;
    const name = body.name ?? user.name;
    const expiresAt = body.until === undefined ? user.expiresAt : endOfDay(body.until);
    const disabledAt =
      body.disabled === undefined
        ? user.disabledAt
        : body.disabled
          ? (user.disabledAt ?? now())
          : null;
    const sso = body.sso === undefined ? user.sso : body.sso;
    if (role === "reviewer" && expiresAt === null)
      throw new Problem("invalid-request", {
        errors: [
          { pointer: "/until", detail: "查阅人员须设定到期日 a reviewer's last day must be given" },
        ],
      });
    const { office, publicId } = user;
    if (disabledAt === null && (await holdsAnother(db, { role, name, office, publicId })))
      throw new Problem("role-conflict");
    const goes =
      role !== "security-admin" || disabledAt !== null || (expiresAt ?? Infinity) <= now();
    if (
      user.role === "security-admin" &&
      goes &&
      (await otherSecurityAdmins(db, user.id, now())) === 0
    )
      throw new Problem("last-administrator");
    await unlessTaken(
      () =>
        record(
          {
            act: "user.changed",
            object: publicId,
            detail: { login: user.login, ...body, unit: to.path },
          },
          [
            {
              sql: `UPDATE users SET name = ?, role = ?, office = coalesce(office, ?), unit = ?, expires_at = ?,
                      disabled_at = ?, sso = ? WHERE id = ?`,
              args: [name, role, officeOf(role), to.id, expiresAt, disabledAt, sso, user.id],
            },
            ...(body.removeSecondFactor ? secondFactorRemoved(user.id) : []),
            sessionsEnded(user.id),
          ],
        ),
      "name-taken",
    );
    const after = await findUser(db, { publicId });
    if (!after) throw new Problem("unknown-user");
    return shownUser(after, to, { now: now(), sessions: 0, lastAt: null });
  },
);
