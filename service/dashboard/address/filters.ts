import { type Day, isoDay, parseDay } from "#shared/time/day.ts";
import { type Period, type Range, PERIODS, periodAt, periodOf, sameRange } from "./period.ts";

export const COMPARES = ["none", "previous", "last-year"] as const;
export type Compare = (typeof COMPARES)[number];

/** Passed to the service as they stand: which cases the figures are about. */
export const NARROWING = ["unit", "department", "item", "portal", "asOf"] as const;
export type Narrowing = (typeof NARROWING)[number];

/** An empty department or item is a value of its own: not shown on any page. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(["department", "item"]);

/** What every page is about; it lives in the address, so that a link shows the same to whoever opens it. */
export interface Filters extends Partial<Record<Narrowing, string | undefined>> {
  /** null: without bounds */
  range: Range | null;
  period: Period;
  compare: Compare;
}

const among = <T extends string>(list: readonly T[], text: string | null): T | undefined =>
  list.find((each) => each === text);

/** What the address does not say is filled: the year in which `today` lies, no comparison. */
export function readFilters(query: URLSearchParams, today: Day): Filters {
  const filters: Filters = {
    ...readRange(query, today),
    compare: among(COMPARES, query.get("compare")) ?? "none",
  };
  for (const name of NARROWING) {
    const value = query.get(name);
    if (value !== null && (value !== "" || MAY_BE_EMPTY.has(name))) filters[name] = value;
  }
  return filters;
}

function readRange(query: URLSearchParams, today: Day): Pick<Filters, "range" | "period"> {
  const named = among(PERIODS, query.get("period"));
  if (named === "all") return { range: null, period: named };
  const from = parseDay(query.get("from") ?? "");
  const to = parseDay(query.get("to") ?? "");
  if (from === undefined || to === undefined || from > to) {
    const period = named === undefined || named === "any" ? "year" : named;
    return { range: periodAt(period, from ?? today), period };
  }
  const range = { from, to };
  const fits = named === "any" || (named && sameRange(periodAt(named, from), range));
  return { range, period: named && fits ? named : periodOf(range) };
}

/** The filters as the address spells them, in one order, so that equal views have equal links. */
export function filterQuery(filters: Filters): URLSearchParams {
  const query = rangeQuery(filters.range);
  if (filters.range === null) query.set("period", "all");
  else if (filters.period !== periodOf(filters.range)) query.set("period", filters.period);
  addNarrowing(query, filters);
  if (filters.compare !== "none") query.set("compare", filters.compare);
  return query;
}

/** What the service is asked: the same names, without what only the page uses. */
export function serviceQuery(filters: Filters, range = filters.range): URLSearchParams {
  const query = rangeQuery(range);
  addNarrowing(query, filters);
  return query;
}

function rangeQuery(range: Range | null): URLSearchParams {
  const query = new URLSearchParams();
  if (range === null) return query;
  query.set("from", isoDay(range.from));
  query.set("to", isoDay(range.to));
  return query;
}

function addNarrowing(query: URLSearchParams, filters: Filters): void {
  for (const name of NARROWING) {
    const value = filters[name];
    if (value !== undefined) query.set(name, value);
  }
}
