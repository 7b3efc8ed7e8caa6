import { type Language } from "#shared/strings/strings.ts";
import type { Coverage, ReportDocument } from "../routes/shapes/report.ts";
import type { Versions } from "../routes/shapes/common.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { PopulationQuery } from "./population.ts";
import type { BoundReport, Looked, UnitNode } from "./report.ts";

export interface DocumentQuestion {
  report: BoundReport;
  cases: CaseSet;
  coverage: Coverage;
  filter: PopulationQuery;
  carried: Readonly<Record<string, string | undefined>>;
  params: Record<string, unknown>;
  units?: readonly UnitNode[];
  looked?: () => Promise<Looked[]>;
  /** path of the unit whose subtree is asked about */
  unit: string | null;
  now: number;
  language: Language;
  versions: Versions;
}

/** One report with everything that a reader needs to trust it or to challenge it. */
export async function reportDocument(question: DocumentQuestion): Promise<ReportDocument> {
  const { report, cases, filter, carried, params, language, units, looked } = question;
  const {
    n,
    rows,
    total,
    notes,
    curves = [],
  } = await report.figures({
    cases,
    filter,
    carried,
    params,
    language,
    ...(units && { units }),
    ...(looked && { looked }),
  });
  return {
    id: report.id,
    title: report.title(language),
    definition: report.definition(language),
    language,
    generatedAt: new Date(question.now).toISOString(),
    asOf: new Date(cases.asOf).toISOString(),
    filters: {
      from: filter.from ?? null,
      to: filter.to ?? null,
      unit: question.unit,
      department: filter.department ?? null,
      item: filter.item ?? null,
      portal: filter.portal ?? null,
    },
    compared: null,
    versions: question.versions,
    n,
    coverage: question.coverage,
    columns: report.columns(language),
    rows,
    page: null,
    total,
    notes,
    chart: report.chart,
    curves,
  };
}
