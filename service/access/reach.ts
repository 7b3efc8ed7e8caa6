import { type Database, DatabaseError } from "../db/database.ts";
import { Problem } from "../http/problem.ts";
import type { ProblemCode } from "#shared/strings/zh-CN/problem.ts";
import { addDays, day } from "#shared/time/day.ts";
import { type Instant, dayOf, instantAt } from "#shared/time/instant.ts";
import { isoDay } from "#shared/time/day.ts";
import type { UnitRef } from "../routes/shapes/common.ts";
import { type Unit, unitsUnder } from "./units.ts";
import { type User, findUser } from "./users.ts";

export const refOf = ({ id, name, path }: Unit): UnitRef => ({ id, name, path });

/** @throws Problem `unknown-unit` also where the unit exists outside the caller's subtree */
export async function unitWithin(db: Database, root: number, wanted: number): Promise<Unit> {
  const found = (await unitsUnder(db, root)).find(({ id }) => id === wanted);
  if (!found) throw new Problem("unknown-unit");
  return found;
}

/** @throws Problem `unknown-user` also where the user belongs to a unit outside the caller's subtree */
export async function userWithin(
  db: Database,
  root: number,
  publicId: string,
): Promise<{ user: User; unit: Unit }> {
  const user = await findUser(db, { publicId });
  const unit = user && (await unitsUnder(db, root)).find(({ id }) => id === user.unit);
  if (!user || !unit) throw new Problem("unknown-user");
  return { user, unit };
}

/** A name that must be the only one of its kind: @throws Problem `code` when it is there already */
export async function unlessTaken<T>(act: () => Promise<T>, code: ProblemCode): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof DatabaseError && error.code.startsWith("SQLITE_CONSTRAINT"))
      throw new Problem(code);
    throw error;
  }
}

/** Up to the end of that day, by the clock of China. */
export const endOfDay = (text: string | null): number | null =>
  text === null ? null : instantAt(addDays(day(text), 1), 0);

/** The last day on which something that ends then is still good. */
export const lastDay = (at: number | null): string | null =>
  at === null ? null : isoDay(dayOf((at - 1) as Instant));

export const isoTime = (at: number): string => new Date(at).toISOString();
export const isoTimeOrNull = (at: number | null): string | null =>
  at === null ? null : isoTime(at);
