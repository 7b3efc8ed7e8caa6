import { personalIn } from "#shared/case/personal.ts";
import type { PortalFile } from "#shared/reading/portal-file.ts";
import type { Unit } from "../access/units.ts";
import type { Database } from "../db/database.ts";
import { Problem } from "../http/problem.ts";
import { digestOf, portalBook } from "./portal-book.ts";

/** Offers of one sender that nobody has decided yet: more than a supervisor can teach, fewer than would bury the list. */
const MOST_UNDECIDED = 50;

interface Offering {
  file: PortalFile;
  unit: number;
  by: { id: string; name: string };
  now: number;
}

/**
 * Keeps a file as an offer; it is in effect for nobody until it is accepted. The same file from the same unit is one offer.
 * @throws Problem `invalid-request` for a text that looks personal, `too-many-offers`
 */
export async function offerPortalFile(
  db: Database,
  units: readonly Unit[],
  { file, unit, by, now }: Offering,
): Promise<{ revision: number; known: boolean }> {
  const personal = personalPlaces(file, "");
  if (personal.length > 0)
    throw new Problem("invalid-request", {
      errors: personal.map((pointer) => ({ pointer, detail: "personal data 疑似个人信息" })),
    });
  const digest = digestOf(file);
  const last = async (): Promise<number | undefined> => {
    const [row] = await db.all<{ id: number; digest: string }>(
      "SELECT id, digest FROM portal_files WHERE unit = ? AND name = ? ORDER BY id DESC LIMIT 1",
      [unit, file.id],
    );
    return row?.digest === digest ? row.id : undefined;
  };
  const known = await last();
  if (known !== undefined) return { revision: known, known: true };
  const undecided = (await portalBook(db, units))
    .offers(units)
    .filter(({ state, offeredBy }) => state === "offered" && offeredBy.id === by.id);
  if (undecided.length >= MOST_UNDECIDED) throw new Problem("too-many-offers");
  await db.write([
    {
      sql: `INSERT INTO portal_files(unit, name, body, digest, offered_at, offered_by, offered_name)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
            WHERE ?4 IS NOT (SELECT digest FROM portal_files WHERE unit = ?1 AND name = ?2 ORDER BY id DESC LIMIT 1)`,
      args: [unit, file.id, JSON.stringify(file), digest, now, by.id, by.name],
    },
  ]);
  const revision = await last();
  if (revision === undefined) throw new Error("an offer vanished while it was made");
  return { revision, known: false };
}

/** Words of a page's headers and statuses come from people: a number of a person has no place in a file that is passed on. */
function personalPlaces(value: unknown, at: string): string[] {
  if (typeof value === "string") return personalIn(value) ? [at] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    ...(personalIn(key) ? [at] : []),
    ...personalPlaces(each, `${at}/${key}`),
  ]);
}
