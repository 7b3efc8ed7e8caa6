import { randomUUID } from "node:crypto";
import type { Database } from "../db/database.ts";
import { lease, release } from "../db/lease.ts";
import { type Fold, catchUp, foldedTo } from "./fold.ts";

/** ms for which one process folds for all; a process that died is waited for so long */
const TURN = 5000;

/**
 * Brings the derived tables up to what the log holds now. Beside one server several processes ask for that at once: one does it, the
 * others wait for it. That none folds a batch twice is not the lease's doing but that of the mark which each chunk moves.
 */
export function follower(db: Database, fold: Fold): () => Promise<void> {
  const holder = randomUUID();
  let running: Promise<void> | undefined;

  async function follow(): Promise<void> {
    if (db.kind === "file") {
      await catchUp(db, fold);
      return;
    }
    const [last] = await db.values("SELECT coalesce(max(id), 0) FROM batches");
    while ((await foldedTo(db)) < Number(last?.[0])) {
      if (!(await lease(db, "fold", holder, TURN))) {
        await new Promise((resume) => setTimeout(resume, 50));
        continue;
      }
      try {
        await catchUp(db, fold, { chunks: 20 });
      } finally {
        await release(db, "fold", holder);
      }
    }
  }

  return () =>
    (running ??= follow().finally(() => {
      running = undefined;
    }));
}
