/** A half-open stretch `[from, to)`. Half-open segments meet without overlap, so lengths add up. */
export interface Segment<T extends number> {
  from: T;
  to: T;
}

export const length = (s: Segment<number>): number => Math.max(0, s.to - s.from);

export function intersect<T extends number>(a: Segment<T>, b: Segment<T>): Segment<T> | undefined {
  const from = Math.max(a.from, b.from) as T;
  const to = Math.min(a.to, b.to) as T;
  return from < to ? { from, to } : undefined;
}

/** The same time covered once: sorted, disjoint, touching stretches joined. Summing pauses without this deducts overlaps twice. */
export function union<T extends number>(segments: readonly Segment<T>[]): Segment<T>[] {
  const joined: Segment<T>[] = [];
  for (const s of [...segments]
    .filter((each) => each.from < each.to)
    .sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && s.from <= last.to) last.to = Math.max(last.to, s.to) as T;
    else joined.push({ ...s });
  }
  return joined;
}
