import type { Calendar } from "../calendar/calendar.ts";
import { calendarFor } from "../calendar/calendars.ts";
import { CHINA, chinaCalendar } from "../calendar/china.ts";
import { overlaysWith, yearsWith } from "../calendar/laid-over.ts";
import type { CalendarYear, Overlay } from "../calendar/year.ts";
import type { Rules } from "./clock.ts";
import type { Regime } from "./regime.ts";
import { national } from "./rules/national.ts";

/** What an office judges by besides what ships: as the service keeps it and the page learns it. */
export interface HouseRules {
  /** version of the calendar that comes of it */
  calendar: string;
  years: readonly CalendarYear[];
  overlays: readonly Overlay[];
  /** null: the national one */
  regime: Regime | null;
}

/** Rule set and calendar of an office; the shipped ones where its own cannot be built. */
export function rulesOf({ calendar: version, years, overlays, regime }: HouseRules): Rules {
  const wanted = regime ?? national;
  const calendar = houseCalendar(wanted.calendar, { years, overlays, version });
  return calendar ? { regime: wanted, calendar } : { regime: national, calendar: CHINA };
}

/** The named calendar with an office's own files in it; `undefined` when there is none such. */
export function houseCalendar(
  { id, overlays: wanted }: Regime["calendar"],
  own: { years: readonly CalendarYear[]; overlays: readonly Overlay[]; version: string },
): Calendar | undefined {
  const used = own.overlays.filter((each) => wanted.includes(each.id));
  if (id !== "cn" || (own.years.length === 0 && used.length === 0))
    return calendarFor({ id, overlays: wanted });
  const known = overlaysWith(used);
  const overlays = wanted.flatMap((name) => known.find((each) => each.id === name) ?? []);
  if (overlays.length < wanted.length) return undefined;
  return { ...chinaCalendar({ years: yearsWith(own.years), overlays }), version: own.version };
}
