import { type Database, DatabaseError, type Row, type Value } from "./database.ts";
import { type Answer, type RemoteDatabase, asRows } from "./remote.ts";

/** ms that a read waits for a copy to have what was written before it */
const PATIENCE = 300;
/** ms for which a copy that could not answer in time is left alone */
const REST = 2000;

/** A database each of whose writes is counted, so that its copies can be asked whether they have it. */
export function counted(db: Database): Database {
  return {
    ...db,
    write: async (statements) =>
      (await db.write([...statements, { sql: "UPDATE pulse SET n = n + 1" }])).slice(0, -1),
  };
}

/**
 * Reads from a copy that has everything that was written before the question was asked, by whichever process; from the primary when the
 * copy is behind for longer than one waits, or gone. Nothing old is ever answered as if it were new: when the primary cannot say how
 * far it is, nothing is answered.
 * @param primary counted, in every process that writes
 */
export function readingFrom(
  primary: Database,
  copy: RemoteDatabase,
  now: () => number = () => performance.now(),
): Database {
  let restsUntil = -Infinity;

  /** The answer and how far the copy was are of one moment: its connections do not all see the same one. */
  async function fromCopy(question: Question, written: number): Promise<Answer> {
    for (const until = now() + PATIENCE; ;) {
      if ((await pulse(copy)) >= written) {
        const [reached, found] = await copy.together([{ sql: PULSE }, question]);
        if (found && Number(reached?.values[0]?.[0] ?? 0) >= written) return found;
      }
      if (now() > until) throw new DatabaseError("BEHIND", "replica");
      await new Promise((resume) => setTimeout(resume, 10));
    }
  }

  async function read<T>(
    question: Question,
    take: (answer: Answer) => T,
    ask: () => Promise<T>,
  ): Promise<T> {
    if (now() < restsUntil) return ask();
    const written = await pulse(primary);
    try {
      return take(await fromCopy(question, written));
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      restsUntil = now() + REST;
      return ask();
    }
  }

  return {
    kind: primary.kind,
    all: <T extends Row>(sql: string, args?: readonly Value[]) =>
      read({ sql, args }, asRows<T>, () => primary.all<T>(sql, args)),
    values: (sql, args) =>
      read(
        { sql, args },
        ({ values }) => values,
        () => primary.values(sql, args),
      ),
    write: (statements) => primary.write(statements),
    close: async () => {
      await copy.close();
    },
  };
}

interface Question {
  sql: string;
  args: readonly Value[] | undefined;
}

const PULSE = "SELECT n FROM pulse";
const pulse = async (db: Database): Promise<number> =>
  Number((await db.values(PULSE))[0]?.[0] ?? 0);
