import { type Database, DatabaseError, type Statement, isDisk } from "../db/database.ts";

/** When somebody was last there. It is not worth an answer: where the disk takes nothing more, what can be read is still read. */
export async function touch(db: Database, statement: Statement): Promise<void> {
  try {
    await db.write([statement]);
  } catch (error) {
    if (!(error instanceof DatabaseError && isDisk(error.code))) throw error;
  }
}
