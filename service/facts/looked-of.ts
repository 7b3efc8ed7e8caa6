import { type Day, isoDay } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { LookedQuestion } from "../derived/looked.ts";
import type { Looked } from "../reports/report.ts";
import type { Columns } from "./columns.ts";
import { isAsked, rangeOf } from "./coverage-of.ts";
import type { LookColumns } from "./look-columns.ts";

interface Week {
  unit: number;
  week: number;
  looks: number;
  unidentified: number;
  unreadable: number;
  devices: Set<number>;
  days: Set<number>;
  /** by view: the largest total that a pager told */
  told: Map<string, number>;
  cases: number;
  seen: number;
  /** the case that was counted last */
  lastCase: number;
  lastSeen: number;
}

/** Weeks begin on Monday; the first day of all, 1970-01-01, was a Thursday. */
const weekOf = (d: number): number => Math.floor((d + 3) / 7);

/**
 * As `lookedBy`, from the columns.
 * @returns `undefined` where the moment lies within a day of which later looks are known too
 */
export function columnLooked(
  looked: LookColumns,
  columns: Columns,
  question: LookedQuestion,
): Looked[] | undefined {
  const range = rangeOf(looked, question);
  if (!range) return undefined;
  const weeks = new Map<number, Week>();
  /** by unit and week, as they are met one after another */
  const at = (unit: number, week: number): Week => {
    const key = unit * 65_536 + week;
    const found = weeks.get(key);
    if (found) return found;
    const made: Week = {
      unit,
      week,
      looks: 0,
      unidentified: 0,
      unreadable: 0,
      devices: new Set(),
      days: new Set(),
      told: new Map(),
      cases: 0,
      seen: 0,
      lastCase: -1,
      lastSeen: -1,
    };
    weeks.set(key, made);
    return made;
  };
  addLooks(looked, question, range, at);
  addCases(columns, question, range, at);
  return [...weeks.values()]
    .filter(({ looks }) => looks > 0)
    .sort((a, b) => a.week - b.week || a.unit - b.unit)
    .map(({ unit, week, looks, unidentified, unreadable, devices, days, told, cases, seen }) => ({
      unit,
      week: isoDay((week * 7 - 3) as Day),
      looks,
      devices: devices.size,
      days: days.size,
      cases,
      unidentified,
      unreadable,
      seen,
      told: [...told.values()].reduce((sum, each) => sum + each, 0),
    }));
}

type At = (unit: number, week: number) => Week;
type Range = NonNullable<ReturnType<typeof rangeOf>>;

function addLooks(looked: LookColumns, question: LookedQuestion, range: Range, at: At): void {
  const asks = isAsked(question);
  const sources = looked.sources.values.map((source) =>
    asks(source) ? { ...source, name: `${source.portal}\n${source.view}` } : undefined,
  );
  const { at: when, source, device, unidentified, unreadable, total } = looked.looks;
  for (let row = 0; row < looked.size; row++) {
    const own = sources[source[row] ?? 0];
    const moment = when[row] ?? 0;
    if (!own || moment < range.begins || moment > range.ends) continue;
    const d = dayOf(moment as Instant);
    const week = at(own.unit, weekOf(d));
    week.looks += 1;
    week.unidentified += unidentified[row] ?? 0;
    week.unreadable += unreadable[row] ?? 0;
    week.devices.add(device[row] ?? 0);
    week.days.add(d);
    const pager = total[row] ?? -1;
    if (pager >= 0 && pager >= (week.told.get(own.name) ?? 0)) week.told.set(own.name, pager);
  }
}

function addCases(columns: Columns, question: LookedQuestion, range: Range, at: At): void {
  const { cases, sights, sources, size } = columns;
  const asks = isAsked(question);
  const asked = sources.values.map((source) => (asks(source) ? source : undefined));
  for (let row = 0; row < size; row++) {
    const begin = cases.sights[row] ?? 0;
    const end = begin + (cases.sightCount[row] ?? 0);
    for (let i = begin; i < end; i++) {
      const own = asked[sights.source[i] ?? 0];
      const d = sights.day[i] ?? 0;
      if (!own || d < range.firstDay || d > range.lastDay) continue;
      const week = at(own.unit, weekOf(d));
      if (week.lastCase !== row) {
        week.lastCase = row;
        week.cases += 1;
      }
      if (own.told && week.lastSeen !== row) {
        week.lastSeen = row;
        week.seen += 1;
      }
    }
  }
}
