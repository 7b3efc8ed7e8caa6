import { createHash } from "node:crypto";
import type { Calendar } from "#shared/calendar/calendar.ts";
import { calendarFor } from "#shared/calendar/calendars.ts";
import { overlaysWith, yearsWith } from "#shared/calendar/laid-over.ts";
import type { CalendarYear, Overlay } from "#shared/calendar/year.ts";
import { type HouseRules, houseCalendar } from "#shared/limit/house-rules.ts";
import type { Regime } from "#shared/limit/regime.ts";
import { REGIMES, regimeById } from "#shared/limit/rules/index.ts";
import type { RuleFile } from "./rule-file.ts";

/** What ships and, laid over it, what was imported. */
export interface RuleBook {
  years: readonly CalendarYear[];
  overlays: readonly Overlay[];
  /** the shipped ones first */
  regimes: readonly Regime[];
  /** the files that stand: the last of each kind and name */
  files: readonly RuleFile[];
  regime(id: string): Regime | undefined;
  /** `undefined` when the calendar or one of its overlays is not known */
  calendar(named: Regime["calendar"]): Calendar | undefined;
  /** all that a page needs to judge by this rule set as the service does, besides what ships */
  house(regime: Regime): HouseRules;
}

export function ruleBook(imported: readonly RuleFile[]): RuleBook {
  const last = new Map(imported.map((file) => [`${file.kind} ${file.name}`, file]));
  const files = [...last.values()].sort((a, b) => a.id - b.id);
  const years = files.flatMap((each) => (each.kind === "year" ? [each.content] : []));
  const overlays = files.flatMap((each) => (each.kind === "overlay" ? [each.content] : []));
  const regimes = [
    ...REGIMES,
    ...files.flatMap((each) => (each.kind === "regime" ? [each.content] : [])),
  ];

  function calendar(named: Regime["calendar"]): Calendar | undefined {
    const used = files.filter(
      ({ kind, name }) => kind === "year" || (kind === "overlay" && named.overlays.includes(name)),
    );
    const plain = houseCalendar(named, { years, overlays, version: "" });
    if (!plain || plain === calendarFor(named)) return plain;
    // the day of the last notice does not tell two files of one year apart; what they say does
    const digest = createHash("sha256").update(used.map((each) => each.digest).join(" "));
    const published = [...years, ...overlays.flatMap((each) => each.years)]
      .flatMap((each) => each.notices.map((n) => n.published))
      .sort();
    return { ...plain, version: `${published.at(-1)}+${digest.digest("hex").slice(0, 8)}` };
  }

  const built = new Map<string, Calendar | undefined>();
  const calendarOf: RuleBook["calendar"] = (named) => {
    const key = [named.id, ...named.overlays].join("+");
    if (!built.has(key)) built.set(key, calendar(named));
    return built.get(key);
  };
  return {
    years: yearsWith(years),
    overlays: overlaysWith(overlays),
    regimes,
    files,
    regime: (id) => regimes.find((each) => each.id === id),
    calendar: calendarOf,
    house: (regime) => ({
      calendar: calendarOf(regime.calendar)?.version ?? "",
      years,
      overlays: overlays.filter(({ id }) => regime.calendar.overlays.includes(id)),
      regime: regimeById("national") === regime ? null : regime,
    }),
  };
}
