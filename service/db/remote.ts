import {
  type InStatement,
  LibsqlBatchError,
  LibsqlError,
  type ResultSet,
  createClient,
} from "@libsql/client";
import {
  type Database,
  DatabaseError,
  type Outcome,
  type Row,
  type Statement,
  type Value,
} from "./database.ts";

export interface RemoteOptions {
  authToken?: string | undefined;
  /** ms after which a request counts as lost; the client library itself would wait for ever */
  timeout?: number;
  /** waits before trying again when another process writes, in ms */
  retries?: readonly number[];
}

/** What a server can be asked besides: several questions about one and the same moment. */
export interface RemoteDatabase extends Database {
  /** the rows of each question, as arrays in the order of the columns */
  together(
    questions: readonly { sql: string; args?: readonly Value[] | undefined }[],
  ): Promise<Answer[]>;
}

export interface Answer {
  columns: readonly string[];
  values: Value[][];
}

/** A libSQL server over HTTP. One write at a time from this process; another process's turn shows as busy and is waited for. */
export function openRemote(url: string, options: RemoteOptions = {}): RemoteDatabase {
  const { timeout = 10_000, retries = [20, 60, 200, 600] } = options;
  const client = createClient({
    url,
    ...(options.authToken !== undefined && { authToken: options.authToken }),
    intMode: "number",
    fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(timeout) }),
  });
  let last: Promise<unknown> = Promise.resolve();

  async function patiently<T>(what: string, act: () => Promise<T>): Promise<T> {
    for (const wait of [...retries, undefined]) {
      try {
        return await act();
      } catch (error) {
        const failure = named(what, error);
        if (wait === undefined || !failure.code.startsWith("SQLITE_BUSY")) throw failure;
        await new Promise((resume) => setTimeout(resume, wait));
      }
    }
    throw new DatabaseError("SQLITE_BUSY", what);
  }

  const read = (sql: string, args: readonly Value[] = []) =>
    patiently("read", () => client.execute({ sql, args: [...args] }));

  return {
    kind: "remote",
    all: async <T extends Row>(sql: string, args?: readonly Value[]) => {
      return asRows<T>(answer(await read(sql, args)));
    },
    values: async (sql, args) => answer(await read(sql, args)).values,
    together: async (questions) => {
      const all = questions.map(({ sql, args = [] }) => ({ sql, args: [...args] }));
      return (await patiently("read", () => client.batch(all, "read"))).map(answer);
    },
    write: (statements) => {
      const turn = last.then(() =>
        patiently("write", async (): Promise<Outcome[]> => {
          const results = await client.batch(statements.map(sent), "write");
          return results.map((each) => ({
            rows: asRows(answer(each)),
            changes: each.rowsAffected,
          }));
        }),
      );
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await last;
      client.close();
    },
  };
}

/** Many rows travel as one bound JSON array: one statement, one round trip, no limit on variables. */
function sent(statement: Statement): InStatement {
  if (!("insert" in statement)) return { sql: statement.sql, args: [...(statement.args ?? [])] };
  const { table, columns, fixed = {} } = statement.insert;
  const names = [...columns, ...Object.keys(fixed)].join(",");
  const values = [...columns.map((_, i) => `value->>${i}`), ...Object.values(fixed)].join(",");
  return {
    // `WHERE true` keeps the parser from taking ON for a join
    sql: `INSERT INTO ${table}(${names}) SELECT ${values} FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
    args: [JSON.stringify(statement.rows)],
  };
}

const answer = ({ columns, rows }: ResultSet): Answer => ({
  columns,
  values: rows.map((row) => columns.map((_, i) => plain(row[i]))),
});

export const asRows = <T extends Row>({ columns, values }: Answer): T[] =>
  values.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])) as T);

const plain = (value: unknown): Value =>
  value === undefined || value === null
    ? null
    : value instanceof ArrayBuffer
      ? new Uint8Array(value)
      : typeof value === "bigint" || typeof value === "boolean"
        ? Number(value)
        : (value as string | number);

function named(what: string, error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  if (error instanceof LibsqlBatchError || error instanceof LibsqlError) {
    const code = error.code.startsWith("SQLITE") ? error.code : "UNREACHABLE";
    return new DatabaseError(code === "SQLITE_UNKNOWN" ? "SQLITE_ERROR" : code, what);
  }
  return new DatabaseError("UNREACHABLE", what);
}
