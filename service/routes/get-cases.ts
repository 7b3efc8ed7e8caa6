import { z } from "zod";
import { READERS } from "../access/roles.ts";
import { answered } from "../http/etag.ts";
import { route } from "../http/route.ts";
import { populationQuery } from "../reports/population.ts";
import { askingQuery } from "./asking.ts";
import { caseList } from "./shapes/case.ts";

const query = z.strictObject({
  ...populationQuery.shape,
  ...askingQuery,
  /** the last characters of a number that one already knows */
  q: z
    .string()
    .trim()
    .max(24)
    .optional()
    .meta({ examples: ["0042"] }),
  /** pages do not overlap while nothing changes: what needs a person first, then by due time, start and key */
  page: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .meta({ examples: [1, 2] }),
  pageSize: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(50)
    .meta({ examples: [50, 500] }),
});

/** Auditors list the cases behind a figure: the same filters as the reports, over the same subtree. */
export const getCases = route(
  READERS,
  {
    method: "get",
    path: "/v1/cases",
    summary: "办件清单 · the cases behind a figure",
    query,
    answer: caseList,
    refuses: ["unknown-unit", "preparing"],
  },
  async ({ deps, c, caller, query, record }) => {
    // written down before it is answered: who looked for which number
    if (query.q !== undefined && query.q !== "")
      await record({ act: "case.searched", detail: { mask: query.q } });
    const acceptLanguage = c.req.header("accept-language");
    const made = await deps.desk.cases({ root: caller.unit, asked: query, acceptLanguage });
    return answered(c, made, { "content-type": "application/json" });
  },
);
