import { caseKeyText } from "#shared/case/case-key.ts";
import type { Database, Statement } from "../db/database.ts";
import type { Keys } from "../http/deps.ts";
import { type CaseKeys, nameOf, namesToday } from "./case-names.ts";
import type { Caller } from "./caller.ts";
import { type Random, sameHash } from "./secrets.ts";
import { seal, unseal } from "./seal.ts";

export interface Escalation {
  reason: string;
  at: number;
  byName: string;
  /** somebody who knew the number has stated it */
  numberStated: boolean;
}

export async function escalationOf(db: Database, key: string): Promise<Escalation | undefined> {
  const [row] = await db.all(
    `SELECT e.reason, e.at, e.by_name, d.case_key IS NOT NULL AS stated
     FROM escalations e LEFT JOIN disclosures d ON d.case_key = e.case_key WHERE e.case_key = ?`,
    [key],
  );
  return (
    row && {
      reason: String(row.reason),
      at: Number(row.at),
      byName: String(row.by_name),
      numberStated: row.stated === 1,
    }
  );
}

export const escalated = (
  key: string,
  { reason, caller, now }: { reason: string; caller: Caller; now: number },
): Statement => ({
  sql: "INSERT INTO escalations(case_key, reason, at, by, by_name) VALUES(?, ?, ?, ?, ?)",
  args: [key, reason, now, caller.publicId, caller.name],
});

/** The key under which a case of that number is kept, for a portal that shows whole numbers. */
export function keyOfNumber(keys: CaseKeys, portal: string, caseNo: string): string | undefined {
  const text = caseKeyText({ portal, caseNo });
  return text === undefined ? undefined : nameOf(keys, text);
}

/** The service has only the hash: a number that somebody states is right or not, and cannot be invented. */
export const isNumberOf = (
  keys: Keys,
  { key, portal }: { key: string; portal: string },
  caseNo: string,
): boolean => sameHash(keyOfNumber(keys, portal, caseNo) ?? "", key);

export const numberStated = (
  keys: Keys,
  {
    key,
    caseNo,
    caller,
    now,
    random,
  }: { key: string; caseNo: string; caller: Caller; now: number; random: Random },
): Statement => ({
  sql: `INSERT INTO disclosures(case_key, sealed, at, by, by_name) VALUES(?, ?, ?, ?, ?)
        ON CONFLICT(case_key) DO NOTHING`,
  args: [
    key,
    seal(keys.seal, "case-number", { text: caseNo, about: key, random }),
    now,
    caller.publicId,
    caller.name,
  ],
});

export async function statedNumber(
  db: Database,
  keys: Keys,
  key: string,
): Promise<string | undefined> {
  const [row] = await db.values("SELECT sealed FROM disclosures WHERE case_key = ?", [key]);
  return row && unseal(keys.seal, "case-number", { sealed: String(row[0]), about: key });
}

/** The key of today for one in a link or a note, which may be from before a rotation. */
export async function keyToday(db: Database, keys: CaseKeys, key: string): Promise<string> {
  const [, ...later] = namesToday(keys, key);
  if (later.length === 0) return key;
  const [row] = await db.values(
    "SELECT key FROM cases WHERE key IN (SELECT value FROM json_each(?))",
    [JSON.stringify(later)],
  );
  return row ? String(row[0]) : key;
}

/** The key and portal of a case that a unit of the caller's subtree has seen; a case elsewhere is none. */
export async function caseWithin(
  db: Database,
  units: readonly number[],
  keys: readonly string[],
): Promise<{ key: string; portal: string; mask: string } | undefined> {
  const [row] = await db.values(
    `SELECT c.key, c.portal, c.mask FROM cases c WHERE c.key IN (SELECT value FROM json_each(?1))
       AND EXISTS (SELECT 1 FROM case_units u WHERE u.case_id = c.id AND u.unit IN (SELECT value FROM json_each(?2)))`,
    [JSON.stringify(keys), JSON.stringify(units)],
  );
  return row && { key: String(row[0]), portal: String(row[1]), mask: String(row[2]) };
}
