import { z } from "zod";
import { READERS } from "../access/roles.ts";
import { LANGUAGES, strings } from "#shared/strings/strings.ts";
import { route } from "../http/route.ts";
import { groupOf, reports } from "../reports/reports.ts";
import { languageOf } from "./asking.ts";
import { reportList } from "./shapes/report.ts";

/** Auditors learn which reports there are and how each figure is defined. */
export const getReports = route(
  READERS,
  {
    method: "get",
    path: "/v1/reports",
    summary: "报表目录 · the reports and their definitions",
    query: z.strictObject({ lang: z.enum(LANGUAGES).optional() }),
    answer: reportList,
    narrow: true,
  },
  ({ c, caller, query }) => {
    const language = languageOf(query.lang, c.req.header("accept-language"));
    return {
      reports: reports
        .filter(({ id }) => caller.reports?.includes(id) ?? true)
        .map((report) => ({
          id: report.id,
          group: strings(language).measures.groups[groupOf(report)],
          title: report.title(language),
          definition: report.definition(language),
          columns: report.columns(language),
          params: report.offers(language),
        })),
    };
  },
);
