import { z } from "zod";
import type { Language } from "#shared/strings/strings.ts";
import type { Column, Curve, ReportDocument, ReportSummary, Row } from "../routes/shapes/report.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { PopulationQuery } from "./population.ts";

/** What a report is asked: the cases of the caller's scope at one moment, and the filters on top. */
export interface Question<P> {
  cases: CaseSet;
  /** the filters that hold for every figure: window, department, item, portal */
  filter: PopulationQuery;
  /** what a query of `/v1/cases` must carry to ask about the same: unit and moment, as they were asked */
  carried: Readonly<Record<string, string | undefined>>;
  params: P;
  language: Language;
  /** the units of the caller's subtree, parents before children */
  units?: readonly UnitNode[];
  /** what was looked at by the moment of the question, within the window */
  looked?: () => Promise<Looked[]>;
}

export interface UnitNode {
  id: number;
  name: string;
  path: string;
  parent: number | null;
}

/** What the devices of one unit looked at in one week. */
export interface Looked {
  unit: number;
  /** its Monday, `YYYY-MM-DD` */
  week: string;
  looks: number;
  devices: number;
  /** days with a look */
  days: number;
  cases: number;
  unidentified: number;
  unreadable: number;
  /** where a pager told how many there are: cases seen on those pages, and the largest total told for each, together */
  seen: number;
  told: number;
}

export interface Figures {
  /** cases that the report stands on */
  n: number;
  rows: Row[];
  total: Row | null;
  notes: string[];
  curves?: Curve[];
}

/** A report is a pure function of a set of cases: one file, one line in `reports.ts`, one test, its strings. */
export interface Report<P> {
  id: string;
  title(language: Language): string;
  /** what it counts, over which cases, in words */
  definition(language: Language): string;
  columns(language: Language): Column[];
  /** parameters beyond the filters that all reports share */
  params: z.ZodType<P>;
  /** the same parameters, as a filter box offers them */
  offers?(language: Language): ReportSummary["params"];
  chart: ReportDocument["chart"];
  figures(question: Question<P>): Figures | Promise<Figures>;
}

/** A report whose own parameters are already bound to their schema: what a list of different reports can hold. */
export interface BoundReport extends Omit<Report<unknown>, "figures" | "params" | "offers"> {
  params: z.ZodType;
  offers(language: Language): ReportSummary["params"];
  /** @throws z.ZodError when `params` are not its own */
  figures(question: Question<unknown>): Promise<Figures>;
}

export const bound = <P>(report: Report<P>): BoundReport => ({
  ...report,
  offers: (language) => report.offers?.(language) ?? [],
  figures: async (question) =>
    report.figures({ ...question, params: report.params.parse(question.params) }),
});

export const noParams = z.strictObject({});
