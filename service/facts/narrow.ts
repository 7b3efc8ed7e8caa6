import { day } from "#shared/time/day.ts";
import { HAS_BY_STATE, HAS_BY_TRAITS, type HasId, isByState, isByTraits } from "../reports/has.ts";
import { type PopulationQuery, matches } from "../reports/population.ts";
import { NO_DAY, OPEN } from "./column-names.ts";
import { ColumnView } from "./column-view.ts";
import type { MomentTable } from "./moment-table.ts";
import { packedDay } from "./packed-moment.ts";

type Query = Partial<PopulationQuery>;

/**
 * The parts of a query, each with what must be asked together, in the order in which they are asked: those that many questions of one
 * report have in common come first, so that what they leave is found once.
 */
const PARTS: readonly (readonly (keyof Query)[])[] = [
  ["department"],
  ["item"],
  ["portal"],
  ["project"],
  ["keys"],
  ["seenBy"],
  ["state"],
  ["step"],
  ["ageFrom", "ageTo"],
  ["cohort"],
  ["verdict", "bucket", "passed", "finding", "transferTo"],
  ["slackFrom", "slackTo"],
];

/** A query but for its window, part by part. */
export function partsOf(query: Query): Query[] {
  const { has, from: _from, to: _to, ...plain } = query;
  const asked = Object.entries(plain).filter(([name, value]) =>
    // only those that are closed can have been closed in a window
    name === "cohort" ? value === "closed" : value !== undefined,
  );
  const placeOf = (name: string): number => {
    const place = PARTS.findIndex((part) => part.includes(name as keyof Query));
    return place < 0 ? PARTS.length : place;
  };
  const parts = [...Map.groupBy(asked, ([name]) => placeOf(name))]
    .sort(([a], [b]) => a - b)
    .map(([, part]) => Object.fromEntries(part) as Query);
  const kinds = [isByTraits, isByState, (id: HasId) => !isByTraits(id) && !isByState(id)];
  for (const isKind of kinds) {
    const own = has?.filter(isKind) ?? [];
    if (own.length > 0) parts.push({ has: own });
  }
  return parts;
}

/** Those of the rows that one part of a query leaves. */
export function narrowed(at: MomentTable, rows: Uint32Array, part: Query): Uint32Array {
  const { cases, words } = at.columns;
  for (const name of ["department", "item", "portal", "project", "step"] as const) {
    const value = part[name];
    if (value === undefined) continue;
    const code = words.find(value);
    if (code === undefined) return new Uint32Array(0);
    const column = cases[name];
    return kept(rows, (row) => column[row] === code);
  }
  if (part.keys) return withKeys(at, rows, part.keys);
  if (part.seenBy) {
    const wanted = new Set(part.seenBy);
    const has = masked(at, part, at.columns.unitSets.values, (units) =>
      units.some((unit) => wanted.has(unit)),
    );
    return kept(rows, (row) => has[cases.units[row] ?? 0] === 1);
  }
  if (part.state !== undefined) {
    const open = part.state === "open" ? OPEN : 0;
    return kept(rows, (row) => ((cases.flags[row] ?? 0) & OPEN) === open);
  }
  if (part.cohort === "closed") return kept(rows, (row) => ((cases.flags[row] ?? 0) & OPEN) === 0);
  if (part.slackFrom !== undefined || part.slackTo !== undefined) {
    const { slackFrom = -Infinity, slackTo = Infinity } = part;
    const slackOf = slackDay(at);
    return kept(rows, (row) => {
      const slack = slackOf(row);
      return slack !== NO_DAY && slack >= slackFrom && slack <= slackTo;
    });
  }
  if (part.has?.length === 1 && part.has[0] === "same-day")
    return kept(
      rows,
      (row) =>
        ((cases.flags[row] ?? 0) & OPEN) === 0 &&
        cases.acceptedDay[row] !== NO_DAY &&
        cases.acceptedDay[row] === cases.closedDay[row],
    );
  const view = new ColumnView(at);
  return kept(rows, (row) => {
    view.row = row;
    return matches(view, part);
  });
}

/** Which traits a part of a query takes; `undefined` when it asks about anything else. */
export function traitsOf(at: MomentTable, { has }: Query): Uint8Array | undefined {
  if (!has?.every(isByTraits)) return undefined;
  return masked(at, { has }, at.columns.traits.values, (traits) =>
    has.every((id) => HAS_BY_TRAITS[id](traits)),
  );
}

/** Which states a part of a query takes; `undefined` when it asks about anything else. */
export function statesOf(at: MomentTable, part: Query): Uint8Array | undefined {
  const { verdict, bucket, passed, finding, transferTo, has } = part;
  const byState = has?.every(isByState) ? has : undefined;
  if (!verdict && !bucket && !passed && !finding && transferTo === undefined && !byState)
    return undefined;
  return masked(
    at,
    part,
    at.columns.states.values,
    (state) =>
      (verdict?.includes(state.verdict) ?? true) &&
      (bucket?.includes(state.bucket) ?? true) &&
      (passed === undefined || state.passed === (passed === "yes")) &&
      (finding === undefined || state.findings.includes(finding)) &&
      (transferTo === undefined || (state.order?.transfer ?? Infinity) <= transferTo) &&
      (byState?.every((id) => HAS_BY_STATE[id](state)) ?? true),
  );
}

function masked<T>(
  { masks }: MomentTable,
  part: Query,
  values: readonly T[],
  takes: (value: T) => boolean,
): Uint8Array {
  const name = JSON.stringify(part);
  const found = masks.get(name);
  if (found) return found;
  const made = Uint8Array.from(values, (value) => (takes(value) ? 1 : 0));
  masks.set(name, made);
  return made;
}

export function kept(rows: Uint32Array, is: (row: number) => boolean): Uint32Array {
  const found = new Uint32Array(rows.length);
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (is(row)) found[n++] = row;
  }
  return n < rows.length / 2 ? found.slice(0, n) : found.subarray(0, n);
}

function withKeys(at: MomentTable, rows: Uint32Array, keys: readonly string[]): Uint32Array {
  const { columns } = at;
  const wanted = new Set(keys);
  // a key's first four bytes tell nearly all others apart
  const heads = new Set(keys.map((key) => Number.parseInt(key.slice(0, 8), 16)));
  return kept(
    rows,
    (row) => heads.has(columns.keys.readUInt32BE(row * 32)) && wanted.has(columns.key(row)),
  );
}

/** Natural days from its closing to its due day; `NO_DAY` while it is open, or where either is not told. */
export function slackDay(at: MomentTable): (row: number) => number {
  const { closedDay, flags } = at.columns.cases;
  const due = dueDays(at);
  return (row) => {
    const [closed, last] = [closedDay[row] ?? NO_DAY, due[row] ?? NO_DAY];
    return closed === NO_DAY || last === NO_DAY || ((flags[row] ?? 0) & OPEN) !== 0
      ? NO_DAY
      : last - closed;
  };
}

/** By row; found once for all that a report asks of it, in the order of the rows. */
function dueDays(at: MomentTable): Int32Array {
  if (at.dueDays) return at.dueDays;
  const { spells, size } = at.columns;
  const found = new Int32Array(size).fill(NO_DAY);
  for (let row = 0; row < size; row++) {
    const due = spells.due[at.spell[row] ?? 0] ?? NaN;
    if (!Number.isNaN(due)) found[row] = packedDay(due);
  }
  return (at.dueDays = found);
}

export type Cohort = NonNullable<Query["cohort"]>;

/** The day by which a cohort takes a case into a window; `NO_DAY` where nobody tells. */
export function cohortDay(at: MomentTable, cohort: Cohort): (row: number) => number {
  const { cases } = at.columns;
  if (cohort === "started") return (row) => cases.startedDay[row] ?? NO_DAY;
  if (cohort === "closed") return (row) => cases.closedDay[row] ?? NO_DAY;
  const due = dueDays(at);
  return (row) => due[row] ?? NO_DAY;
}

export const windowOf = ({ from, to }: Query): { first: number; last: number } => ({
  first: from === undefined ? -Infinity : day(from),
  last: to === undefined ? Infinity : day(to),
});
