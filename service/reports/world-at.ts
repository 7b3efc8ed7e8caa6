import { CHINA } from "#shared/calendar/china.ts";
import { national } from "#shared/limit/rules/national.ts";
import type { World } from "#shared/limit/verdict.ts";
import type { Instant } from "#shared/time/instant.ts";

/** The rule set and the calendar by which the service judges, at the moment that a report asks about (ms since 1970). */
export const worldAt = (asOf: number): World => ({
  regime: national,
  calendar: CHINA,
  at: asOf as Instant,
});
