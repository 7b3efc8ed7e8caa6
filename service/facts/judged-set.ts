import { isDropped } from "#shared/case/status.ts";
import type { Life } from "#shared/statistics/life.ts";
import { type LifeCounts, countLives } from "#shared/statistics/life-counts.ts";
import type { Day } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { JudgedCase } from "../reports/judged-case.ts";
import { type PopulationQuery, matches } from "../reports/population.ts";
import { lifeOf, seenClosedFirst } from "./case-life.ts";
import type {
  CaseGroup,
  CaseLives,
  CaseSet,
  Cohort,
  Counted,
  Dimension,
  PlaceTimes,
  Span,
  SpanLives,
  StepTimes,
} from "./case-set.ts";
import type { CaseView, StayView } from "./case-view.ts";
import { type Histories, historiesOf } from "./histories.ts";
import { JudgedView } from "./judged-view.ts";
import type { State } from "./state.ts";
import { stepDurations } from "./step-durations.ts";
import { Stretches } from "./stretches.ts";
import type { Traits } from "./traits.ts";

/** Whole cases as a set: what the columns must agree with. */
export const judgedSet = (cases: readonly JudgedCase[], asOf: number): CaseSet =>
  new JudgedSet(
    cases.map((each, id) => new JudgedView(id, each, asOf)),
    asOf,
  );

class JudgedSet implements CaseSet {
  readonly asOf: number;
  readonly #views: readonly JudgedView[];

  constructor(views: readonly JudgedView[], asOf: number) {
    this.#views = views;
    this.asOf = asOf;
  }
  get size(): number {
    return this.#views.length;
  }
  #with(views: readonly JudgedView[]): CaseSet {
    return new JudgedSet(views, this.asOf);
  }
  where(query: Partial<PopulationQuery>): CaseSet {
    return this.#with(this.#views.filter((each) => matches(each, query)));
  }
  count(query: Partial<PopulationQuery> = {}): number {
    return this.#views.filter((each) => matches(each, query)).length;
  }
  filter(is: (seen: CaseView) => boolean): CaseSet {
    return this.#with(this.#views.filter(is));
  }
  each(see: (seen: CaseView) => void): void {
    for (const each of this.#views) see(each);
  }
  eachStay(see: (stay: StayView, seen: CaseView) => void): void {
    for (const each of this.#views)
      for (const stay of stepDurations(each.whole.timeline, each.whole.calendar, this.asOf))
        see(stay, each);
  }
  groupBy(dimension: Dimension): CaseGroup[] {
    const groups = Map.groupBy(this.#views, (each) => each[dimension]);
    return [...groups]
      .map(([name, views]) => ({ name, cases: this.#with(views) }))
      .sort(
        (a, b) =>
          Number(a.name === "") - Number(b.name === "") ||
          b.cases.size - a.cases.size ||
          a.name.localeCompare(b.name, "zh-CN"),
      );
  }
  top(n: number, value: (seen: CaseView) => number | undefined): CaseSet {
    const valued = this.#views.flatMap((each) => {
      const own = value(each);
      return own === undefined ? [] : [{ each, own }];
    });
    valued.sort((a, b) => b.own - a.own || (a.each.key < b.each.key ? -1 : 1));
    return this.#with(valued.slice(0, n).map(({ each }) => each));
  }
  first(n: number): CaseSet {
    return this.#with(this.#views.slice(0, n));
  }
  traits(): Counted<Traits>[] {
    return [...Map.groupBy(this.#views, ({ traits }) => JSON.stringify(traits)).values()].flatMap(
      (own): Counted<Traits>[] => (own[0] ? [[own[0].traits, own.length]] : []),
    );
  }
  states(): Counted<State>[] {
    return [...Map.groupBy(this.#views, ({ state }) => JSON.stringify(state)).values()].flatMap(
      (own): Counted<State>[] => (own[0] ? [[own[0].state, own.length]] : []),
    );
  }
  newest(is: (traits: Traits) => boolean): Traits | undefined {
    const found = this.#views
      .filter(({ traits }) => is(traits))
      .toSorted((a, b) => b.startedOrder - a.startedOrder || (a.key < b.key ? -1 : 1));
    return found[0]?.traits;
  }
  perDay(cohort: Cohort): Counted<Day>[] {
    const dayOf = ({ startedDay, closedDay, dueDay }: CaseView): Day | undefined =>
      cohort === "started" ? startedDay : cohort === "closed" ? closedDay : dueDay;
    return [...Map.groupBy(this.#views, dayOf)]
      .flatMap(([d, own]): Counted<Day>[] => (d === undefined ? [] : [[d, own.length]]))
      .sort(([a], [b]) => a - b);
  }
  spans(dimension: Dimension, spans: readonly Span[]): SpanLives {
    const of = (views: readonly JudgedView[]): LifeCounts[] =>
      spans.map((span) => countLives(spanLives(views, span, this.asOf)));
    const groups = Map.groupBy(this.#views, (each) => each[dimension]);
    return {
      whole: of(this.#views),
      groups: new Map([...groups].map(([name, views]) => [name, of(views)])),
    };
  }
  delivering(): ReadonlySet<string> {
    return new Set(
      this.#views
        .filter(({ deliveredDay }) => deliveredDay !== undefined)
        .map(({ portal }) => portal),
    );
  }
  histories(): Histories {
    return historiesOf(this);
  }
  places(): PlaceTimes[] {
    const stays: { stay: StayView; department: string }[] = [];
    this.eachStay((stay, seen) => {
      const department = stay.department === "" ? seen.department : stay.department;
      if (!stay.looked) stays.push({ stay, department });
    });
    const byPlace = Map.groupBy(stays, ({ stay, department }) =>
      JSON.stringify([department, stay.step]),
    );
    return [...byPlace].map(([place, own]) => {
      const [department, step] = JSON.parse(place) as [string, string];
      const lives = (of: (stay: StayView) => Life | undefined): LifeCounts =>
        countLives(own.flatMap(({ stay }) => of(stay) ?? []));
      return {
        department,
        step,
        stays: lives(({ net, left }) =>
          net === undefined ? undefined : { time: net, event: left },
        ),
        waits: lives(({ gap }) => (gap === undefined ? undefined : { time: gap, event: true })),
      };
    });
  }
  lives(): CaseLives {
    const accepted = this.#views.filter(({ whole }) => whole.timeline.acceptedAt !== undefined);
    const portals = portalsWithClosed(this.#views);
    const found = accepted.flatMap(({ whole: { timeline, calendar }, portal }) => {
      const life = lifeOf(timeline, calendar, this.asOf, !portals.has(portal));
      return life ?? [];
    });
    return {
      natural: countLives(found.map(({ natural }) => natural)),
      working: countLives(found.flatMap(({ working }) => working ?? [])),
      timed: found.length,
      closedAtUnknown: accepted.length - found.length,
      uncovered: found.filter(({ working }) => working === undefined).length,
    };
  }
  steps(): StepTimes[] {
    const whole = portalsWithClosed(this.#views);
    const stays: { stay: StayView; truncated: boolean }[] = [];
    this.eachStay((stay, { portal }) => stays.push({ stay, truncated: !whole.has(portal) }));
    return [...Map.groupBy(stays, ({ stay }) => stay.step)]
      .sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b, "zh-CN"))
      .map(([step, own]) => {
        const seen = new Stretches(own.length);
        for (const { stay, truncated } of own)
          if (stay.bounds) seen.add(stay.bounds, truncated);
          else seen.unwatched();
        const told = own.map(({ stay }) => stay).filter(({ looked }) => !looked);
        return { ...timesOf(step, told), seen: seen.counts() };
      });
  }
  open(): Promise<JudgedCase[]> {
    return Promise.resolve(this.#views.map(({ whole }) => whole));
  }
}

/** What has not come to the end of a span lasts as long as it was seen, or until the case was closed without it. */
function spanLives(
  views: readonly JudgedView[],
  { from, to, undropped = false, portals }: Span,
  asOf: number,
): Life[] {
  const today = dayOf(asOf as Instant);
  return views.flatMap((each) => {
    const begin = each[from];
    if (begin === undefined || portals?.has(each.portal) === false) return [];
    const { status } = each.traits;
    const end = undropped && status !== null && isDropped(status) ? undefined : each[to];
    const last = Math.min(dayOf(each.lastSeenAt as Instant), today);
    const known = end ?? Math.max(begin, Math.min(last, each.closedDay ?? last));
    return known < begin ? [] : [{ time: known - begin, event: end !== undefined }];
  });
}

/** Portals that also list what was closed before anybody looked: they hide nothing by lateness. */
const portalsWithClosed = (views: readonly JudgedView[]): ReadonlySet<string> =>
  new Set(
    views
      .filter(
        ({ whole: { timeline } }) => timeline.acceptedAt !== undefined && seenClosedFirst(timeline),
      )
      .map(({ portal }) => portal),
  );

function timesOf(step: string, stays: readonly StayView[]): Omit<StepTimes, "seen"> {
  const left = stays.filter((stay) => stay.net !== undefined && stay.left);
  const lives = (of: (stay: StayView) => number | undefined): LifeCounts =>
    countLives(
      stays.flatMap((stay) => {
        const time = of(stay);
        return time === undefined ? [] : [{ time, event: stay.left }];
      }),
    );
  return {
    step,
    timed: stays.filter(({ net }) => net !== undefined).length,
    left: left.length,
    leftDays: left.reduce((sum, { net = 0 }) => sum + Math.round(net * 86_400), 0) / 86_400,
    net: lives(({ net }) => net),
    gross: lives(({ gross }) => gross),
    withoutEntry: stays.filter(({ missing }) => missing === "no-entry").length,
    uncovered: stays.filter(({ missing }) => missing === "uncovered").length,
  };
}
