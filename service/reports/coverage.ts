import { strings } from "#shared/strings/strings.ts";
import { type Day, addDays, day, isoDay } from "#shared/time/day.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type Looked, type Question, type Report, type UnitNode, noParams } from "./report.ts";
import { column } from "./rows.ts";

/** More weeks than anybody reads; an earlier past is asked for with a window. */
const MOST_WEEKS = 53;

export const coverage: Report<object> = {
  id: "coverage",
  title: (language) => strings(language).measures.coverage.title,
  definition: (language) => strings(language).measures.coverage.definition,
  columns(language) {
    const { columns } = strings(language).measures.coverage;
    return [
      column("unit", columns.unit, "text"),
      column("week", columns.week, "text"),
      column("looks", columns.looks, "number"),
      column("devices", columns.devices, "number"),
      column("days", columns.days, "number"),
      column("cases", columns.cases, "number"),
      column("unidentified", columns.unidentified, "number"),
      column("unreadable", columns.unreadable, "number"),
      column("seen", columns.seen, "number"),
      column("told", columns.told, "number"),
      column("seenRate", columns.seenRate, "percent", {
        of: { numerator: "seen", denominator: "told" },
      }),
    ];
  },
  params: noParams,
  chart: { kind: "heat", category: "unit", series: ["week", "looks"] },
  async figures(question) {
    const { cases, filter, language, units = [], looked } = question;
    const texts = strings(language).measures.coverage;
    const n = cases.count(filter);
    if (!looked) return { n, rows: [], total: null, notes: [texts.unavailable] };
    const all = await looked();
    const weeks = weeksOf(all);
    const shown = weeks.slice(-MOST_WEEKS);
    const active = new Set(all.map(({ unit }) => unit));
    // a unit without devices below it that has never looked is a gap; one above others is only a level
    const parents = new Set(units.map(({ parent }) => parent));
    const silent = units.filter(({ id }) => !active.has(id) && !parents.has(id));
    const listed = units.filter(({ id }) => active.has(id));
    return {
      n,
      rows: listed.flatMap((unit) =>
        shown.map((week) =>
          row(
            question,
            unit,
            week,
            all.find((each) => each.unit === unit.id && each.week === week),
          ),
        ),
      ),
      total: null,
      notes: [
        ...(all.length === 0 ? [texts.none] : []),
        ...(silent.length > 0 ? [texts.never(silent.map(({ path }) => path).join("、"))] : []),
        ...(weeks.length > shown.length ? [texts.dropped(weeks.length - shown.length)] : []),
      ],
    };
  },
};

/** Every Monday from the first week with a look to the last: a week without any is a row too. */
function weeksOf(all: readonly Looked[]): string[] {
  const sorted = all.map(({ week }) => week).sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks: string[] = [];
  for (let d: Day = day(first); d <= day(last); d = addDays(d, 7)) weeks.push(isoDay(d));
  return weeks;
}

function row(
  { language }: Question<object>,
  { id, path }: UnitNode,
  week: string,
  looked: Looked | undefined,
): Row {
  const texts = strings(language).measures.coverage;
  const named = { unit: path, week: `${week} – ${isoDay(addDays(day(week), 6))}` };
  const key = `unit:${id}:${week}`;
  if (!looked)
    return {
      key,
      cells: {
        ...named,
        ...Object.fromEntries([...COUNTS, "seen", "told", "seenRate"].map((name) => [name, null])),
        looks: 0,
      },
      empty: Object.fromEntries(
        [...COUNTS.slice(1), "seen", "told", "seenRate"].map((name) => [name, texts.noLooks]),
      ),
      open: {},
    };
  const { seen, told } = looked;
  const total = told > 0;
  return {
    key,
    cells: {
      ...named,
      ...Object.fromEntries(COUNTS.map((name) => [name, looked[name]])),
      seen: total ? seen : null,
      told: total ? told : null,
      seenRate: total ? seen / told : null,
    },
    empty: total ? {} : { seen: texts.noTotal, told: texts.noTotal, seenRate: texts.noTotal },
    open: {},
  };
}

const COUNTS = ["looks", "devices", "days", "cases", "unidentified", "unreadable"] as const;
