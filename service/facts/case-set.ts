import type { LifeCounts } from "#shared/statistics/life-counts.ts";
import type { JudgedCase } from "../reports/judged-case.ts";
import type { PopulationQuery } from "../reports/population.ts";
import type { CaseView, StayView } from "./case-view.ts";
import type { StretchCounts } from "./stretches.ts";

export const DIMENSIONS = ["department", "item", "portal", "step"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * A set of cases at one moment: what a report is made of. Counting, grouping and lives run over columns; only `open` fetches whole
 * cases, for the few that are shown.
 */
export interface CaseSet {
  /** ms since 1970 at which every case is judged */
  readonly asOf: number;
  readonly size: number;
  where(query: Partial<PopulationQuery>): CaseSet;
  /** as `where(query).size`: the number that `/v1/cases` lists for the same query */
  count(query?: Partial<PopulationQuery>): number;
  filter(is: (seen: CaseView) => boolean): CaseSet;
  /** in the order in which the cases became known */
  each(see: (seen: CaseView) => void): void;
  eachStay(see: (stay: StayView, seen: CaseView) => void): void;
  /** the largest group first, then by name; what is not shown comes last */
  groupBy(dimension: Dimension): CaseGroup[];
  /** the `n` cases of the greatest value in that order, then by key; a case without a value is left out */
  top(n: number, value: (seen: CaseView) => number | undefined): CaseSet;
  first(n: number): CaseSet;
  lives(): CaseLives;
  /** the step with the most stays first, then by name */
  steps(): StepTimes[];
  /** the whole cases, timelines and all, in the order of the set */
  open(): Promise<JudgedCase[]>;
}

export interface CaseGroup {
  /** "" where no page shows it */
  name: string;
  cases: CaseSet;
}

/** How long cases took from acceptance to their closing, or have taken as far as they were seen, as counts for `kaplanMeier`. */
export interface CaseLives {
  /** natural days, nothing deducted */
  natural: LifeCounts;
  /** working days less evidenced pauses; fewer, where the published calendar ends */
  working: LifeCounts;
  /** cases with a duration */
  timed: number;
  /** accepted and closed, but nobody tells when */
  closedAtUnknown: number;
  uncovered: number;
}

/** The stays of a set of cases in one step. */
export interface StepTimes {
  step: string;
  /** with a duration */
  timed: number;
  left: number;
  /** net working days of those that were left, together */
  leftDays: number;
  net: LifeCounts;
  gross: LifeCounts;
  withoutEntry: number;
  uncovered: number;
  /** all stays that were told or seen, those between two looks too */
  seen: StretchCounts;
}
