import { closeSync, openSync } from "node:fs";
import Libsql from "libsql";
import {
  type Database,
  DatabaseError,
  type Insert,
  type Outcome,
  type Row,
  type Statement,
  type Value,
} from "./database.ts";

const PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "cache_size = -64000",
  "journal_size_limit = 67108864",
  "temp_store = MEMORY",
];

type Prepared = ReturnType<Libsql.Database["prepare"]>;

/**
 * An embedded libSQL file behind the raw binding: one connection, statements prepared once, a transaction that never waits
 * for anything but SQL. The client library's pool would hand out connections without these settings.
 */
export function openFile(path: string, options: { readOnly?: boolean } = {}): Database {
  ownFile(path);
  const db = guard("open", () => new Libsql(path, { timeout: 5000 }));
  guard("configure", () => {
    for (const pragma of PRAGMAS) db.exec(`PRAGMA ${pragma}`);
    if (options.readOnly) db.exec("PRAGMA query_only = ON");
  });
  const prepared = new Map<string, Prepared>();

  function prepare(sql: string): Prepared {
    const found = prepared.get(sql);
    if (found) return found;
    if (prepared.size >= 300) prepared.clear();
    const made = db.prepare(sql);
    prepared.set(sql, made);
    return made;
  }

  function run(statement: Statement): Outcome {
    if ("insert" in statement) return { rows: [], changes: insertRows(statement) };
    const args = (statement.args ?? []) as unknown[];
    const ready = prepare(statement.sql);
    if (ready.reader) return { rows: ready.all(args) as Row[], changes: 0 };
    return { rows: [], changes: ready.run(args).changes };
  }

  /** Many rows to one call: stepping in and out of the engine costs a quarter of storing a row. */
  function insertRows({ insert, rows }: Extract<Statement, { insert: Insert }>): number {
    let [changes, from] = [0, 0];
    for (const most of [ROWS, 1]) {
      if (rows.length - from < most) continue;
      const ready = prepare(insertOf(insert, most));
      while (rows.length - from >= most) {
        const args: unknown[] = [];
        for (const until = from + most; from < until; from++)
          for (const value of rows[from] ?? []) args.push(value);
        changes += ready.run(args).changes;
      }
    }
    return changes;
  }

  return {
    kind: "file",
    all: async <T extends Row>(sql: string, args: readonly Value[] = []) =>
      guard("read", () => prepare(sql).all(args as unknown[]) as T[]),
    values: async (sql, args = []) =>
      guard("read", () => {
        const ready = prepare(sql);
        if (!ready.reader) {
          ready.run(args as unknown[]);
          return [];
        }
        try {
          return ready.raw(true).all(args as unknown[]) as Value[][];
        } finally {
          ready.raw(false);
        }
      }),
    write: async (statements) =>
      guard("write", () => {
        db.exec("BEGIN IMMEDIATE");
        try {
          const outcomes = statements.map(run);
          db.exec("COMMIT");
          return outcomes;
        } catch (error) {
          if (db.inTransaction) db.exec("ROLLBACK");
          throw error;
        }
      }),
    close: async () => {
      prepared.clear();
      db.close();
    },
  };
}

/** Made for nobody else to read, in whatever folder it lies; WAL and index get the mode of the file. */
function ownFile(path: string): void {
  try {
    closeSync(openSync(path, "ax", 0o600));
  } catch {
    // it is there, is no file, or cannot be made: the engine says which
  }
}

/** Rows of one statement. */
const ROWS = 25;

const texts = new WeakMap<Insert, Map<number, string>>();

function insertOf(insert: Insert, rows: number): string {
  const own = texts.get(insert) ?? new Map<number, string>();
  texts.set(insert, own);
  const known = own.get(rows);
  if (known !== undefined) return known;
  const { table, columns, fixed = {} } = insert;
  const names = [...columns, ...Object.keys(fixed)];
  const row = `(${[...columns.map(() => "?"), ...Object.values(fixed)].join(",")})`;
  const values = Array.from({ length: rows }, () => row).join(",");
  const text = `INSERT INTO ${table}(${names.join(",")}) VALUES${values} ON CONFLICT DO NOTHING`;
  own.set(rows, text);
  return text;
}

function guard<T>(what: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "UNKNOWN";
    // the engine's own words name tables and columns, never values
    const said = error instanceof Error ? error.message : "";
    throw new DatabaseError(code, `${what}: ${said}`);
  }
}
