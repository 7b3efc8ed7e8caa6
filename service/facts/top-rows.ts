import type { CaseView } from "./case-view.ts";
import { ColumnView } from "./column-view.ts";
import type { MomentTable } from "./moment-table.ts";

/** The rows of the `n` greatest values, greatest first, then by key: a heap of n, not a sort of all. */
export function topRows(
  at: MomentTable,
  rows: Uint32Array,
  n: number,
  value: (seen: CaseView) => number | undefined,
): Uint32Array {
  const view = new ColumnView(at);
  const heap: { row: number; value: number }[] = [];
  type Entry = (typeof heap)[number];
  /** does `a` come after `b`? */
  const after = (a: Entry, b: Entry): boolean =>
    a.value !== b.value ? a.value < b.value : at.columns.compareKeys(a.row, b.row) > 0;
  const entry = (i: number): Entry => heap[i] as Entry;

  function sift(from: number): void {
    for (let i = from; ;) {
      let last = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && after(entry(child), entry(last))) last = child;
      if (last === i) return;
      [heap[i], heap[last]] = [entry(last), entry(i)];
      i = last;
    }
  }
  for (const row of rows) {
    view.row = row;
    const own = value(view);
    if (own === undefined) continue;
    if (heap.length < n) {
      heap.push({ row, value: own });
      if (heap.length === n) for (let i = n >> 1; i >= 0; i--) sift(i);
      continue;
    }
    const worst = heap[0];
    if (!worst || own < worst.value) continue;
    const better = { row, value: own };
    if (after(better, worst)) continue;
    heap[0] = better;
    sift(0);
  }
  heap.sort((a, b) => (after(a, b) ? 1 : -1));
  return Uint32Array.from(heap, ({ row }) => row);
}
