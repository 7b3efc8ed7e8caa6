import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { digestOf, filesFor, portalBook } from "../portals/portal-book.ts";
import { ROLES } from "../access/roles.ts";
import { portalFilesInEffect } from "./shapes/portal-file.ts";

/** Browsers ask every quarter of an hour: what has not changed is answered by its tag alone. */
export const getPortalFiles = route(
  ROLES,
  {
    method: "get",
    path: "/v1/portal-files",
    summary: "本单位启用的门户文件 · the portal files in effect for the caller's unit",
    answer: portalFilesInEffect,
  },
  async ({ deps, c, caller }) => {
    const units = await unitsUnder(deps.db, null);
    const answer = filesFor(await portalBook(deps.db, units), caller.unit, units);
    const tag = `"${digestOf(answer).slice(0, 32)}"`;
    if (c.req.header("if-none-match") === tag) return c.body(null, 304, { etag: tag });
    c.header("etag", tag);
    return answer;
  },
);
