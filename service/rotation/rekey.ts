import { createHash } from "node:crypto";
import { type CaseKeys, type Former, markOf, renamed, versionOf } from "../access/case-names.ts";
import type { Random } from "../access/secrets.ts";
import { seal, unseal } from "../access/seal.ts";
import type { AuditLog, Said } from "../audit/audit-log.ts";
import type { Actor } from "../audit/chain.ts";
import type { Database, Statement, Value } from "../db/database.ts";
import { refuse } from "../db/migrations/refuse.ts";
import { DERIVED, LIVE, SHADOW } from "../derived/tables.ts";
import { digestOf } from "../receipt/check.ts";

export interface Rekeying {
  db: Database;
  audit: AuditLog;
  actor: Actor;
  /** what is sealed about a case names it */
  sealing: Uint8Array;
  random: Random;
  now: number;
  from: Former;
  to: CaseKeys;
  progress?(records: number): void;
}

export interface Rekeyed {
  from: number;
  to: number;
  records: number;
  cases: number;
  /** SHA-256, hex, over every record of the log without the names of cases: the same before and after */
  digest: string;
}

const PAGE = 5000;
const NAME = /"caseKey":"([0-9a-f]{64})"/;
const RECORD = "device, seq, batch, kind, body, digest";

/**
 * Names every case in the database by other keys, in a copy beside the log that takes its place in one transaction. Killed before it, the
 * database is as it was, and another run goes on where this one ended; killed after it, the database is done.
 * @throws Error when a record is not as it was acknowledged, or the copy says anything else: nothing has changed then
 */
export async function rekey(work: Rekeying): Promise<Rekeyed> {
  const { audit, from, to, now } = work;
  await begin(work);
  await copyRecords(work);
  const cases = await copyCases(work);
  const { records, digest } = await compared(work);
  const done = { from: from.version, to: versionOf(to), records, cases, digest };
  const said: Said = {
    actor: work.actor,
    act: "keys.rotated",
    object: String(done.to),
    detail: { ...done, hash: to.links?.at(-1)?.hash ?? to.caseKeyHash ?? "sha256" },
  };
  await audit.write(said, [
    {
      // a service that took in something meanwhile stops all of it: a mark must not be null
      sql: `INSERT INTO case_keys(version, mark, at) SELECT ?1, CASE WHEN
              (SELECT count(*) FROM records) = ?4 AND (SELECT count(*) FROM rekeyed_records) = ?4 THEN ?2 END, ?3`,
      args: [versionOf(to), markOf(to), now, records],
    },
    { sql: "DROP TABLE records" },
    { sql: "ALTER TABLE rekeyed_records RENAME TO records" },
    { sql: refuse("records", "UPDATE") },
    { sql: refuse("records", "DELETE") },
    {
      sql: `UPDATE ${LIVE.cases} SET key = (SELECT key FROM rekeyed_cases r WHERE r.id = ${LIVE.cases}.id)`,
    },
    // what a rebuild that was cut off left
    ...DERIVED.map((name) => ({ sql: `DELETE FROM ${SHADOW[name]}` })),
    // readers read everything again
    { sql: `UPDATE ${LIVE.fold} SET version = CAST(CAST(version AS INTEGER) + 1 AS TEXT)` },
    ...(await escalationsRenamed(work)),
    { sql: "DROP TABLE rekeyed_cases" },
  ]);
  return done;
}

/** What a run for other keys had begun is thrown away; one for these is gone on with. */
async function begin({ db, to }: Rekeying): Promise<void> {
  await db.write([
    { sql: "CREATE TABLE IF NOT EXISTS rekeying(mark TEXT PRIMARY KEY) STRICT, WITHOUT ROWID" },
  ]);
  const [row] = await db.values("SELECT mark FROM rekeying");
  const again = row !== undefined && row[0] !== markOf(to);
  await db.write([
    ...(again
      ? ["rekeyed_records", "rekeyed_cases"].map((name) => ({
          sql: `DROP TABLE IF EXISTS ${name}`,
        }))
      : []),
    { sql: "DELETE FROM rekeying" },
    { sql: "INSERT INTO rekeying(mark) VALUES(?)", args: [markOf(to)] },
    {
      sql: `CREATE TABLE IF NOT EXISTS rekeyed_records(
              device INTEGER NOT NULL,
              seq INTEGER NOT NULL,
              batch INTEGER NOT NULL,
              kind INTEGER NOT NULL CHECK(kind IN (0, 1, 2)),
              body TEXT NOT NULL,
              digest TEXT NOT NULL,
              PRIMARY KEY(device, seq)
            ) STRICT, WITHOUT ROWID`,
    },
    {
      sql: "CREATE TABLE IF NOT EXISTS rekeyed_cases(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT",
    },
  ]);
}

/** Those that an earlier run copied are not copied again, wherever a service added some since. */
async function copyRecords({ db, from, to, progress }: Rekeying): Promise<void> {
  let copied = 0;
  for (let at: Value[] = [0, 0]; ;) {
    const rows = await db.values(
      `SELECT ${RECORD} FROM records r WHERE (device, seq) > (?, ?)
         AND NOT EXISTS (SELECT 1 FROM rekeyed_records n WHERE n.device = r.device AND n.seq = r.seq)
       ORDER BY device, seq LIMIT ${PAGE}`,
      at,
    );
    const last = rows.at(-1);
    if (!last) return;
    await db.write([
      {
        insert: { table: "rekeyed_records", columns: RECORD.split(", ") },
        rows: rekeyedRows(from, to, rows),
      },
    ]);
    at = last.slice(0, 2);
    progress?.((copied += rows.length));
    await new Promise<void>((resume) => setImmediate(resume));
  }
}

function rekeyedRows(from: Former, to: CaseKeys, rows: readonly Value[][]): Value[][] {
  const bodies = rows.map(([device, seq, , kind, body, digest]) => {
    const text = String(body);
    if (digest !== (kind === 0 ? text : digestOf(text)))
      throw new Error(
        `记录 ${String(device)}/${String(seq)} 已损坏，未更换密钥。Record ${String(device)}/${String(seq)} is damaged: the keys were not changed.`,
      );
    return text;
  });
  const found = bodies.map((body, i) => (rows[i]?.[3] === 2 ? NAME.exec(body) : null));
  const named = found.filter((each) => each !== null);
  const names = renamed(
    to,
    from,
    named.map((each) => each[1] ?? ""),
  );
  let next = 0;
  return rows.map(([device, seq, batch, kind, body, digest], i) => {
    const at = found[i];
    if (!at) return [device, seq, batch, kind, body, digest] as Value[];
    const text = at.input.replace(NAME, `"caseKey":"${names[next++] ?? ""}"`);
    return [device, seq, batch, kind, text, digestOf(text)] as Value[];
  });
}

async function copyCases({ db, from, to }: Rekeying): Promise<number> {
  let cases = 0;
  // the service may have found more cases since an earlier run
  await db.write([{ sql: "DELETE FROM rekeyed_cases" }]);
  for (let at = 0; ;) {
    const rows = await db.values(
      `SELECT id, key FROM ${LIVE.cases} WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
      [at],
    );
    const last = rows.at(-1);
    if (!last) return cases;
    const names = renamed(
      to,
      from,
      rows.map(([, key]) => String(key)),
    );
    await db.write([
      {
        insert: { table: "rekeyed_cases", columns: ["id", "key"] },
        rows: rows.map(([id], i) => [id ?? null, names[i] ?? ""]),
      },
    ]);
    at = Number(last[0]);
    cases += rows.length;
  }
}

/** Reads both once more, side by side: but for the names of cases they say the same, and the names are the right ones. */
async function compared({ db, from, to }: Rekeying): Promise<{ records: number; digest: string }> {
  const hash = createHash("sha256");
  let records = 0;
  for (let at: Value[] = [0, 0]; ;) {
    const page = (table: string): Promise<Value[][]> =>
      db.values(
        `SELECT ${RECORD} FROM ${table} WHERE (device, seq) > (?, ?) ORDER BY device, seq LIMIT ${PAGE}`,
        at,
      );
    const [before, after] = [await page("records"), await page("rekeyed_records")];
    const last = before.at(-1);
    if (JSON.stringify(rekeyedRows(from, to, before)) !== JSON.stringify(after))
      throw new Error(
        "换密后的副本与原记录不一致，未更换密钥。The copy under the new keys is not that of the log: the keys were not changed.",
      );
    if (!last) return { records, digest: hash.digest("hex") };
    hash.update(withoutNames(before));
    records += before.length;
    at = last.slice(0, 2);
    await new Promise<void>((resume) => setImmediate(resume));
  }
}

/** The lines of the log that must not change by a rotation. */
const withoutNames = (rows: readonly Value[][]): string =>
  rows
    .map(
      ([device, seq, batch, kind, body]) =>
        `${JSON.stringify([device, seq, batch, kind, String(body).replace(NAME, "")])}\n`,
    )
    .join("");

/** A raised case keeps its reason and its number, which is sealed together with the name. */
async function escalationsRenamed(work: Rekeying): Promise<Statement[]> {
  const { db, from, to, sealing, random } = work;
  const raised = await db.values("SELECT case_key FROM escalations");
  const told = await db.values("SELECT case_key, sealed, at, by, by_name FROM disclosures");
  const rename = (key: Value | undefined): string => renamed(to, from, [String(key)])[0] ?? "";
  return [
    { sql: "DELETE FROM disclosures" },
    ...raised.map(([key]) => ({
      sql: "UPDATE escalations SET case_key = ? WHERE case_key = ?",
      args: [rename(key), key ?? null],
    })),
    ...told.map(([key, sealed, ...rest]) => {
      const text = unseal(sealing, "case-number", { sealed: String(sealed), about: String(key) });
      const about = rename(key);
      // what cannot be opened is kept as it is: it says that somebody told the number
      const again =
        text === undefined ? String(sealed) : seal(sealing, "case-number", { text, about, random });
      return {
        sql: "INSERT INTO disclosures(case_key, sealed, at, by, by_name) VALUES(?, ?, ?, ?, ?)",
        args: [about, again, ...rest],
      };
    }),
  ];
}
