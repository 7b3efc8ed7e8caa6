import { randomUUID } from "node:crypto";
import { unitsUnder } from "../access/units.ts";
import { type Database, DatabaseError, type Row } from "../db/database.ts";
import { lease, release } from "../db/lease.ts";
import type { CaseBook } from "../derived/case-book.ts";
import type { Judging } from "../derived/judging.ts";
import { changedOf, soonest } from "./rule-changes.ts";
import type { RuleSource } from "./rule-source.ts";

/** Where the judging-again of a unit's cases stands that an imported file has made necessary. */
export interface Recount {
  id: number;
  file: number;
  /** null: every unit there is */
  unit: number | null;
  /** the moment at which all of its cases are judged, ms */
  asOf: number;
  state: "running" | "done" | "failed";
  /** cases that were gone through, and how many there are, as far as that is known */
  done: number;
  total: number | null;
  /** cases that the unit may see, and those of them whose due time or verdict is another */
  judged: number;
  changed: { open: number; closed: number };
  finishedAt: number | null;
}

export interface Recounts {
  /** Begins it, unless it was begun already, and answers at once. */
  begin(file: number, unit: number | null): Promise<Recount>;
  find(id: number): Promise<Recount | undefined>;
  /** the finished one of this file for this unit */
  finished(file: number, unit: number | null): Promise<Recount | undefined>;
  /** keys of the cases that it found changed, open ones first, then by the new due time */
  changedCases(id: number, most: number): Promise<string[]>;
  /** Goes on with what is not finished, from where it was left; calls share one run. */
  goOn(): Promise<void>;
  /** ends after the case in hand; what is left is done after the next start */
  stop(): Promise<void>;
}

interface Parts {
  db: Database;
  cases: CaseBook;
  rules: RuleSource;
  now(): number;
  /** told once for each that could not be finished */
  failed?(error: unknown): void;
}

/** Cases of one transaction; between two, whoever sends or asks is answered. */
const CHUNK = 500;

/** ms for which one process works for all */
const TURN = 10_000;

export function recounts({ db, cases, rules, now, failed = () => undefined }: Parts): Recounts {
  const holder = randomUUID();
  let running: Promise<void> | undefined;
  let stopped = false;

  async function run(): Promise<void> {
    while (!stopped) {
      const [row] = await db.all(
        "SELECT * FROM recounts WHERE state = 'running' ORDER BY id LIMIT 1",
      );
      if (!row) return;
      const began = performance.now();
      // another process is at it: what it leaves undone is taken up after its turn
      if (await lease(db, "recount", holder, TURN))
        await step(row).catch((error: unknown) => broken(row, error));
      // half of the time is others'
      await new Promise((resume) => setTimeout(resume, Math.max(1, performance.now() - began)));
    }
  }

  // made once for all chunks: a rule book is laid anew each time
  let made: { id: number; before: Judging; after: Judging } | undefined;
  async function judgings(id: number, file: number, unit: number | null) {
    if (made?.id !== id)
      made = {
        id,
        before: await rules.judgingBefore(unit, file),
        after: await rules.judgingBefore(unit, file + 1),
      };
    return made;
  }

  async function step(row: Row): Promise<void> {
    const { id, file, unit, asOf, total } = recountOf(row);
    const position = Number(row.position);
    if (total === null) {
      await cases.catchUp();
      const [count] = await db.values("SELECT count(*) FROM cases");
      await db.write([
        { sql: "UPDATE recounts SET total = ? WHERE id = ?", args: [count?.[0] ?? 0, id] },
      ]);
    }
    const ids = (
      await db.values("SELECT id FROM cases WHERE id > ? ORDER BY id LIMIT ?", [position, CHUNK])
    ).map(([each]) => Number(each));
    if (ids.length === 0) {
      await db.write([
        {
          sql: "UPDATE recounts SET state = 'done', finished_at = ?, total = done WHERE id = ?",
          args: [now(), id],
        },
      ]);
      return;
    }
    const { before, after } = await judgings(id, file, unit);
    const units = new Set((await unitsUnder(db, unit, asOf)).map((each) => each.id));
    const judged = (await cases.opened(ids, asOf, after)).filter(
      (each) => each.timeline.firstSeenAt <= asOf && each.units.some((own) => units.has(own)),
    );
    const changed = changedOf(judged, asOf, before);
    const open = changed.filter((each) => each.open).length;
    await db.write([
      {
        insert: { table: "recount_cases", columns: ["recount", "open", "soonest", "key"] },
        rows: changed.map((each) => [id, Number(each.open), soonest(each), each.case.key]),
      },
      // a second process that did the same chunk finds it done: its rows are there, and the counts are not added twice
      {
        sql: `UPDATE recounts SET position = ?, done = done + ?, judged = judged + ?, open = open + ?, closed = closed + ?
              WHERE id = ? AND position = ?`,
        args: [
          ids.at(-1) ?? position,
          ids.length,
          judged.length,
          open,
          changed.length - open,
          id,
          position,
        ],
      },
    ]);
  }

  async function broken(row: Row, error: unknown): Promise<void> {
    failed(error);
    // the store may be back at the next start; anything else would fail for ever
    if (error instanceof DatabaseError) throw error;
    await db.write([
      { sql: "UPDATE recounts SET state = 'failed' WHERE id = ?", args: [row.id ?? 0] },
    ]);
  }

  const one = async (where: string, args: (number | string)[]): Promise<Recount | undefined> => {
    const [row] = await db.all(`SELECT * FROM recounts WHERE ${where}`, args);
    return row && recountOf(row);
  };
  const goOn = (): Promise<void> =>
    (running ??= run().finally(async () => {
      running = undefined;
      await release(db, "recount", holder);
    }));

  return {
    async begin(file, unit) {
      await db.write([
        {
          sql: `INSERT INTO recounts(file, unit, as_of, state, position, done, total, judged, open, closed)
                VALUES(?, ?, ?, 'running', 0, 0, NULL, 0, 0, 0) ON CONFLICT DO NOTHING`,
          args: [file, unit ?? 0, now()],
        },
      ]);
      const begun = await one("file = ? AND unit = ?", [file, unit ?? 0]);
      if (!begun) throw new Error("a recount vanished while it was begun");
      if (begun.state === "running") goOn().catch(failed);
      return begun;
    },
    find: (id) => one("id = ?", [id]),
    finished: (file, unit) => one("file = ? AND unit = ? AND state = 'done'", [file, unit ?? 0]),
    changedCases: async (id, most) =>
      (
        await db.values(
          "SELECT key FROM recount_cases WHERE recount = ? ORDER BY open DESC, soonest, key LIMIT ?",
          [id, most],
        )
      ).map(([key]) => String(key)),
    goOn,
    async stop() {
      stopped = true;
      await running;
    },
  };
}

const recountOf = (row: Row): Recount => ({
  id: Number(row.id),
  file: Number(row.file),
  unit: row.unit === 0 ? null : Number(row.unit),
  asOf: Number(row.as_of),
  state: row.state as Recount["state"],
  done: Number(row.done),
  total: row.total === null ? null : Number(row.total),
  judged: Number(row.judged),
  changed: { open: Number(row.open), closed: Number(row.closed) },
  finishedAt: row.finished_at === null ? null : Number(row.finished_at),
});
