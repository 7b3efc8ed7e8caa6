import { tokensOf } from "../access/tokens.ts";
import { unitsUnder } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { done } from "./shapes/people.ts";

/** Security administrators revoke a token of their subtree, at once and for good. */
export const deleteToken = route(
  ["security-admin"],
  {
    method: "delete",
    path: "/v1/tokens/:id",
    summary: "停用接口令牌 · revoke a token",
    answer: done,
    refuses: ["unknown-token"],
    people: true,
  },
  async ({ deps, caller, params, record }) => {
    const units = (await unitsUnder(deps.db, caller.unit)).map(({ id }) => id);
    const row = (await tokensOf(deps.db, units)).find(({ publicId }) => publicId === params.id);
    if (!row) throw new Problem("unknown-token");
    await record({ act: "token.revoked", object: row.publicId, detail: { name: row.name } }, [
      {
        sql: "UPDATE tokens SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?",
        args: [deps.now(), row.id],
      },
      { sql: "DELETE FROM sessions WHERE token = ?", args: [row.id] },
    ]);
    return { done: true as const };
  },
);
