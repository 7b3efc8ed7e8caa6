import { type Day, addDays, day, isoDay, weekday } from "../time/day.ts";
import { type Calendar, type NamedDay, calendar } from "./calendar.ts";
import { outlook } from "./outlook.ts";
import type { CalendarYear, Notice, Overlay } from "./year.ts";
import { YEARS } from "./years/index.ts";

const SATURDAY = 6;
const SUNDAY = 7;

/**
 * The working-day calendar of mainland China.
 * @param options.years consecutive years, in order; their notices are the only source
 * @param options.knownOn leave out what was published after this day
 * @param options.overlays regional days layered over it; coverage shrinks to the years that every overlay knows
 */
export function chinaCalendar(
  options: { years?: readonly CalendarYear[]; knownOn?: Day; overlays?: readonly Overlay[] } = {},
): Calendar {
  const { knownOn, overlays = [] } = options;
  const known = (year: CalendarYear): CalendarYear => ({
    year: year.year,
    notices: year.notices.filter((n) => knownOn === undefined || day(n.published) <= knownOn),
  });
  const all = (options.years ?? YEARS).map(known).filter((year) => year.notices.length > 0);
  const years = lastRun(
    all.filter((year) => overlays.every((o) => o.years.some((y) => y.year === year.year))),
  );
  const local = overlays.flatMap((o) => o.years.map(known));

  const named = new Map<Day, NamedDay>();
  // Notices of the following year reach back into December, so all of them count, covered year or not.
  for (const year of [...all, ...local]) for (const notice of year.notices) apply(named, notice);

  const first = years[0]?.year ?? 1970;
  const last = years.at(-1)?.year ?? 1969;
  const nextIsKnown = all.some((year) => year.year === last + 1);
  const published = [...all, ...local].flatMap((y) => y.notices.map((n) => n.published)).sort();
  return calendar({
    id: ["cn", ...overlays.map((o) => o.id)].join("+"),
    version: published.at(-1) ?? "none",
    covered: { from: day(`${first}-01-01`), to: nextIsKnown ? newYear(last + 1) : settled(last) },
    weekend: [SATURDAY, SUNDAY],
    named,
    outlook,
  });
}

const newYear = (year: number): Day => day(`${year}-01-01`);

/**
 * The day up to which a year is settled while the next one's notice is not out. That notice can move the last three days of
 * December (2018-12-29 worked, 2018-12-31 off by the notice for 2019), but only to bridge a New Year's Day that does not already
 * adjoin a weekend or fall so that no bridge is made: on a Tuesday, or on the weekend itself.
 */
function settled(year: number): Day {
  const next = newYear(year + 1);
  return [2, SATURDAY, SUNDAY].includes(weekday(next)) ? addDays(next, -3) : next;
}

/** The years up to the latest one without a gap: across a missing year nothing can be counted. */
function lastRun(years: readonly CalendarYear[]): CalendarYear[] {
  const start = years.findLastIndex((year, i) => i === 0 || years[i - 1]?.year !== year.year - 1);
  return years.slice(Math.max(0, start));
}

function apply(named: Map<Day, NamedDay>, notice: Notice): void {
  for (const [name, first, last] of notice.off)
    for (let d = day(first); d <= day(last); d = addDays(d, 1))
      named.set(d, { kind: "holiday", name, notice });
  for (const [name, iso] of notice.makeUp) {
    const d = day(iso);
    if (weekday(d) < SATURDAY && named.get(d)?.kind !== "holiday")
      throw new RangeError(`a make-up day must be a rest day: ${isoDay(d)} (${notice.title})`);
    named.set(d, { kind: "make-up", name, notice });
  }
}

/** The calendar that the product ships with. */
export const CHINA: Calendar = chinaCalendar();
