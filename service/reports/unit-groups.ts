import { strings } from "#shared/strings/strings.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { DelayGroup } from "./delays.ts";
import type { Question } from "./report.ts";

export interface UnitGroup {
  key: string;
  name: string;
  ids: number[];
}

/** Every unit by itself, in the order of the tree. */
export const windowsOf = ({ units = [] }: Question<unknown>): UnitGroup[] =>
  units.map(({ id, path }) => ({ key: `unit:${id}`, name: path, ids: [id] }));

/** The subtrees right below what was asked about, and what stands at that level itself. */
export function regionsOf({ units = [], language }: Question<unknown>): UnitGroup[] {
  const inside = new Set(units.map(({ id }) => id));
  const tops = units.filter(({ parent }) => parent === null || !inside.has(parent));
  const [only] = tops;
  if (tops.length !== 1 || only === undefined) return tops.map((top) => subtree(top, units));
  const below = units.filter(({ parent }) => parent === only.id);
  return [
    ...below.map((unit) => subtree(unit, units)),
    { key: `unit:${only.id}`, name: strings(language).delays.level(only.name), ids: [only.id] },
  ];
}

const subtree = (
  top: { id: number; name: string; path: string },
  units: NonNullable<Question<unknown>["units"]>,
): UnitGroup => ({
  key: `units:${top.id}`,
  name: top.name,
  ids: units
    .filter(({ id, path }) => id === top.id || path.startsWith(`${top.path}/`))
    .map(({ id }) => id),
});

export const seenBy = ({ key, name, ids }: UnitGroup, within: CaseSet): DelayGroup => ({
  key,
  name,
  cases: within.where({ seenBy: ids }),
  own: { seenBy: ids },
});
