import { type Filters, filterQuery } from "./filters.ts";

/**
 * The page of the cases behind a figure. A figure's own query says which cases they are; unit and moment are those under which the
 * figure was counted. A figure that no window bounds must not get the window of a page without one.
 */
export function casesLink(open: string, filters: Filters): string {
  const query = new URLSearchParams(open);
  if (!query.has("from") && !query.has("to")) query.set("period", "all");
  const shared = filterQuery({ ...filters, compare: "none" });
  for (const name of ["unit", "asOf"]) {
    const value = shared.get(name);
    if (value !== null && !query.has(name)) query.set(name, value);
  }
  return `/cases?${query.toString()}`;
}
