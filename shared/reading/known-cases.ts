import type { GridRow } from "./grid.ts";
import type { CaseReading } from "./reading.ts";

/** What was read of rows that have not changed: good for as long as the columns mean the same and the day is the same. */
export class KnownCases {
  private meaning = "";
  private byRow = new WeakMap<GridRow, CaseReading | "nothing">();

  /** Forgets all when the rows are read by another meaning than before. */
  readBy(meaning: string): void {
    if (meaning === this.meaning) return;
    this.meaning = meaning;
    this.byRow = new WeakMap();
  }

  /** The case of this row, now at this place; "nothing": it says nothing. */
  get(row: GridRow, grid: string, place: number): CaseReading | "nothing" | undefined {
    const known = this.byRow.get(row);
    if (known === undefined || known === "nothing") return known;
    return known.at?.row === place && known.at.grid === grid
      ? known
      : { ...known, at: { grid, row: place } };
  }

  keep(row: GridRow, read: CaseReading | undefined): void {
    this.byRow.set(row, read ?? "nothing");
  }
}
