import type { z } from "zod";
import type { Language } from "#shared/strings/strings.ts";
import type { Column, Curve, ReportDocument, Row } from "../routes/shapes/report.ts";
import type { JudgedCase } from "./judged-case.ts";

/** What a report is asked: the cases of the caller's scope and filters, already judged at one moment. */
export interface Question<P> {
  cases: readonly JudgedCase[];
  /** first and last day of the window, inclusive; null means unbounded */
  window: { from: string | null; to: string | null };
  /** ms since 1970 at which every case was judged */
  asOf: number;
  params: P;
  language: Language;
  /** the query of `/v1/cases` for this question, with `more` on top: what opens a figure into its cases */
  opens(more: Record<string, string>): string;
}

export interface Figures {
  /** cases that the report stands on */
  n: number;
  rows: Row[];
  total: Row | null;
  notes: string[];
  curves?: Curve[];
}

/** A report is a pure function of judged cases: one file, one line in `reports.ts`, one test, its strings. */
export interface Report<P = Record<string, never>> {
  id: string;
  title(language: Language): string;
  /** what it counts, over which cases, in words */
  definition(language: Language): string;
  columns(language: Language): Column[];
  /** parameters beyond the filters that all reports share */
  params: z.ZodType<P>;
  chart: ReportDocument["chart"];
  figures(question: Question<P>): Figures;
}
