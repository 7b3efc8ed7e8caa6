import { OVERLAYS } from "./overlays/index.ts";
import type { CalendarYear, Overlay } from "./year.ts";
import { YEARS } from "./years/index.ts";

/**
 * The shipped years with an office's own files laid over them: a file says what the office knows of its year besides what ships, and
 * where both hold the same notice the file's is taken.
 * @returns in order; a gap is left as it is
 */
export function yearsWith(own: readonly CalendarYear[]): CalendarYear[] {
  const all = new Map(YEARS.map((each) => [each.year, each]));
  for (const { year, notices } of own) {
    const kept = (all.get(year)?.notices ?? []).filter(
      (n) => !notices.some((m) => m.title === n.title && m.published === n.published),
    );
    const together = [...kept, ...notices];
    all.set(year, {
      year,
      notices: together.sort((a, b) => (a.published < b.published ? -1 : 1)),
    });
  }
  return [...all.values()].sort((a, b) => a.year - b.year);
}

/** The shipped regional days with an office's own: a year of an own file stands in the place of the shipped one. */
export function overlaysWith(own: readonly Overlay[]): Overlay[] {
  const shipped = OVERLAYS.map((each) => {
    const over = own.find(({ id }) => id === each.id);
    if (!over) return each;
    const kept = each.years.filter(({ year }) => !over.years.some((y) => y.year === year));
    return { ...over, years: [...kept, ...over.years].sort((a, b) => a.year - b.year) };
  });
  return [...shipped, ...own.filter(({ id }) => !OVERLAYS.some((each) => each.id === id))];
}
