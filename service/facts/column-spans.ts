import { isDropped } from "#shared/case/status.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { Dimension, Span, SpanLives } from "./case-set.ts";
import { NO_DAY } from "./column-names.ts";
import { DayLives } from "./day-lives.ts";
import type { MomentTable } from "./moment-table.ts";

/** One look at the rows for all spans and all groups; the whole is the groups together. */
export function spansOf(
  { columns, today }: MomentTable,
  rows: Uint32Array,
  dimension: Dimension,
  spans: readonly Span[],
): SpanLives {
  const { cases, words, traits } = columns;
  const dropped = Uint8Array.from(traits.values, ({ status }) =>
    status !== null && isDropped(status) ? 1 : 0,
  );
  const all = spans.map(({ from, to, undropped = false, portals }) => ({
    from: cases[from],
    to: cases[to],
    undropped,
    shows: portals && Uint8Array.from(words.values, (word) => (portals.has(word) ? 1 : 0)),
    groups: [] as (DayLives | undefined)[],
  }));
  const group = cases[dimension];
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] ?? 0;
    const closed = cases.closedDay[row] ?? NO_DAY;
    const seen = Math.min(dayOf((cases.lastSeenAt[row] ?? 0) as Instant), today);
    const last = closed === NO_DAY ? seen : Math.min(seen, closed);
    const code = group[row] ?? 0;
    for (const { from, to, undropped, shows, groups } of all) {
      const begin = from[row] ?? NO_DAY;
      if (begin === NO_DAY || (shows && shows[cases.portal[row] ?? 0] === 0)) continue;
      const told = to[row] ?? NO_DAY;
      const ended = told !== NO_DAY && !(undropped && dropped[cases.traits[row] ?? 0] === 1);
      const known = ended ? told : Math.max(begin, last);
      if (known >= begin) (groups[code] ??= new DayLives()).add(known - begin, ended);
    }
  }
  const codes = [...new Set(all.flatMap(({ groups }) => [...groups.keys()]))];
  return {
    whole: all.map(({ groups }) => {
      const sum = new DayLives();
      for (const each of groups) if (each) sum.take(each);
      return sum.counts();
    }),
    groups: new Map(
      codes.map((code) => [
        words.at(code),
        all.map(({ groups }) => (groups[code] ?? new DayLives()).counts()),
      ]),
    ),
  };
}

export function deliveringIn({ columns }: MomentTable, rows: Uint32Array): ReadonlySet<string> {
  const { cases, words } = columns;
  const found = new Uint8Array(words.values.length);
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] ?? 0;
    if (cases.deliveredDay[row] !== NO_DAY) found[cases.portal[row] ?? 0] = 1;
  }
  return new Set(words.values.filter((_, code) => found[code] === 1));
}
