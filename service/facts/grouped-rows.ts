import type { Counted } from "./case-set.ts";

/** How many rows have each code. */
export function counted(rows: Uint32Array, codes: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** Those that any row has. */
export const told = <T>(values: readonly T[], counts: Uint32Array): Counted<T>[] =>
  values.flatMap((each, code): Counted<T>[] => {
    const n = counts[code] ?? 0;
    return n > 0 ? [[each, n]] : [];
  });

/** The rows by their codes, each group in the order of the rows. */
export function groupedRows(
  rows: Uint32Array,
  codes: Uint32Array,
  size: number,
): [code: number, rows: Uint32Array][] {
  const counts = counted(rows, codes, size);
  const next = new Uint32Array(size);
  let sum = 0;
  for (let code = 0; code < size; code++) {
    next[code] = sum;
    sum += counts[code] ?? 0;
  }
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const code = codes[row] ?? 0;
    const place = next[code] ?? 0;
    sorted[place] = row;
    next[code] = place + 1;
  }
  const groups: [number, Uint32Array][] = [];
  for (let code = 0; code < size; code++) {
    const n = counts[code] ?? 0;
    const end = next[code] ?? 0;
    if (n > 0) groups.push([code, sorted.subarray(end - n, end)]);
  }
  return groups;
}
