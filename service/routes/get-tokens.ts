import { tokensOf } from "../access/tokens.ts";
import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { reports } from "../reports/reports.ts";
import { languageOf } from "./asking.ts";
import { tokenList } from "./shapes/people.ts";
import { shownToken } from "./shown-token.ts";

/** Security administrators see the tokens of their subtree: what for, until when, last used. */
export const getTokens = route(
  ["security-admin"],
  {
    method: "get",
    path: "/v1/tokens",
    summary: "接口令牌 · tokens for programs",
    answer: tokenList,
    people: true,
  },
  async ({ deps, c, caller }) => {
    const units = new Map((await unitsUnder(deps.db, caller.unit)).map((unit) => [unit.id, unit]));
    const rows = await tokensOf(deps.db, [...units.keys()]);
    const language = languageOf(undefined, c.req.header("accept-language"));
    return {
      tokens: rows.flatMap((row) => {
        const unit = units.get(row.unit);
        return unit ? [shownToken(row, unit, deps.now())] : [];
      }),
      // names only: what a security administrator grants, and not what it shows
      reports: reports.map(({ id, title }) => ({ id, title: title(language) })),
    };
  },
);
