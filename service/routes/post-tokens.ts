import { unitWithin } from "../access/reach.ts";
import { newAccessToken, tokensOf } from "../access/tokens.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { reportOf } from "../reports/reports.ts";
import { tokenAnswer, tokenRequest } from "./shapes/people.ts";
import { shownToken } from "./shown-token.ts";

/** Security administrators make a token for a program: for a subtree, for some reports or all, for at most a year. */
export const postTokens = route(
  ["security-admin"],
  {
    method: "post",
    path: "/v1/tokens",
    summary: "签发接口令牌 · make a token for a program",
    body: tokenRequest,
    answer: tokenAnswer,
    refuses: ["unknown-unit", "unknown-report"],
    people: true,
  },
  async ({ deps, caller, body, record }) => {
    const { db, now, random } = deps;
    const { name, role, reports, days } = body;
    const unit = await unitWithin(db, caller.unit, body.unit);
    if (reports?.some((id) => !reportOf(id))) throw new Problem("unknown-report");
    const { text, publicId, statement } = newAccessToken({
      role,
      unit: unit.id,
      name,
      // an administrator's token pulls no reports at all
      reports: role === "auditor" ? reports : null,
      now: now(),
      expiresAt: now() + days * 86_400_000,
      random,
      by: caller.publicId,
    });
    await record(
      {
        act: "token.made",
        object: publicId,
        detail: { name, role, unit: unit.path, reports, days },
      },
      [statement],
    );
    const row = (await tokensOf(db, [unit.id])).find((each) => each.publicId === publicId);
    if (!row) throw new Error("a token vanished while it was made");
    return { text, token: shownToken(row, unit, now()) };
  },
);
