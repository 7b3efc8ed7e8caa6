import type { UnitList } from "../../routes/shapes/access.ts";

type Unit = UnitList["units"][number];

export interface UnitRow {
  unit: Unit;
  level: number;
  /** undefined: it has nothing below it */
  expanded: boolean | undefined;
}

/** Everything above the chosen unit, so that it can be seen; the roots always. */
export function openTo(units: readonly Unit[], chosen: number | null): ReadonlySet<number> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const open = new Set(
    units.filter(({ parent }) => parent === null || !byId.has(parent)).map(({ id }) => id),
  );
  for (let unit = byId.get(chosen ?? -1); unit; unit = byId.get(unit.parent ?? -1))
    open.add(unit.id);
  return open;
}

/** The rows that the tree shows, in the order given (parents before children). A search shows every match with its parents. */
export function shownUnits(
  units: readonly Unit[],
  open: ReadonlySet<number>,
  sought: string,
): UnitRow[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const parents = new Set(units.map(({ parent }) => parent));
  const above = (unit: Unit): Unit[] => {
    const parent = byId.get(unit.parent ?? -1);
    return parent ? [...above(parent), parent] : [];
  };
  const word = sought.trim().toLowerCase();
  const found = new Set<number>();
  if (word !== "")
    for (const unit of units)
      if (unit.name.toLowerCase().includes(word))
        for (const each of [...above(unit), unit]) found.add(each.id);
  return units.flatMap((unit) => {
    const ancestors = above(unit);
    const shown = word === "" ? ancestors.every(({ id }) => open.has(id)) : found.has(unit.id);
    if (!shown) return [];
    const expanded = parents.has(unit.id) ? word !== "" || open.has(unit.id) : undefined;
    return [{ unit, level: ancestors.length, expanded }];
  });
}
