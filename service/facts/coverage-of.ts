import { type Day, addDays, day } from "#shared/time/day.ts";
import { type Instant, dayOf, instantAt } from "#shared/time/instant.ts";
import type { CoverageQuestion } from "../derived/coverage.ts";
import type { Coverage } from "../routes/shapes/report.ts";
import type { Columns } from "./columns.ts";
import type { LookColumns } from "./look-columns.ts";

/**
 * How much was looked at in the window, from the columns. Of cases only the days are kept on which they were seen.
 * @returns `undefined` where the moment lies within a day of which later looks are known too
 */
export function columnCoverage(
  looked: LookColumns,
  columns: Columns,
  question: CoverageQuestion,
): Coverage | undefined {
  const range = rangeOf(looked, question);
  if (!range) return undefined;
  const sums = lookSums(looked, question, range.begins, range.ends);
  const seen = seenIn(columns, question, range.firstDay, range.lastDay);
  const views = [...sums.told].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...sums.figures,
    cases: seen.cases,
    seenOf: views.map(([view, total]) => {
      const [portal = "", path = ""] = view.split("\n");
      return { portal, view: path, seen: seen.byView.get(view) ?? 0, total };
    }),
  };
}

/**
 * The window as instants and as days.
 * @returns `undefined` where the moment lies within a day of which later looks are known too
 */
export function rangeOf(
  looked: LookColumns,
  { from, to, asOf }: { from?: string | undefined; to?: string | undefined; asOf: number },
) {
  const over = to === undefined ? Infinity : instantAt(addDays(day(to), 1), 0) - 1;
  const ends = Math.min(asOf, over);
  const today = dayOf(ends as Instant);
  const wholeDay = instantAt(addDays(today, 1), 0) - 1 === ends;
  if (!wholeDay && ends < looked.latest) return undefined;
  const firstDay = from === undefined ? -Infinity : day(from);
  const begins = from === undefined ? 0 : instantAt(firstDay as Day, 0);
  return { begins, ends, firstDay, lastDay: wholeDay ? today : Infinity };
}

const viewOf = ({ portal, view }: { portal: string; view: string }): string => `${portal}\n${view}`;

export const isAsked =
  ({ units, portal }: { units: ReadonlySet<number>; portal?: string | undefined }) =>
  (source: { unit: number; portal: string }): boolean =>
    units.has(source.unit) && (portal === undefined || source.portal === portal);

function lookSums(looked: LookColumns, question: CoverageQuestion, first: number, last: number) {
  const asked = Uint8Array.from(looked.sources.values, (each) => (isAsked(question)(each) ? 1 : 0));
  const { at, source, device, unidentified, unreadable, total } = looked.looks;
  const told = new Int32Array(looked.sources.values.length).fill(-1);
  const devices: (1 | undefined)[] = [];
  let [looks, nameless, unread] = [0, 0, 0];
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < looked.size; row++) {
    const [when, where] = [at[row] ?? 0, source[row] ?? 0];
    if (asked[where] !== 1 || when < first || when > last) continue;
    looks += 1;
    devices[device[row] ?? 0] = 1;
    nameless += unidentified[row] ?? 0;
    unread += unreadable[row] ?? 0;
    if (when < least) least = when;
    if (when > most) most = when;
    const pager = total[row] ?? -1;
    if (pager > (told[where] ?? -1)) told[where] = pager;
  }
  const byView = new Map<string, number>();
  for (const [where, pager] of told.entries()) {
    if (pager < 0) continue;
    const view = viewOf(looked.sources.at(where));
    byView.set(view, Math.max(pager, byView.get(view) ?? 0));
  }
  const iso = (when: number): string | null =>
    Number.isFinite(when) ? new Date(when).toISOString() : null;
  return {
    figures: {
      looks,
      devices: devices.filter((each) => each === 1).length,
      unidentified: nameless,
      unreadableLooks: unread,
      firstLookAt: iso(least),
      lastLookAt: iso(most),
    },
    told: byView,
  };
}

/** Cases seen on these days by these units: in all, and on each of the views. */
function seenIn(columns: Columns, question: CoverageQuestion, first: number, last: number) {
  const { cases, sights, sources, size } = columns;
  const views = new Map<string, number>();
  /** by source: the number of its view, and -1 where it is not asked about */
  const viewAt = Int32Array.from(sources.values, (source) => {
    if (!isAsked(question)(source)) return -1;
    const view = viewOf(source);
    const known = views.get(view) ?? views.size;
    views.set(view, known);
    return known;
  });
  const counts = new Uint32Array(views.size);
  const lastRow = new Int32Array(views.size).fill(-1);
  let all = 0;
  for (let row = 0; row < size; row++) {
    const begin = cases.sights[row] ?? 0;
    const end = begin + (cases.sightCount[row] ?? 0);
    let seen = false;
    for (let i = begin; i < end; i++) {
      const view = viewAt[sights.source[i] ?? 0] ?? -1;
      const d = sights.day[i] ?? 0;
      if (view < 0 || d < first || d > last) continue;
      seen = true;
      if (lastRow[view] === row) continue;
      lastRow[view] = row;
      counts[view] = (counts[view] ?? 0) + 1;
    }
    if (seen) all += 1;
  }
  return {
    cases: all,
    byView: new Map([...views].map(([view, code]) => [view, counts[code] ?? 0])),
  };
}
