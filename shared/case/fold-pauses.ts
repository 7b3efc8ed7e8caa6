import { type Moment, dayOfMoment } from "../time/moment.ts";
import { type Said, type Seen, contradiction, exactest, newest, sayings } from "./fold.ts";
import type { CaseFacts, Pause, StepSeen, Supervised, Tolerance } from "./observation.ts";
import type { Contradiction } from "./timeline.ts";

type Folded<T> = { all: T[]; contradictions: Contradiction[] };

/** Lists are folded entry by entry: the n-th of its kind in one look is the n-th of its kind in another. */
function entries<T>(list: readonly T[], kindOf: (each: T) => string): Map<string, T> {
  const count = new Map<string, number>();
  const found = new Map<string, T>();
  for (const each of list) {
    const kind = kindOf(each);
    const n = count.get(kind) ?? 0;
    count.set(kind, n + 1);
    found.set(`${kind}#${n}`, each);
  }
  return found;
}

function fold<T>(
  seen: readonly Seen[],
  listOf: (facts: CaseFacts) => readonly T[],
  kindOf: (each: T) => string,
): Map<string, { seen: Seen; each: T }[]> {
  const all = new Map<string, { seen: Seen; each: T }[]>();
  for (const one of seen)
    for (const [id, each] of entries(listOf(one.facts), kindOf))
      all.set(id, [...(all.get(id) ?? []), { seen: one, each }]);
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const of = <T, V>(
  versions: readonly { seen: Seen; each: T }[],
  read: (each: T) => V | undefined,
): Said<V>[] => {
  const byLook = new Map(versions.map(({ seen, each }) => [seen.facts, each]));
  return sayings(
    versions.map((v) => v.seen),
    (facts) => {
      const each = byLook.get(facts);
      return each === undefined ? undefined : read(each);
    },
  );
};

const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

/** Every pause that any look has shown. One that a later look no longer shows is kept: it was said. */
export function foldPauses(seen: readonly Seen[]): Folded<Pause> {
  const sorted = (facts: CaseFacts): Pause[] =>
    [...(facts.pauses ?? [])].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  const kind = (p: Pause): string => `${dayOfMoment(p.from)} ${p.ground}`;
  const contradictions: Contradiction[] = [];
  const all: Pause[] = [];
  for (const versions of fold(seen, sorted, kind).values()) {
    const ground = versions[0]?.each.ground ?? "other";
    const from = of(versions, (p) => p.from);
    const to = of(versions, (p) => p.to);
    const name = `pause ${ground} ${from[0]?.value.slice(0, 10) ?? ""}`;
    contradictions.push(...clash(`${name} from`, from), ...clash(`${name} to`, to));
    all.push(
      compact({
        from: exactest(from) ?? "",
        to: exactest(to),
        ground,
        approved: newest(of(versions, (p) => p.approved)),
      }) as Pause,
    );
  }
  return {
    all: all.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to)),
    contradictions,
  };
}

/** Steps in the order of their entry; a step whose end is told another way later is a contradiction with both ends kept. */
export function foldSteps(seen: readonly Seen[]): Folded<StepSeen> {
  const sorted = (facts: CaseFacts): StepSeen[] =>
    [...(facts.steps ?? [])].sort((a, b) =>
      compare(a.enteredAt ?? a.leftAt, b.enteredAt ?? b.leftAt),
    );
  const contradictions: Contradiction[] = [];
  const all: StepSeen[] = [];
  for (const versions of fold(seen, sorted, (s) => s.name).values()) {
    const name = versions[0]?.each.name ?? "";
    const entered = of(versions, (s) => s.enteredAt);
    const left = of(versions, (s) => s.leftAt);
    contradictions.push(
      ...clash(`step ${name} enteredAt`, entered),
      ...clash(`step ${name} leftAt`, left),
    );
    all.push(
      compact({
        name,
        department: newest(of(versions, (s) => s.department)),
        enteredAt: exactest(entered),
        leftAt: exactest(left),
        limit: newest(of(versions, (s) => s.limit)),
      }) as StepSeen,
    );
  }
  const begun = (s: StepSeen): Moment | undefined => s.enteredAt ?? s.leftAt;
  return {
    all: all.sort((a, b) => compare(begun(a), begun(b)) || compare(a.name, b.name)),
    contradictions,
  };
}

/** 督办 notices by the day on which they began. */
export function foldSupervised(seen: readonly Seen[]): Folded<Supervised> {
  const sorted = (facts: CaseFacts): Supervised[] =>
    [...(facts.supervised ?? [])].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  const contradictions: Contradiction[] = [];
  const all: Supervised[] = [];
  for (const versions of fold(seen, sorted, (s) => String(dayOfMoment(s.from))).values()) {
    const from = of(versions, (s) => s.from);
    const to = of(versions, (s) => s.to);
    contradictions.push(...clash(`supervised ${from[0]?.value.slice(0, 10) ?? ""} to`, to));
    const limit = newest(of(versions, (s) => s.limit));
    all.push(compact({ from: exactest(from) ?? "", to: exactest(to), limit }) as Supervised);
  }
  return { all: all.sort((a, b) => compare(a.from, b.from)), contradictions };
}

/** 容缺受理, field by field like every other fact. */
export function foldTolerance(seen: readonly Seen[]): {
  fact: Tolerance | undefined;
  contradictions: Contradiction[];
} {
  if (!seen.some(({ facts }) => facts.tolerance)) return { fact: undefined, contradictions: [] };
  const due = sayings(seen, (facts) => facts.tolerance?.due);
  const supplied = sayings(seen, (facts) => facts.tolerance?.suppliedAt);
  const limit = newest(sayings(seen, (facts) => facts.tolerance?.limit));
  return {
    fact: compact({ limit, due: exactest(due), suppliedAt: exactest(supplied) }) as Tolerance,
    contradictions: [...clash("tolerance due", due), ...clash("tolerance suppliedAt", supplied)],
  };
}

const clash = (field: string, said: readonly Said<unknown>[]): Contradiction[] => {
  const found = contradiction(field, said);
  return found ? [found] : [];
};

/** Moments sort as texts; what has none comes last. */
const compare = (a: string | undefined, b: string | undefined): number =>
  a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1;
