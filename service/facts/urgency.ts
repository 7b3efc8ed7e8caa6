import type { VerdictKind } from "#shared/limit/verdict.ts";
import type { MomentTable } from "./moment-table.ts";

const RANK: Readonly<Record<VerdictKind, number>> = {
  overdue: 0,
  "due-soon": 1,
  unknown: 2,
  "on-time": 3,
  paused: 4,
  "not-started": 5,
  "closed-late": 6,
  "closed-on-time": 7,
};

/**
 * The rows from `first` to `end` of an order in which what needs a person comes first, then what is due first, and what began first; the
 * key last, so that pages do not overlap.
 */
export function byUrgency(
  at: MomentTable,
  rows: Uint32Array,
  first: number,
  end: number,
): Uint32Array {
  const { columns, spell, state } = at;
  const { spells, states, cases } = columns;
  const rankOf = Uint8Array.from(states.values, ({ verdict }) => RANK[verdict]);
  const due = (row: number): number => {
    const own = spells.due[spell[row] ?? 0] ?? NaN;
    return Number.isNaN(own) ? Infinity : own;
  };
  const compare = (a: number, b: number): number =>
    (due(a) === due(b) ? 0 : due(a) - due(b)) ||
    (cases.started[a] ?? 0) - (cases.started[b] ?? 0) ||
    columns.compareKeys(a, b);
  // only the ranks that the page reaches into are sorted
  const ranks = Array.from({ length: 8 }, () => 0);
  for (const row of rows) {
    const rank = rankOf[state[row] ?? 0] ?? 0;
    ranks[rank] = (ranks[rank] ?? 0) + 1;
  }
  const found: number[] = [];
  let before = 0;
  for (const [rank, n] of ranks.entries()) {
    if (n > 0 && before < end && before + n > first) {
      const own = rows.filter((row) => rankOf[state[row] ?? 0] === rank);
      const from = Math.max(0, first - before);
      for (const row of part(own, from, end - before, compare)) found.push(row);
    }
    before += n;
  }
  return Uint32Array.from(found);
}

/** `sort().slice(from, to)` without sorting what lies outside: quickselect, then a sort of the slice. */
function part(
  rows: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): Uint32Array {
  const end = Math.min(to, rows.length);
  select(rows, from, 0, rows.length, compare);
  select(rows, end, from, rows.length, compare);
  return rows.slice(from, end).sort(compare);
}

/** Moves the `k` least of `[low, high)` to its front. */
function select(
  rows: Uint32Array,
  k: number,
  low: number,
  high: number,
  compare: (a: number, b: number) => number,
): void {
  let [left, right] = [low, high - 1];
  while (left < right && k > left && k <= right) {
    const pivot = rows[(left + right) >> 1] ?? 0;
    let [i, j] = [left, right];
    while (i <= j) {
      while (compare(rows[i] ?? 0, pivot) < 0) i += 1;
      while (compare(rows[j] ?? 0, pivot) > 0) j -= 1;
      if (i > j) break;
      [rows[i], rows[j]] = [rows[j] ?? 0, rows[i] ?? 0];
      i += 1;
      j -= 1;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}
