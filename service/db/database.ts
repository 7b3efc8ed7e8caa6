export type Value = null | string | number | Uint8Array;

/** One statement. `rows` runs it once for each row, by the quickest way that the engine has. */
export type Statement =
  | { sql: string; args?: readonly Value[] }
  | { insert: Insert; rows: readonly (readonly Value[])[] };

/** `INSERT INTO table(columns) VALUES (…) ON CONFLICT DO NOTHING`; `fixed` columns hold SQL that takes no argument. */
export interface Insert {
  table: string;
  columns: readonly string[];
  fixed?: Readonly<Record<string, string>>;
}

export type Row = Record<string, Value>;

export interface Outcome {
  rows: Row[];
  /** rows written; 0 for a statement that returns rows */
  changes: number;
}

/**
 * The one door to the database, the same over an embedded libSQL file and over a libSQL server. There is no open transaction
 * to hold: over a network it is ruinous and inside one process it blocks itself, so a write says all its statements at once.
 */
export interface Database {
  readonly kind: "file" | "remote";
  /** @throws DatabaseError */
  all<T extends Row = Row>(sql: string, args?: readonly Value[]): Promise<T[]>;
  /** rows as arrays in the order of the columns */
  values(sql: string, args?: readonly Value[]): Promise<Value[][]>;
  /** All or none, in order; durable when it resolves. @throws DatabaseError */
  write(statements: readonly Statement[]): Promise<Outcome[]>;
  close(): Promise<void>;
}

/** A failure of the store, by its code only: a driver's message may hold the values that were being written. */
export class DatabaseError extends Error {
  readonly code: string;
  constructor(code: string, what: string) {
    super(`database: ${code} (${what})`);
    this.name = "DatabaseError";
    this.code = code;
  }
}

/** The store cannot take more now and may later: ask again. */
export const isBusy = (code: string): boolean =>
  code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED") || code === "UNREACHABLE";

/** The disk is full, gone or read-only: a person must act, and nothing was written. */
export const isDisk = (code: string): boolean =>
  ["SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN"].some((each) =>
    code.startsWith(each),
  );
