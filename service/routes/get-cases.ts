import { z } from "zod";
import { READERS } from "../access/roles.ts";
import { route } from "../http/route.ts";
import { judgedSet } from "../facts/judged-set.ts";
import { populationQuery } from "../reports/population.ts";
import { askingQuery, scopeOf } from "./asking.ts";
import { caseSummaryOf, facetOf, urgency } from "./case-summary.ts";
import { caseList } from "./shapes/case.ts";

const query = z.strictObject({
  ...populationQuery.shape,
  ...askingQuery,
  /** the last characters of a number that one already knows */
  q: z.string().trim().max(24).optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
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
    refuses: ["unknown-unit"],
  },
  async ({ deps, c, caller, query }) => {
    const scope = await scopeOf(deps, caller, query, c.req.header("accept-language"));
    const { asOf, cases } = scope;
    const wanted = query.q?.replace(/^…/, "").normalize("NFKC").toUpperCase() ?? "";
    const found = (await judgedSet(cases, asOf).where(query).open())
      .filter(({ mask }) => mask.endsWith(wanted))
      .sort(urgency);
    const { page, pageSize } = query;
    return {
      generatedAt: new Date(deps.now()).toISOString(),
      asOf: new Date(asOf).toISOString(),
      total: found.length,
      page,
      pageSize,
      pages: Math.max(1, Math.ceil(found.length / pageSize)),
      cases: found
        .slice((page - 1) * pageSize, page * pageSize)
        .map((each) => caseSummaryOf(each, scope.units, asOf)),
      facets: {
        department: facetOf(cases, ({ timeline }) => timeline.department ?? ""),
        item: facetOf(cases, ({ timeline }) => timeline.item ?? ""),
        step: facetOf(cases, ({ timeline }) => timeline.step ?? ""),
        bucket: facetOf(cases, ({ bucket }) => bucket),
        verdict: facetOf(cases, ({ verdict }) => verdict.kind),
      },
      versions: scope.versions,
    };
  },
);
