import type { Database } from "../db/database.ts";
import type { CaseBook } from "../derived/case-book.ts";
import { type CoverageQuestion, coverageOf } from "../derived/coverage.ts";
import { type LookedQuestion, lookedBy } from "../derived/looked.ts";
import type { Judging } from "../derived/judging.ts";
import { ColumnSet } from "./column-set.ts";
import { columnLooked } from "./looked-of.ts";
import type { Looked } from "../reports/report.ts";
import type { Coverage } from "../routes/shapes/report.ts";
import { columnCoverage } from "./coverage-of.ts";
import { type FactLayer, type Progress, factLayer, layerName } from "./fact-layer.ts";
import { LookColumns } from "./look-columns.ts";
import { momentTable } from "./moment-table.ts";
import { pastOf } from "./past.ts";
import type { Shelf } from "./shelf.ts";

/** What is asked: the cases that devices of these units have seen by `asOf`, judged then from what was known then. */
export interface Scope {
  units: ReadonlySet<number>;
  asOf: number;
  judging: Judging;
}

/** The cases of a question, and what they were read from: the same stamp is the same data under the same rules. */
export interface Answerable {
  cases: ColumnSet;
  stamp: string;
  /** how much was looked at in a window */
  coverage(question: Omit<CoverageQuestion, "units" | "asOf">): Promise<Coverage>;
  /** and by whom, week by week */
  looked(question: Omit<LookedQuestion, "units" | "asOf">): Promise<Looked[]>;
}

export interface FactBook {
  /** Brings the columns up to the derived tables and answers from them; nothing is put into them meanwhile. */
  ask<T>(scope: Scope, answer: (about: Answerable) => Promise<T>): Promise<T>;
  /** the same without an answer: so that the next question finds all in its place */
  refresh(judging: Judging): Promise<string>;
  /** how far the judging of all cases has come, while one is under way */
  progress(): Progress | null;
  bytes(): number;
  /** keeps the columns for the next start */
  save(): Promise<void>;
}

/** Rule sets that are in use side by side; each has columns of its own. */
const MOST_LAYERS = 3;

export function factBook(db: Database, cases: CaseBook, kept?: Shelf): FactBook {
  const layers = new Map<string, FactLayer>();
  const looks = new LookColumns(db, kept);
  /** what was answered last: all reports of a page ask for the same */
  let covered: { key: string; answer: Coverage } | undefined;
  /** the rows of the last question: as many of the same data and units, all seen by then, are the same */
  let last: { key: string; rows: Uint32Array } | undefined;
  function sameRows(layer: FactLayer, units: ReadonlySet<number>, rows: Uint32Array): Uint32Array {
    const key = JSON.stringify([layer.stamp(), [...units], rows.length]);
    if (last?.key !== key) last = { key, rows };
    return last.rows;
  }
  let turn: Promise<unknown> = Promise.resolve();

  /** One after another: a question reads while nothing is written. */
  function alone<T>(act: () => Promise<T>): Promise<T> {
    const mine = turn.then(act, act);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function fresh(judging: Judging): Promise<FactLayer> {
    const name = layerName(judging);
    const layer = layers.get(name) ?? factLayer(db, judging, kept);
    // the one used last is the last to go
    layers.delete(name);
    layers.set(name, layer);
    const [oldest] = layers.keys();
    if (layers.size > MOST_LAYERS && oldest !== undefined) layers.delete(oldest);
    await layer.update();
    return layer;
  }

  return {
    async ask({ units, asOf, judging }, answer) {
      await cases.catchUp();
      return alone(async () => {
        const layer = await fresh(judging);
        const visible = layer.visible(units, asOf);
        const later = layer.later(visible, asOf);
        const rows = later.length === 0 ? sameRows(layer, units, visible) : visible;
        const columns =
          later.length === 0 ? layer.columns : await pastOf(db, layer, later, asOf, judging);
        const table = momentTable(columns, asOf, {
          calendar: judging.calendar,
          idOf: (row) => row + 1,
          open: (ids, at) => cases.opened(ids, at, judging),
        });
        await looks.update();
        return answer({
          cases: new ColumnSet(table, rows),
          stamp: layer.stamp(),
          coverage: async (window) => {
            const question = { ...window, units, asOf };
            // later than every look, the moment changes nothing
            const { from, to, portal } = window;
            const key = JSON.stringify([layer.stamp(), [...units], from, to, portal]);
            if (asOf >= looks.latest && covered?.key === key) return covered.answer;
            const answer =
              columnCoverage(looks, layer.columns, question) ?? (await coverageOf(db, question));
            if (asOf >= looks.latest) covered = { key, answer };
            return answer;
          },
          looked: async (window) => {
            const question = { ...window, units, asOf };
            return columnLooked(looks, layer.columns, question) ?? lookedBy(db, question);
          },
        });
      });
    },
    refresh: (judging) =>
      alone(async () => {
        await looks.update();
        return (await fresh(judging)).stamp();
      }),
    progress: () =>
      [...layers.values()].map((layer) => layer.progress()).find((each) => each !== null) ?? null,
    async save() {
      await alone(async () => looks.save());
      for (const layer of layers.values()) await layer.save(alone);
    },
    bytes: () => [...layers.values()].reduce((sum, { columns }) => sum + columns.bytes, 0),
  };
}
