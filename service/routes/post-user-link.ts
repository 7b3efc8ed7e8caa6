import { z } from "zod";
import { linkAddress, makeLink } from "../access/links.ts";
import { isoTime, userWithin } from "../access/reach.ts";
import { route } from "../http/route.ts";

/** A new one-time link for somebody who forgot the password or let the first link expire. The old password stays good until it is used. */
export const postUserLink = route(
  ["security-admin"],
  {
    method: "post",
    path: "/v1/users/:id/link",
    summary: "签发设置密码的一次性链接 · a one-time link to choose a password",
    answer: z.object({ address: z.string(), expiresAt: z.string() }).meta({ id: "OneTimeLink" }),
    refuses: ["unknown-user"],
    people: true,
  },
  async ({ deps, c, caller, params, record }) => {
    const { user } = await userWithin(deps.db, caller.unit, params.id ?? "");
    const link = makeLink(user.id, { now: deps.now(), random: deps.random });
    await record({ act: "user.link", object: user.publicId }, link.statements);
    return {
      address: linkAddress((deps.publicUrl ?? new URL(c.req.url)).origin, link.secret),
      expiresAt: isoTime(link.expiresAt),
    };
  },
);
