import type { LifeCounts } from "#shared/statistics/life-counts.ts";
import type { Day } from "#shared/time/day.ts";
import type { JudgedCase } from "../reports/judged-case.ts";
import type { PopulationQuery } from "../reports/population.ts";
import type { CaseView, StayView } from "./case-view.ts";
import type { Histories } from "./histories.ts";
import type { State } from "./state.ts";
import type { StretchCounts } from "./stretches.ts";
import type { Traits } from "./traits.ts";

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
  /** their traits, equal ones counted together */
  traits(): Counted<Traits>[];
  /** their states at the moment of the question, equal ones counted together */
  states(): Counted<State>[];
  /** of those with such traits the traits of the one that started last (of several the one whose key comes first) */
  newest(is: (traits: Traits) => boolean): Traits | undefined;
  /** how many came by their date into each day, ascending */
  perDay(cohort: Cohort): Counted<Day>[];
  /** how their waits from one day of theirs to another went, by that dimension and together */
  spans(dimension: Dimension, spans: readonly Span[]): SpanLives;
  /** portals of the cases that were delivered */
  delivering(): ReadonlySet<string>;
  /** what happened to the cases of each item and step */
  histories(): Histories;
  /** their stays by department and step */
  places(): PlaceTimes[];
  lives(): CaseLives;
  /** the step with the most stays first, then by name */
  steps(): StepTimes[];
  /** the whole cases, timelines and all, in the order of the set */
  open(): Promise<JudgedCase[]>;
}

export type Counted<T> = readonly [value: T, n: number];
export type Cohort = PopulationQuery["cohort"];

/** From one day of a case to another, in natural days. */
export interface Span {
  from: "filedDay" | "acceptedDay" | "closedDay";
  to: "acceptedDay" | "closedDay" | "deliveredDay";
  /** a case that was dropped did not come to this end */
  undropped?: boolean;
  /** of cases of these portals: one that never shows this end cannot tell that it is outstanding */
  portals?: ReadonlySet<string>;
}

/** One for each span. */
export interface SpanLives {
  whole: LifeCounts[];
  /** by name of the group */
  groups: ReadonlyMap<string, LifeCounts[]>;
}

/** The stays in one step at one department; what no step names is the case's own. */
export interface PlaceTimes {
  department: string;
  step: string;
  /** working days less pauses */
  stays: LifeCounts;
  /** natural days between the stay before and this, all ended */
  waits: LifeCounts;
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
