import { randomUUID } from "node:crypto";
import type { Database } from "../db/database.ts";
import { lease, release } from "../db/lease.ts";
import { type Fold, catchUp, foldedTo } from "./fold.ts";

/** Of the time of a thread that takes in records, folding takes one part in so many. */
const SHARE = 5;

/** Brings the derived tables up to the log; `busy` says while it runs whether others need the thread more. Without it, nobody does. */
export type Follow = (busy?: () => boolean) => Promise<void>;

/** ms for which one process folds for all; a process that died is waited for so long */
const TURN = 5000;

/**
 * Brings the derived tables up to what the log holds now. Beside one server several processes ask for that at once: one does it, the
 * others wait for it. That none folds a batch twice is not the lease's doing but that of the mark which each chunk moves.
 */
export function follower(db: Database, fold: Fold): Follow {
  const holder = randomUUID();
  let running: Promise<void> | undefined;
  // how many wait for it, and what ends a rest when one more comes
  let urgent = 0;
  let wake = (): void => undefined;
  let isBusy = (): boolean => false;

  const between = (took: number): Promise<void> =>
    new Promise((resume) => {
      wake = resume;
      if (urgent > 0 || !isBusy()) setImmediate(resume);
      else setTimeout(resume, took * (SHARE - 1));
    });

  async function follow(): Promise<void> {
    if (db.kind === "file") {
      await catchUp(db, fold, { between });
      return;
    }
    const [last] = await db.values("SELECT coalesce(max(id), 0) FROM batches");
    while ((await foldedTo(db)) < Number(last?.[0])) {
      if (!(await lease(db, "fold", holder, TURN))) {
        await new Promise((resume) => setTimeout(resume, 50));
        continue;
      }
      try {
        await catchUp(db, fold, { chunks: 20, between });
      } finally {
        await release(db, "fold", holder);
      }
    }
  }

  return async (busy) => {
    if (busy) isBusy = busy;
    else {
      urgent++;
      wake();
    }
    try {
      await (running ??= follow().finally(() => {
        running = undefined;
      }));
    } finally {
      if (!busy) urgent--;
    }
  };
}
