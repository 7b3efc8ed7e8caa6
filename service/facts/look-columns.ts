import type { Database } from "../db/database.ts";
import { Dictionary } from "./dictionary.ts";
import { withRoom } from "./growing.ts";

/** Batches are read so many at a time. */
const PAGE = 2000;

const columns = () => ({
  at: new Float64Array(0),
  device: new Uint32Array(0),
  source: new Uint32Array(0),
  unidentified: new Uint32Array(0),
  unreadable: new Uint8Array(0),
  /** what the pager told, and -1 where there was none */
  total: new Int32Array(0),
});

/** Every look, a number in a column for each thing that coverage asks of it. */
export class LookColumns {
  size = 0;
  looks = columns();
  latest = -Infinity;
  readonly sources = new Dictionary<{ unit: number; portal: string; view: string }>(JSON.stringify);
  readonly #db: Database;
  #readTo = 0;
  #made: string | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  async update(): Promise<void> {
    const [mark] = await this.#db.values("SELECT batch, version FROM fold");
    const [folded, version] = [Number(mark?.[0] ?? 0), String(mark?.[1] ?? "")];
    if (version !== this.#made) {
      [this.size, this.latest, this.#readTo, this.#made] = [0, -Infinity, 0, version];
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
