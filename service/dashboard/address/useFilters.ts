import { useCallback, useMemo } from "react";
import { dayOf } from "#shared/time/instant.ts";
import type { Instant } from "#shared/time/instant.ts";
import { type Address, addressText } from "./address.ts";
import { type Filters, NARROWING, filterQuery, readFilters } from "./filters.ts";
import { useRouter } from "./router.tsx";

/** The browser's clock is asked once, so that a page left open over midnight keeps its view. */
const OPENED = dayOf(Date.now() as Instant);

/** The filters of this address, and how to go to the same page with others; what the page adds to the query stays. */
export function useFilters(): {
  filters: Filters;
  change(more: Partial<Filters>): void;
  /** the address of a page under the filters of this one */
  at(page: Address["page"]): string;
} {
  const { page, query, go } = useRouter();
  const filters = useMemo(() => readFilters(query, OPENED), [query]);
  const change = useCallback(
    (more: Partial<Filters>) => {
      const next = filterQuery({ ...filters, ...more });
      const own = filterQuery(filters);
      query.forEach((value, name) => {
        if (!own.has(name) && !next.has(name) && !DROPPED.has(name)) next.set(name, value);
      });
      go(addressText(page, next));
    },
    [filters, page, query, go],
  );
  const at = useCallback((to: Address["page"]) => addressText(to, filterQuery(filters)), [filters]);
  return { filters, change, at };
}

/** A page number does not survive other filters; nor do spellings of the window that the filters have replaced. */
const DROPPED = new Set(["page", "from", "to", "period", "compare", ...NARROWING]);
