import { type Filters, filterQuery, serviceQuery } from "../address/filters.ts";
import type { Range } from "../address/period.ts";

/** Names in the address that the page keeps for itself; every other one is a parameter of the report or of the case list. */
const OWN = new Set(["compare", "period", "sort"]);

/** What this address asks of the service: its filters, made explicit, and whatever parameters it carries besides. */
export function questionQuery(
  query: URLSearchParams,
  filters: Filters,
  range: Range | null = filters.range,
): URLSearchParams {
  const asked = serviceQuery(filters, range);
  const shared = filterQuery(filters);
  query.forEach((value, name) => {
    if (!shared.has(name) && !OWN.has(name) && name !== "from" && name !== "to")
      asked.append(name, value);
  });
  return asked;
}

export const withQuery = (path: string, query: URLSearchParams): string => {
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
};

export const reportPath = (id: string): string => `/v1/reports/${encodeURIComponent(id)}`;
