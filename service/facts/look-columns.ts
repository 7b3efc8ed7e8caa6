import { deserialize, serialize } from "node:v8";
import type { Database } from "../db/database.ts";
import { Dictionary } from "./dictionary.ts";
import { withRoom } from "./growing.ts";
import type { Shelf } from "./shelf.ts";

/** Batches are read so many at a time. */
const PAGE = 2000;
/** Looks of one kept chunk: they never change, so that only the last one is ever written again. */
const CHUNK = 262_144;
/** under which they are kept */
const LAYER = "looks";

const columns = () => ({
  at: new Float64Array(0),
  device: new Uint32Array(0),
  source: new Uint32Array(0),
  unidentified: new Uint32Array(0),
  unreadable: new Uint8Array(0),
  /** what the pager told, and -1 where there was none */
  total: new Int32Array(0),
});

type Source = { unit: number; portal: string; view: string };
const NAMES = Object.keys(columns()) as (keyof ReturnType<typeof columns>)[];

interface Kept {
  rows: number;
  looks: ReturnType<typeof columns>;
  /** JSON: by code */
  sources: string;
}

/** Every look, a number in a column for each thing that coverage asks of it. */
export class LookColumns {
  size = 0;
  looks = columns();
  latest = -Infinity;
  readonly sources = new Dictionary<Source>(JSON.stringify);
  readonly #db: Database;
  readonly #kept: Shelf | undefined;
  #readTo = 0;
  #made: string | undefined;
  /** rows that the shelf has */
  #saved = 0;

  /** @param kept where they wait for the next start */
  constructor(db: Database, kept?: Shelf) {
    this.#db = db;
    this.#kept = kept;
  }

  async update(): Promise<void> {
    const [mark] = await this.#db.values("SELECT batch, version FROM fold");
    const [folded, version] = [Number(mark?.[0] ?? 0), String(mark?.[1] ?? "")];
    if (version !== this.#made) {
      [this.size, this.latest, this.#readTo, this.#made] = [0, -Infinity, 0, version];
      this.#saved = 0;
      this.#take(version);
    }
    while (this.#readTo < folded) {
      const to = Math.min(folded, this.#readTo + PAGE);
      const rows = await this.#db.values(
        `SELECT l.at, l.device, l.unit, l.portal, l.view, l.unidentified, l.unreadable, l.total
         FROM batches b JOIN looks l ON l.device = b.device AND l.seq BETWEEN b.first_seq AND b.last_seq AND l.batch = b.id
         WHERE b.id > ? AND b.id <= ? ORDER BY b.id, l.seq`,
        [this.#readTo, to],
      );
      for (const row of rows) this.#put(row);
      this.#readTo = to;
    }
  }

  /** Reads what was kept of these tables. */
  #take(version: string): void {
    const found = this.#kept?.read(LAYER, version);
    if (!found) return;
    for (const bytes of found.chunks) {
      const { rows, looks, sources } = deserialize(bytes) as Kept;
      const codes = Uint32Array.from(JSON.parse(sources) as Source[], (each) =>
        this.sources.code(each),
      );
      this.looks = withRoom(this.looks, this.size + rows);
      for (const name of NAMES)
        if (name !== "source") this.looks[name].set(looks[name] as never, this.size);
      this.looks.source.set(
        looks.source.map((code) => codes[code] ?? 0),
        this.size,
      );
      for (const at of looks.at) if (at > this.latest) this.latest = at;
      this.size += rows;
    }
    [this.#readTo, this.#saved] = [found.batch, this.size];
  }

  /** Keeps what is new since the last time, the last chunk anew. */
  save(): void {
    if (!this.#kept || this.#made === undefined || this.size === this.#saved) return;
    for (let n = Math.floor(this.#saved / CHUNK); n * CHUNK < this.size; n++) {
      const [first, end] = [n * CHUNK, Math.min(this.size, (n + 1) * CHUNK)];
      const looks = Object.fromEntries(
        NAMES.map((name) => [name, this.looks[name].slice(first, end)]),
      ) as Kept["looks"];
      const sources = JSON.stringify(this.sources.values);
      this.#kept.write(LAYER, n, serialize({ rows: end - first, looks, sources } satisfies Kept));
    }
    this.#kept.label(LAYER, this.#made, this.#readTo);
    this.#saved = this.size;
  }

  #put([at, device, unit, portal, view, unidentified, unreadable, total]: unknown[]): void {
    const row = this.size++;
    const to = (this.looks = withRoom(this.looks, this.size));
    to.at[row] = Number(at);
    to.device[row] = Number(device);
    to.source[row] = this.sources.code({
      unit: Number(unit),
      portal: String(portal),
      view: String(view),
    });
    to.unidentified[row] = Number(unidentified);
    to.unreadable[row] = Number(unreadable) > 0 ? 1 : 0;
    to.total[row] = total === null ? -1 : Number(total);
    if (Number(at) > this.latest) this.latest = Number(at);
  }
}
