import type { JudgedCase } from "../reports/judged-case.ts";
import type { PopulationQuery } from "../reports/population.ts";
import type { Day } from "#shared/time/day.ts";
import type {
  CaseGroup,
  CaseLives,
  CaseSet,
  Counted,
  Dimension,
  PlaceTimes,
  Span,
  SpanLives,
  StepTimes,
} from "./case-set.ts";
import type { CaseView, StayView } from "./case-view.ts";
import { columnHistories } from "./column-histories.ts";
import { livesBy, livesOf } from "./column-lives.ts";
import { placesOf } from "./column-places.ts";
import { deliveringIn, spansOf } from "./column-spans.ts";
import { stepsOf } from "./column-steps.ts";
import { NO_DAY } from "./column-names.ts";
import { ColumnView } from "./column-view.ts";
import { type DayCounts, dayCounts } from "./day-counts.ts";
import { counted, groupedRows, told } from "./grouped-rows.ts";
import type { Histories } from "./histories.ts";
import type { MomentTable } from "./moment-table.ts";
import {
  type Cohort,
  cohortDay,
  kept,
  narrowed,
  slackDay,
  partsOf,
  statesOf,
  traitsOf,
  windowOf,
} from "./narrow.ts";
import { remembered } from "./remembered.ts";
import type { State } from "./state.ts";
import { ColumnStay } from "./stay-view.ts";
import { topRows } from "./top-rows.ts";
import type { Traits } from "./traits.ts";
import { byUrgency } from "./urgency.ts";

type Query = Partial<PopulationQuery>;

const byName = new Intl.Collator("zh-CN").compare;

/** A set of cases as the numbers of their rows. */
export class ColumnSet implements CaseSet {
  readonly #at: MomentTable;
  readonly #make: () => Uint32Array;
  #made: Uint32Array | undefined;
  #counts: Uint32Array | undefined;
  #traits: Uint32Array | undefined;
  #lives: CaseLives | undefined;
  #slacks: DayCounts | undefined;
  /** those of all groups that were made with this one, found together when one is asked */
  readonly #livesOfAll: (() => CaseLives | undefined) | undefined;
  readonly size: number;
  readonly #parts = new Map<string, ColumnSet>();
  readonly #groups = new Map<Dimension, Map<string, ColumnSet>>();
  readonly #days = new Map<Cohort, DayCounts>();
  /** what all of them have in common, where the set was made by it */
  readonly #all: { dimension: Dimension; value: string } | undefined;

  constructor(
    at: MomentTable,
    rows: Uint32Array | { size: number; make(): Uint32Array },
    all?: { dimension: Dimension; value: string; lives(): CaseLives | undefined },
  ) {
    this.#at = at;
    this.#all = all;
    this.#livesOfAll = all?.lives;
    if (rows instanceof Uint32Array) {
      this.#made = rows;
      this.#make = () => rows;
      this.size = rows.length;
    } else {
      this.#make = rows.make;
      this.size = rows.size;
    }
  }
  get asOf(): number {
    return this.#at.asOf;
  }
  get rows(): Uint32Array {
    return (this.#made ??= this.#make());
  }

  where(query: Query): ColumnSet {
    const found = partsOf(query).reduce((set: ColumnSet, part) => set.#part(part), this);
    return found.#within(query);
  }
  count(query: Query = {}): number {
    return this.where(query).size;
  }

  #part(part: Query): ColumnSet {
    const [name, value] = Object.entries(part)[0] ?? [];
    if (this.#all && name === this.#all.dimension && value === this.#all.value) return this;
    if (isDimension(name) && typeof value === "string")
      return this.#grouped(name).get(value) ?? new ColumnSet(this.#at, new Uint32Array(0));
    const key = JSON.stringify(part);
    const found = this.#parts.get(key);
    if (found) return found;
    const states = statesOf(this.#at, part);
    const traits = traitsOf(this.#at, part);
    if (part.slackFrom !== undefined || part.slackTo !== undefined) return this.#slack(part);
    const made = states
      ? this.#having(states, this.#stateCounts(), this.#at.state)
      : traits
        ? this.#having(traits, this.#traitCounts(), this.#at.columns.cases.traits)
        : new ColumnSet(this.#at, narrowed(this.#at, this.rows, part));
    this.#parts.set(key, made);
    return made;
  }

  /** How many have a code is known for all codes after one look at the rows; which they are, only when that is asked. */
  #having(takes: Uint8Array, counts: Uint32Array, codes: Uint32Array): ColumnSet {
    let size = 0;
    for (let code = 0; code < counts.length; code++)
      if (takes[code] === 1) size += counts[code] ?? 0;
    return new ColumnSet(this.#at, {
      size,
      make: () =>
        size === this.size
          ? this.rows
          : size === 0
            ? new Uint32Array(0)
            : kept(this.rows, (row) => takes[codes[row] ?? 0] === 1),
    });
  }

  /** As a window is answered: from the counts of the days left, or over. */
  #slack(part: Query): ColumnSet {
    const { slackFrom = -Infinity, slackTo = Infinity } = part;
    this.#slacks ??= dayCounts(this.rows, slackDay(this.#at));
    return new ColumnSet(this.#at, {
      size: this.#slacks.between(slackFrom, slackTo),
      make: () => narrowed(this.#at, this.rows, part),
    });
  }

  #stateCounts(): Uint32Array {
    const { state, columns } = this.#at;
    return (this.#counts ??= counted(this.rows, state, columns.states.values.length));
  }
  #traitCounts(): Uint32Array {
    const { cases, traits } = this.#at.columns;
    return (this.#traits ??= counted(this.rows, cases.traits, traits.values.length));
  }

  /** A window is answered from the counts of the days, and its rows are looked for only when they are asked for. */
  #within(query: Query): ColumnSet {
    if (query.from === undefined && query.to === undefined) return this;
    const { cohort = "started" } = query;
    const { first, last } = windowOf(query);
    return new ColumnSet(this.#at, {
      size: this.#perDay(cohort).between(first, last),
      make: () => {
        const dayOf = cohortDay(this.#at, cohort);
        return kept(this.rows, (row) => {
          const d = dayOf(row);
          return d !== NO_DAY && d >= first && d <= last;
        });
      },
    });
  }

  #perDay(cohort: Cohort): DayCounts {
    const days = this.#days.get(cohort) ?? dayCounts(this.rows, cohortDay(this.#at, cohort));
    this.#days.set(cohort, days);
    return days;
  }

  #grouped(dimension: Dimension): Map<string, ColumnSet> {
    const found = this.#groups.get(dimension);
    if (found) return found;
    const { rows } = this;
    const { cases, words } = this.#at.columns;
    const sets = new Map<string, ColumnSet>();
    for (const [code, own] of groupedRows(rows, cases[dimension], words.values.length)) {
      const lives = (): CaseLives | undefined =>
        remembered(rows, `lives ${dimension}`, () => livesBy(this.#at, rows, dimension))[code];
      const value = words.at(code);
      sets.set(value, new ColumnSet(this.#at, own, { dimension, value, lives }));
    }
    this.#groups.set(dimension, sets);
    return sets;
  }

  filter(is: (seen: CaseView) => boolean): ColumnSet {
    const view = new ColumnView(this.#at);
    return new ColumnSet(
      this.#at,
      kept(this.rows, (row) => {
        view.row = row;
        return is(view);
      }),
    );
  }
  each(see: (seen: CaseView) => void): void {
    const view = new ColumnView(this.#at);
    const { rows } = this;
    for (let i = 0; i < rows.length; i++) {
      view.row = rows[i] ?? 0;
      see(view);
    }
  }
  eachStay(see: (stay: StayView, seen: CaseView) => void): void {
    const { columns } = this.#at;
    const [view, stay] = [new ColumnView(this.#at), new ColumnStay(columns)];
    for (const row of this.rows) {
      view.row = row;
      const first = columns.cases.stays[row] ?? 0;
      const end = first + (columns.cases.stayCount[row] ?? 0);
      for (stay.index = first; stay.index < end; stay.index++) see(stay, view);
    }
  }
  groupBy(dimension: Dimension): CaseGroup[] {
    return [...this.#grouped(dimension)]
      .map(([name, cases]) => ({ name, cases }))
      .sort(
        (a, b) =>
          Number(a.name === "") - Number(b.name === "") ||
          b.cases.size - a.cases.size ||
          byName(a.name, b.name),
      );
  }
  top(n: number, value: (seen: CaseView) => number | undefined): ColumnSet {
    return new ColumnSet(this.#at, topRows(this.#at, this.rows, n, value));
  }
  first(n: number): ColumnSet {
    return new ColumnSet(this.#at, this.rows.subarray(0, n));
  }
  lives(): CaseLives {
    return (this.#lives ??=
      this.#livesOfAll?.() ?? remembered(this.rows, "lives", () => livesOf(this.#at, this.rows)));
  }
  steps(): StepTimes[] {
    return remembered(this.rows, "steps", () => stepsOf(this.#at, this.rows));
  }
  /** those whose masked number ends so */
  endingIn(text: string): ColumnSet {
    if (text === "") return this;
    const { masks, cases } = this.#at.columns;
    const ends = Uint8Array.from(masks.values, (mask) => (mask.endsWith(text) ? 1 : 0));
    const rows = kept(this.rows, (row) => ends[cases.mask[row] ?? 0] === 1);
    return new ColumnSet(this.#at, rows);
  }
  byUrgency(first: number, end: number): ColumnSet {
    return new ColumnSet(this.#at, byUrgency(this.#at, this.rows, first, end));
  }
  states(): Counted<State>[] {
    return told(this.#at.columns.states.values, this.#stateCounts());
  }
  traits(): Counted<Traits>[] {
    return told(this.#at.columns.traits.values, this.#traitCounts());
  }
  newest(is: (traits: Traits) => boolean): Traits | undefined {
    const { cases, traits } = this.#at.columns;
    const takes = Uint8Array.from(traits.values, (each) => (is(each) ? 1 : 0));
    const { rows } = this;
    let [best, latest] = [-1, -Infinity];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      if (takes[cases.traits[row] ?? 0] === 0) continue;
      const started = cases.started[row] ?? 0;
      if (started < latest) continue;
      if (started > latest || this.#at.columns.compareKeys(row, best) < 0)
        [best, latest] = [row, started];
    }
    return best < 0 ? undefined : traits.at(cases.traits[best] ?? 0);
  }
  perDay(cohort: Cohort): Counted<Day>[] {
    return this.#perDay(cohort).each();
  }
  spans(dimension: Dimension, spans: readonly Span[]): SpanLives {
    return spansOf(this.#at, this.rows, dimension, spans);
  }
  delivering(): ReadonlySet<string> {
    return deliveringIn(this.#at, this.rows);
  }
  histories(): Histories {
    return remembered(this.rows, `histories ${this.#at.today}`, () =>
      columnHistories(this.#at, this.rows),
    );
  }
  places(): PlaceTimes[] {
    return remembered(this.rows, "places", () => placesOf(this.#at, this.rows));
  }
  open(): Promise<JudgedCase[]> {
    const ids = Array.from(this.rows, (row) => this.#at.idOf(row));
    return this.#at.open(ids, this.#at.asOf);
  }
}

const isDimension = (name: string | undefined): name is Dimension =>
  name === "department" || name === "item" || name === "portal" || name === "step";
