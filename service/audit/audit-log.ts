import { type Database, DatabaseError, type Outcome, type Statement } from "../db/database.ts";
import { type Actor, FIRST, linkOf } from "./chain.ts";
import type { Act } from "./acts.ts";

export interface Said {
  actor: Actor;
  act: Act;
  object?: string;
  detail?: Readonly<Record<string, unknown>>;
  /** where the request came from; empty for a command */
  address?: string;
}

export interface AuditLog {
  /** Writes the entry and what it is about in one transaction: neither is there without the other. @throws DatabaseError */
  write(said: Said, statements?: readonly Statement[]): Promise<Outcome[]>;
}

const TRIES = 20;

/** The only writer of the record of acts. Several processes may append: the one that comes second finds its number taken and links anew. */
export function auditLog(db: Database, { key, now }: { key: Uint8Array; now(): number }): AuditLog {
  let turn: Promise<unknown> = Promise.resolve();
  const append = async (said: Said, statements: readonly Statement[]): Promise<Outcome[]> => {
    for (let tries = 1; ; tries++) {
      const { last, hash } = await headOf(db);
      const { actor, act, object = "", detail = {}, address = "" } = said;
      const entry = { id: last + 1, at: now(), actor, act, object, detail, address };
      try {
        const [, ...outcomes] = await db.write([
          {
            sql: `INSERT INTO audit(id, at, kind, actor, name, role, unit, act, object, detail, address, hash)
                  VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            args: [
              entry.id,
              entry.at,
              actor.kind,
              actor.id,
              actor.name,
              actor.role,
              actor.unit,
              act,
              object,
              JSON.stringify(detail),
              address,
              linkOf(key, hash, entry),
            ],
          },
          ...statements,
        ]);
        return outcomes;
      } catch (error) {
        const taken =
          error instanceof DatabaseError &&
          error.code.startsWith("SQLITE_CONSTRAINT") &&
          (await headOf(db)).last > last;
        if (!taken || tries === TRIES) throw error;
      }
    }
  };
  return {
    write(said, statements = []) {
      const own = turn.then(() => append(said, statements));
      turn = own.catch(() => undefined);
      return own;
    },
  };
}

/** The newest entry, or where the chain was cut. */
export async function headOf(db: Database): Promise<{ last: number; hash: string }> {
  const [row] = await db.values(
    `SELECT id, hash FROM (SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1)
     UNION ALL SELECT last, hash FROM (SELECT last, hash FROM audit_checkpoints ORDER BY id DESC LIMIT 1) LIMIT 1`,
  );
  return row ? { last: Number(row[0]), hash: String(row[1]) } : { last: 0, hash: FIRST };
}
