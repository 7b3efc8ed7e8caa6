type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** The columns with room for so many rows: as they are, or doubled, so that a row costs nothing but its bytes. */
export function withRoom<C extends Record<string, Numbers>>(columns: C, rows: number): C {
  const [first] = Object.values(columns);
  if (!first || first.length >= rows) return columns;
  const size = Math.max(1024, first.length * 2, rows);
  return Object.fromEntries(
    Object.entries(columns).map(([name, old]) => {
      const made = new (old.constructor as new (length: number) => Numbers)(size);
      made.set(old as never);
      return [name, made];
    }),
  ) as C;
}
