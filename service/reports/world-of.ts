import { label } from "#shared/limit/regime.ts";
import { REGIMES } from "#shared/limit/rules/index.ts";
import type { World } from "#shared/limit/verdict.ts";
import type { Instant } from "#shared/time/instant.ts";
import type { JudgedCase } from "./judged-case.ts";

const SHIPPED = new Map(REGIMES.map((regime) => [label(regime), regime]));

/**
 * The calendar and the rule set by which a case was judged, at the moment that a report asks about (ms since 1970). `undefined` for a
 * rule set that does not ship: to ask it by another one would contradict the verdict.
 */
export function worldOf({ verdict, calendar }: JudgedCase, asOf: number): World | undefined {
  const regime = SHIPPED.get(verdict.regime);
  return regime && { regime, calendar, at: asOf as Instant };
}
