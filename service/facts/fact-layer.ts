import { createHash } from "node:crypto";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { Database } from "../db/database.ts";
import type { Judging } from "../derived/judging.ts";
import { PAGE, storedCases } from "../derived/stored-cases.ts";
import { CHUNK, decode, encoded } from "./chunk.ts";
import { Columns } from "./columns.ts";
import { type SeenOn, type StoredCase, factRow } from "./fact-row.ts";
import type { Shelf } from "./shelf.ts";

/** How far the judging of all cases has come. */
export interface Progress {
  done: number;
  of: number;
  /** ms that the rest will take as it has gone so far */
  left: number;
}

/** All cases under one rule set and one calendar. */
export interface FactLayer {
  readonly columns: Columns;
  /** Reads what has changed since the last time, and judges that. */
  update(): Promise<void>;
  /** rows of the cases that these units had seen by then, in the order in which they became known */
  visible(units: ReadonlySet<number>, asOf: number): Uint32Array;
  /** of these rows those of which more was seen afterwards */
  later(rows: Uint32Array, asOf: number): Uint32Array;
  /** names the data and the rules */
  stamp(): string;
  progress(): Progress | null;
  /** keeps what has changed since it was last kept, chunk after chunk, each while nobody else is at the columns */
  save(alone: (act: () => Promise<void>) => Promise<void>): Promise<void>;
}

/** The same rules give the same name, whatever they are called. */
export function layerName({ regime, versions }: Judging): string {
  const digest = createHash("sha256").update(JSON.stringify(regime)).digest("hex").slice(0, 12);
  return `${versions.regime} ${versions.calendar} ${digest}`;
}

/** Between two pages others have their turn. */
const turn = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/** @param kept where the columns wait for the next start; without one they are made at each */
export function factLayer(db: Database, judging: Judging, kept?: Shelf): FactLayer {
  const name = layerName(judging);
  let columns = new Columns();
  let [readTo, made]: [number, string | undefined] = [-1, undefined];
  let progress: { done: number; of: number; began: number } | null = null;
  /** chunks that the shelf does not have as they are */
  const changed = new Set<number>();

  /** @returns the last batch that what was kept contains; -1 where nothing was */
  function taken(version: string): number {
    const found = kept?.read(name, version);
    for (const [chunk, bytes] of found?.chunks.entries() ?? []) decode(columns, chunk, bytes);
    return found?.batch ?? -1;
  }

  async function update(): Promise<void> {
    const [mark] = await db.values("SELECT batch, version FROM fold");
    const [folded, version] = [Number(mark?.[0] ?? 0), String(mark?.[1] ?? "")];
    // the tables were made anew
    if (made !== version) {
      columns = new Columns();
      changed.clear();
      readTo = taken(version);
      made = version;
    }
    if (folded === readTo) return;
    const rows = await db.values("SELECT id FROM cases WHERE batch > ? ORDER BY id", [readTo]);
    const ids = rows.map(([id]) => Number(id));
    progress = { done: 0, of: ids.length, began: performance.now() };
    try {
      for (let i = 0; i < ids.length; i += PAGE) {
        for (const each of await withSights(db, ids.slice(i, i + PAGE))) {
          columns.put(each.id - 1, factRow(each, each.lastAt, judging));
          changed.add(Math.floor((each.id - 1) / CHUNK));
        }
        progress.done = Math.min(ids.length, i + PAGE);
        await turn();
      }
    } finally {
      progress = null;
    }
    columns.sweep();
    readTo = folded;
  }

  return {
    get columns() {
      return columns;
    },
    update,
    visible(units, asOf) {
      const { cases, size, unitSets } = columns;
      const mine = Uint8Array.from(unitSets.values, (ids) =>
        ids.some((id) => units.has(id)) ? 1 : 0,
      );
      const rows = new Uint32Array(size);
      let n = 0;
      for (let row = 0; row < size; row++)
        if (
          (cases.spellCount[row] ?? 0) > 0 &&
          (cases.firstAt[row] ?? 0) <= asOf &&
          mine[cases.units[row] ?? 0] === 1
        )
          rows[n++] = row;
      return rows.subarray(0, n);
    },
    later: (rows, asOf) => rows.filter((row) => (columns.cases.lastAt[row] ?? 0) > asOf),
    async save(alone) {
      const [version, batch] = [made, readTo];
      if (!kept || version === undefined || changed.size === 0) return;
      for (const chunk of changed)
        await alone(async () => {
          changed.delete(chunk);
          if (made === version) kept.write(name, chunk, encoded(columns, chunk));
        });
      if (made === version) kept.label(name, version, batch);
    },
    stamp: () => `${name} ${made} ${readTo}`,
    progress() {
      if (!progress) return null;
      const { done, of, began } = progress;
      return { done, of, left: ((performance.now() - began) * (of - done)) / Math.max(1, done) };
    },
  };
}

/** These cases with the days on which they were seen, each once. */
async function withSights(db: Database, ids: readonly number[]): Promise<StoredCase[]> {
  const sights = Map.groupBy(
    await db.values(
      `SELECT s.case_id, l.at, l.unit, l.portal, l.view, l.total IS NOT NULL FROM json_each(?) j
       JOIN sightings s ON s.case_id = j.value JOIN looks l ON l.device = s.device AND l.seq = s.look
       ORDER BY s.case_id, s.at, s.device, s.seq`,
      [JSON.stringify(ids)],
    ),
    ([id]) => Number(id),
  );
  return (await storedCases(db, ids)).map((each) => {
    const once = new Map<string, SeenOn>();
    for (const [, at, unit, portal, view, total] of sights.get(each.id) ?? []) {
      const day = dayOf(Number(at) as Instant);
      const told = Number(total) === 1;
      const key = `${day} ${unit} ${portal} ${view} ${told}`;
      if (!once.has(key))
        once.set(key, {
          day,
          unit: Number(unit),
          portal: String(portal),
          view: String(view),
          told,
        });
    }
    return { ...each, sights: [...once.values()] };
  });
}
