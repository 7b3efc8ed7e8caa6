import { z } from "zod";
import { READERS } from "../access/roles.ts";
import type { Asks } from "../http/deps.ts";
import { answered } from "../http/etag.ts";
import { Problem } from "../http/problem.ts";
import { checked, route } from "../http/route.ts";
import { compared } from "../reports/comparison.ts";
import { reportDocument } from "../reports/document.ts";
import { populationQuery } from "../reports/population.ts";
import { reportOf } from "../reports/reports.ts";
import { FORMATS, FORMAT_NAMES, type Format } from "../sheets/formats.ts";
import { askingQuery, scopeOf } from "./asking.ts";
import { cursorOf, pageOf, pageQuery } from "./page-of.ts";
import { COMPARES, type ReportDocument, reportDocument as shape } from "./shapes/report.ts";
import { compareWith, windowAsked } from "./window-asked.ts";
import type { Language } from "#shared/strings/strings.ts";

const query = z.looseObject({
  ...populationQuery.pick({ from: true, to: true, department: true, item: true, portal: true })
    .shape,
  ...askingQuery,
  ...pageQuery,
  /** a window by name instead of `from` and `to`: 2026, 2026-H2, 2026-Q3, 2026-B6, 2026-11, 2026-11-H2, 2026-11-X3, 2026-W47, 2026-11-22 */
  period: z.string().max(10).optional(),
  /** adds to each figure that of the window before, or of the same window last year, and the difference */
  compare: z.enum(COMPARES).optional(),
  format: z.enum(FORMAT_NAMES).optional(),
});

/** Auditors pull a report over their own subtree, as JSON, CSV or a workbook. */
export const getReport = route(
  READERS,
  {
    method: "get",
    path: "/v1/reports/:id",
    summary: "报表 · one report",
    query,
    answer: shape,
    also: [FORMATS.csv, FORMATS.xlsx, FORMATS.parquet],
    refuses: ["unknown-report", "unknown-unit", "not-acceptable", "preparing"],
    narrow: true,
  },
  async ({ deps, c, caller, query, params, record }) => {
    // what a token was not made for does not exist for it
    if (caller.reports && !caller.reports.includes(params.id ?? ""))
      throw new Problem("unknown-report");
    const format = query.format ?? acceptable(c.req.header("accept"));
    const id = params.id ?? "";
    const made = await deps.desk.report({
      root: caller.unit,
      id,
      asked: query,
      acceptLanguage: c.req.header("accept-language"),
      format,
    });
    // a program pulls figures as JSON, too: what leaves through a token is an export
    if (format !== "json" || caller.kind === "token") {
      const { from, to, period, unit, asOf, department, item, portal } = query;
      const asked = { from, to, period, unit, asOf, department, item, portal };
      const written = record({ act: "report.exported", object: id, detail: { ...asked, format } });
      await (namesCases(id) ? written : written.catch(onlyUnrecorded));
    }
    return answered(c, made, {
      "content-type": FORMATS[format],
      ...(format !== "json" && {
        "content-disposition": `attachment; filename="${id}.${format}"; filename*=UTF-8''${encodeURIComponent(made.name)}.${format}`,
      }),
    });
  },
);

/** Whether its rows are cases, by the end of a number. */
const namesCases = (id: string): boolean =>
  reportOf(id)
    ?.columns("zh-CN")
    .some(({ key }) => key === "mask") ?? true;

/** Figures that name nobody are told also when that they were told cannot be written down. */
function onlyUnrecorded(error: unknown): void {
  if (!(error instanceof Problem && error.code === "not-recorded")) throw error;
}

export interface ReportAsked extends Record<string, unknown> {
  from?: string | undefined;
  to?: string | undefined;
  period?: string | undefined;
  compare?: (typeof COMPARES)[number] | undefined;
  unit?: string | undefined;
  asOf?: string | undefined;
  department?: string | undefined;
  item?: string | undefined;
  portal?: string | undefined;
  lang?: Language | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** The same for the API and for the command line. @throws Problem */
export async function makeReport(
  asks: Asks,
  root: number | null,
  id: string,
  asked: ReportAsked,
  acceptLanguage?: string,
): Promise<ReportDocument> {
  const report = reportOf(id);
  if (!report) throw new Problem("unknown-report");
  const { limit, cursor, ...question } = asked;
  const page = cursorOf(cursor, [id, question]);
  const { from, to, period, compare, unit, department, item, portal, lang, ...rest } = question;
  const asOf = rest.asOf ?? page?.asOf;
  const { format: _, asOf: __, ...own } = rest;
  const window = windowAsked({ from, to, period });
  const other = compareWith(window, compare);
  const params = checked(report.params, own, "?") as Record<string, unknown>;
  const scope = await scopeOf(asks, { unit: root }, { unit, asOf, lang }, acceptLanguage);
  const units = new Set(scope.units.keys());
  const over = (bounds: { from?: string; to?: string }): Promise<ReportDocument> =>
    asks.facts.ask({ ...scope, units }, async ({ cases, coverage, looked }) =>
      reportDocument({
        report,
        cases,
        coverage: await coverage({ from: bounds.from, to: bounds.to, portal }),
        filter: { cohort: "started", ...bounds, department, item, portal },
        carried: { unit, asOf },
        params,
        units: [...scope.units.values()],
        looked: () => looked({ ...bounds, portal }),
        unit: scope.root?.path ?? null,
        now: asks.now(),
        language: scope.language,
        versions: scope.versions,
      }),
    );
  const document = await over(window);
  const whole = other
    ? compared(document, await over({ from: other.from, to: other.to }), other)
    : document;
  return pageOf(whole, limit, page, [id, question]);
}

/** The first that the caller takes and we have. @throws Problem `not-acceptable` */
function acceptable(accept = "*/*"): Format {
  for (const each of accept.split(",")) {
    const type = each.split(";")[0]?.trim().toLowerCase() ?? "";
    if (["*/*", "application/*", "application/json", ""].includes(type)) return "json";
    if (["text/csv", "text/*"].includes(type)) return "csv";
    if (type === FORMATS.xlsx) return "xlsx";
    if (type === FORMATS.parquet) return "parquet";
    if (type === "text/html") return "json";
  }
  throw new Problem("not-acceptable");
}
