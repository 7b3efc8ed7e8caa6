import { linkAddress, makeLink } from "../access/links.ts";
import { endOfDay, isoTime, unitWithin, unlessTaken } from "../access/reach.ts";
import { findUser, holdsAnother, newUserId, userMade } from "../access/users.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { userAnswer, userRequest } from "./shapes/people.ts";
import { shownUser } from "./shown-user.ts";

/** Security administrators make an account of their subtree, with a one-time link by which its owner chooses the password. */
export const postUsers = route(
  ["security-admin"],
  {
    method: "post",
    path: "/v1/users",
    summary: "新增用户 · make a user",
    body: userRequest,
    answer: userAnswer,
    refuses: ["unknown-unit", "name-taken", "role-conflict"],
    people: true,
  },
  async ({ deps, c, caller, body, record }) => {
    const { db, now, random } = deps;
    const { login, name, role, sso } = body;
    const unit = await unitWithin(db, caller.unit, body.unit);
    const expiresAt = endOfDay(body.until);
    if (role === "reviewer" && expiresAt === null)
      throw new Problem("invalid-request", {
        errors: [
          { pointer: "/until", detail: "查阅人员须设定到期日 a reviewer's last day must be given" },
        ],
      });
    if (expiresAt !== null && expiresAt <= now())
      throw new Problem("invalid-request", {
        errors: [{ pointer: "/until", detail: "到期日已过 that day is over" }],
      });
    if (await holdsAnother(db, { role, name, office: null, publicId: null }))
      throw new Problem("role-conflict");
    const publicId = newUserId(random);
    const by = caller.publicId;
    await unlessTaken(
      () =>
        record(
          {
            act: "user.made",
            object: publicId,
            detail: { login, name, role, unit: unit.path, until: body.until, sso: sso !== null },
          },
          [
            userMade({
              publicId,
              login,
              name,
              role,
              unit: unit.id,
              expiresAt,
              sso,
              by,
              now: now(),
            }),
          ],
        ),
      "name-taken",
    );
    const user = await findUser(db, { publicId });
    if (!user) throw new Error("a user vanished while it was made");
    // whoever comes by the organisation's own sign-in needs no password here
    const link = sso === null ? makeLink(user.id, { now: now(), random }) : null;
    if (link) await record({ act: "user.link", object: publicId }, link.statements);
    return {
      user: shownUser(user, unit, { now: now(), sessions: 0, lastAt: null }),
      link: link && {
        address: linkAddress((deps.publicUrl ?? new URL(c.req.url)).origin, link.secret),
        expiresAt: isoTime(link.expiresAt),
      },
    };
  },
);
