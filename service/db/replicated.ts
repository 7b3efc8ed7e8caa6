import { type Database, DatabaseError } from "./database.ts";

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
  copy: Database,
  now: () => number = () => performance.now(),
): Database {
  let restsUntil = -Infinity;

  async function read<T>(ask: (db: Database) => Promise<T>): Promise<T> {
    if (now() < restsUntil) return ask(primary);
    const written = await pulse(primary);
    try {
      for (const until = now() + PATIENCE; (await pulse(copy)) < written;) {
        if (now() > until) throw new DatabaseError("BEHIND", "replica");
        await new Promise((resume) => setTimeout(resume, 10));
      }
      return await ask(copy);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      restsUntil = now() + REST;
      return ask(primary);
    }
  }

  return {
    kind: primary.kind,
    all: (sql, args) => read((db) => db.all(sql, args)),
    values: (sql, args) => read((db) => db.values(sql, args)),
    write: (statements) => primary.write(statements),
    close: async () => {
      await copy.close();
    },
  };
}

const pulse = async (db: Database): Promise<number> =>
  Number((await db.values("SELECT n FROM pulse"))[0]?.[0] ?? 0);
