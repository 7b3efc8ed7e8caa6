import { OVERLAYS } from "#shared/calendar/overlays/index.ts";
import { unitsUnder } from "../access/units.ts";
import type { Database } from "../db/database.ts";
import type { RuleContent, RuleFile } from "./rule-file.ts";

/** Whether this unit's subtree is all there is: what is imported then concerns nobody else. */
export async function ownsEverything(db: Database, unit: number | null): Promise<boolean> {
  if (unit === null) return true;
  const [all, own] = [await unitsUnder(db, null), await unitsUnder(db, unit)];
  return all.length === own.length;
}

/**
 * A year's notice holds for everybody, and so does another version of what some unit may already judge by. Only a new name is nobody
 * else's yet.
 */
export const isNew = ({ kind, name }: RuleContent, known: readonly RuleFile[]): boolean =>
  kind !== "year" &&
  !known.some((each) => each.kind === kind && each.name === name) &&
  !(kind === "overlay" && OVERLAYS.some(({ id }) => id === name));
