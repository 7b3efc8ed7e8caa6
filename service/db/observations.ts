import {
  type Database,
  DatabaseError,
  type Outcome,
  type Statement,
  type Value,
  isBusy,
  isDisk,
} from "./database.ts";

/** A checked record as it is stored. kind: 1 look, 2 observation, 0 refused (its number is spent, its content is not kept). */
export interface Stored {
  seq: number;
  kind: 0 | 1 | 2;
  body: string;
  digest: string;
}

export interface Received {
  device: number;
  /** our clock, ms */
  receivedAt: number;
  /** device clock less ours when it was sent, ms */
  skew: number;
  records: readonly Stored[];
}

export interface Receipt {
  accepted: number;
  known: number;
  /** numbers under which something else is already stored */
  conflicts: number[];
  highWater: number;
  gaps: [number, number][];
}

export interface ObservationLog {
  /** Resolves when the records are on disk. @throws Overloaded, DatabaseError */
  append(received: Received): Promise<Receipt>;
  /** called after each commit with the number of new records */
  onStored(listener: (accepted: number) => void): void;
  /** records that wait for their turn */
  waiting(): number;
  /** resolves when nothing waits */
  drained(): Promise<void>;
}

/** The queue is full: nothing of the batch was taken, and it may come again after `retryAfter` seconds. */
export class Overloaded extends Error {
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super("the queue is full");
    this.name = "Overloaded";
    this.retryAfter = retryAfter;
  }
}

export interface LogOptions {
  /** records that may wait in memory */
  capacity?: number;
  /** records of one transaction */
  chunk?: number;
  /** ms that a transaction waits for company when others were there a moment ago */
  company?: number;
}

interface Waiting {
  received: Received;
  settle(receipt: Receipt): void;
  fail(error: unknown): void;
}

/**
 * The only writer of observations. Batches that arrive together share one transaction, so that one disk flush pays for all;
 * an answer waits for that flush.
 */
export function observationLog(db: Database, options: LogOptions = {}): ObservationLog {
  const { capacity = 50_000, chunk = 5000, company = 2 } = options;
  const queue: Waiting[] = [];
  const listeners: ((accepted: number) => void)[] = [];
  let depth = 0;
  let flushing: Promise<void> | undefined;
  let lastFlush = -Infinity;
  // how many shared the last transaction, and what ends the wait for as many
  let together = 1;
  let complete = (): void => undefined;

  function take(): Waiting[] {
    const group: Waiting[] = [];
    for (let rows = 0; queue[0] && (group.length === 0 || rows < chunk);) {
      const next = queue.shift();
      if (!next) break;
      rows += next.received.records.length;
      group.push(next);
    }
    together = group.length;
    return group;
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    const plans = group.map(({ received }) => statementsOf(received));
    let outcomes: Outcome[];
    try {
      outcomes = await db.write(plans.flat());
    } catch (error) {
      const shared = error instanceof DatabaseError && (isBusy(error.code) || isDisk(error.code));
      // what one batch did must not cost the others that happened to arrive with it
      if (group.length > 1 && !shared) for (const each of group) await commit([each]);
      else for (const each of group) each.fail(error);
      return;
    }
    let from = 0;
    let accepted = 0;
    for (const [i, waiting] of group.entries()) {
      const own = outcomes.slice(from, (from += plans[i]?.length ?? 0));
      accepted += own[1]?.changes ?? 0;
      try {
        waiting.settle(await receiptOf(db, waiting.received, own));
      } catch (error) {
        waiting.fail(error);
      }
    }
    if (accepted > 0) for (const listener of listeners) listener(accepted);
  }

  async function flush(): Promise<void> {
    // all requests that are already in the socket join this transaction
    await new Promise<void>((resume) => setImmediate(resume));
    // each transaction writes the same few pages again and flushes once, so that two together cost little more than one
    const alone = queue.length < together && depth < FEW;
    if (alone && performance.now() - lastFlush < BUSY_MS)
      await new Promise<void>((resume) => {
        complete = resume;
        setTimeout(resume, company);
      });
    complete = () => undefined;
    while (queue.length > 0) {
      const group = take();
      await commit(group);
      depth -= group.reduce((sum, { received }) => sum + received.records.length, 0);
    }
    flushing = undefined;
    lastFlush = performance.now();
  }

  return {
    append: (received) =>
      new Promise((settle, fail) => {
        const size = received.records.length;
        if (depth > 0 && depth + size > capacity) {
          fail(new Overloaded(2));
          return;
        }
        depth += size;
        queue.push({ received, settle, fail });
        // those who were answered together come back together
        if (queue.length >= together || depth >= FEW) complete();
        flushing ??= flush();
      }),
    onStored: (listener) => void listeners.push(listener),
    waiting: () => depth,
    drained: async () => {
      while (flushing) await flushing;
    },
  };
}

/** Whoever sent so short a time ago is not alone, or sends much. */
const BUSY_MS = 10;

/** Records that cost less than the flush itself: only so few wait for others. */
const FEW = 200;

const RECORDS = {
  table: "records",
  columns: ["device", "seq", "kind", "body", "digest"],
  // the batch row is written just before, and a table without rowids does not move the last one
  fixed: { batch: "last_insert_rowid()" },
};

function statementsOf({ device, receivedAt, skew, records }: Received): Statement[] {
  const [kept, refused, seqs]: [Value[][], Value[][], number[]] = [[], [], []];
  for (const { seq, kind, body, digest } of records) {
    seqs.push(seq);
    (kind === 0 ? refused : kept).push([device, seq, kind, body, digest]);
  }
  const runs = runsOf(seqs);
  return [
    {
      sql: "INSERT INTO batches(device, first_seq, last_seq, received_at, skew) VALUES(?, ?, ?, ?, ?)",
      args: [device, runs[0]?.[0] ?? 0, runs.at(-1)?.[1] ?? 0, receivedAt, skew],
    },
    { insert: RECORDS, rows: kept },
    ...(refused.length > 0 ? [{ insert: RECORDS, rows: refused }] : []),
    {
      // a replay leaves no trace but the device's last sign of life; CROSS JOIN keeps the batch outside and the log's key inside,
      // since the planner would else read all that the device ever sent once for each record
      sql: `DELETE FROM batches WHERE id = last_insert_rowid() AND NOT EXISTS (
              SELECT 1 FROM json_each(?2) j CROSS JOIN records r ON r.device = ?1 AND r.seq = j.value WHERE r.batch = batches.id)`,
      args: [device, JSON.stringify(seqs)],
    },
    ...runs.flatMap(([first, last]) => [
      {
        sql: `INSERT INTO runs(device, first_seq, last_seq)
              SELECT ?1, min(?2, coalesce(min(first_seq), ?2)), max(?3, coalesce(max(last_seq), ?3)) FROM runs
              WHERE device = ?1 AND first_seq <= ?3 + 1 AND last_seq >= ?2 - 1
              ON CONFLICT(device, first_seq) DO UPDATE SET last_seq = max(last_seq, excluded.last_seq)`,
        args: [device, first, last],
      },
      {
        sql: `DELETE FROM runs WHERE device = ?1 AND first_seq BETWEEN ?2 AND ?3 + 1 AND EXISTS (
                SELECT 1 FROM runs o WHERE o.device = ?1 AND o.first_seq < runs.first_seq AND o.last_seq >= runs.last_seq)`,
        args: [device, first, last],
      },
    ]),
    {
      sql: "UPDATE devices SET last_at = ?2, skew = ?3, refused = refused + ?4 WHERE id = ?1",
      args: [device, receivedAt, skew, refused.length],
    },
    {
      sql: "SELECT first_seq, last_seq FROM runs WHERE device = ? ORDER BY first_seq LIMIT 101",
      args: [device],
    },
  ];
}

async function receiptOf(
  db: Database,
  { device, records }: Received,
  outcomes: readonly Outcome[],
): Promise<Receipt> {
  const accepted = outcomes[1]?.changes ?? 0;
  const offered = records.filter(({ kind }) => kind !== 0);
  // the log never changes, so what was there already can be compared after the commit
  const conflicts = accepted === offered.length ? [] : await conflictsOf(db, device, offered);
  if (conflicts.length > 0)
    await db.write([
      {
        sql: "UPDATE devices SET conflicts = conflicts + ? WHERE id = ?",
        args: [conflicts.length, device],
      },
    ]);
  const runs = (outcomes.at(-1)?.rows ?? []).map((row): [number, number] => [
    Number(row.first_seq),
    Number(row.last_seq),
  ]);
  const gaps: [number, number][] = [];
  let next = 1;
  for (const [first, last] of runs) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  return {
    accepted,
    known: offered.length - accepted - conflicts.length,
    conflicts,
    highWater: runs[0]?.[0] === 1 ? runs[0][1] : 0,
    gaps: gaps.slice(0, 100),
  };
}

async function conflictsOf(
  db: Database,
  device: number,
  offered: readonly Stored[],
): Promise<number[]> {
  const there = await db.values(
    "SELECT r.seq, r.digest FROM json_each(?1) j CROSS JOIN records r ON r.device = ?2 AND r.seq = j.value",
    [JSON.stringify(offered.map(({ seq }) => seq)), device],
  );
  const digests = new Map(there.map(([seq, digest]) => [Number(seq), digest]));
  return offered.filter(({ seq, digest }) => digests.get(seq) !== digest).map(({ seq }) => seq);
}

/** The numbers as inclusive runs: 1 2 3 7 8 → [1,3] [7,8]. */
export function runsOf(seqs: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && seq <= last[1] + 1) last[1] = Math.max(last[1], seq);
    else runs.push([seq, seq]);
  }
  return runs;
}
