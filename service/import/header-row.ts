import { meanings } from "#shared/reading/lexicon/meanings.ts";
import type { SheetRow } from "./sheet-row.ts";

/** How far down a title, a unit's name and a date may push the header. */
const SEARCHED = 15;

export interface Header {
  names: string[];
  /** how many of the rows given are above the data */
  rows: number;
}

/**
 * The header: the row with most words that name a column, or the one that holds every header that the person named; two rows where the
 * second fills what the first grouped (`收件` over `时间` and `人员`).
 */
export function headerOf(rows: readonly SheetRow[], named: readonly string[]): Header | undefined {
  const top = rows.slice(0, SEARCHED);
  const all = top.findIndex(
    ({ cells }) =>
      named.length > 0 && named.every((name) => cells.some((cell) => cell.trim() === name)),
  );
  const known = top.map(({ cells }) => cells.filter((cell) => knows(cell)).length);
  const most = Math.max(0, ...known);
  const at =
    all >= 0
      ? all
      : most > 0
        ? known.indexOf(most)
        : top.findIndex(({ cells }) => filled(cells) > 1);
  const header = rows[at];
  if (!header) return undefined;
  const below = rows[at + 1];
  const names = header.cells.map((cell) => cell.trim());
  if (all < 0 && below && isSecond(names, below.cells)) {
    let group = "";
    const width = Math.max(names.length, below.cells.length);
    const both = Array.from({ length: width }, (_, i) => {
      const leaf = (below.cells[i] ?? "").trim();
      group = names[i] || (leaf === "" ? "" : group);
      return leaf === "" ? group : knows(leaf) ? leaf : group + leaf;
    });
    return { names: both, rows: at + 2 };
  }
  return { names, rows: at + 1 };
}

const filled = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== "").length;

const knows = (cell: string): boolean => {
  const [first] = meanings(cell.trim());
  return first !== undefined && first !== "other";
};

/** It fills gaps that merged cells left, and says no value: no digit stands in it. */
const isSecond = (names: readonly string[], cells: readonly string[]): boolean =>
  names.some((name) => name === "") &&
  cells.some((cell, i) => cell.trim() !== "" && (names[i] ?? "") === "") &&
  !cells.some((cell) => /\d/.test(cell));
