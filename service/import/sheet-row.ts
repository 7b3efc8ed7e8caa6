/** One row of a file with the line on which it begins, counted from 1 as an editor or a spreadsheet counts. */
export interface SheetRow {
  line: number;
  cells: string[];
}

/** What a file may hold at most: beyond it, it is no ledger but an accident or an attack. */
export const LIMITS = {
  rows: 3_000_000,
  columns: 1000,
  cell: 32_767,
  /** bytes of an .xlsx as it lies on disk, and of all its parts unpacked */
  packed: 100 * 1024 * 1024,
  unpacked: 600 * 1024 * 1024,
  parts: 5000,
} as const;
