import { tidy } from "../cell-text.ts";
import { meeting } from "../dom.ts";
import type { Assembled, AssembledRow } from "./assemble.ts";
import { NEAR } from "./header-for.ts";
import { columnKeys, rowKey } from "./keys.ts";
import type { PartRow } from "./part.ts";

/** Frozen columns beside scrolling ones, and copies of rows that a widget draws twice. */
export function joinHalves(grids: readonly Assembled[]): Assembled[] {
  const result: Assembled[] = [];
  const widest = [...grids].sort((a, b) => b.width - a.width || order(a, b));
  for (const grid of widest) {
    const partner = result.find((other) => belongTogether(other, grid));
    if (!partner) {
      result.push(grid);
      continue;
    }
    mergeInto(partner, grid);
  }
  return result.sort(order);
}

const order = (a: Assembled, b: Assembled): number =>
  a.root === b.root ? 0 : (a.root.compareDocumentPosition(b.root) & 4) !== 0 ? -1 : 1;

function belongTogether(a: Assembled, b: Assembled): boolean {
  if (a.rows.length === 0 || a.rows.length !== b.rows.length || a.from !== b.from) return false;
  const [first, other] = [a.rows[0], b.rows[0]];
  const [from, to] = [first?.elements[0], other?.elements[0]];
  if (!from || !to || from.contains(to) || to.contains(from)) return false;
  const distance = meeting(a.root, b.root);
  if (!distance || distance.up > NEAR) return false;
  const rows = [0, Math.floor(a.rows.length / 2), a.rows.length - 1];
  const keysOf = (grid: Assembled) => rows.map((i) => rowKey(grid.rows[i]?.elements[0] as Element));
  const [keys, others] = [keysOf(a), keysOf(b)];
  if (keys.every((key, i) => key !== undefined && key === others[i])) return true;
  const tops = (grid: Assembled) =>
    rows.map((i) => grid.rows[i]?.elements[0]?.getBoundingClientRect());
  const [boxes, otherBoxes] = [tops(a), tops(b)];
  const level = boxes.every(
    (box, i) =>
      box &&
      otherBoxes[i] &&
      box.height > 0 &&
      Math.abs(box.top - (otherBoxes[i]?.top ?? Infinity)) <= 2,
  );
  if (level) return true;
  // copies of the whole row where the page is not drawn
  return textOf(first) !== "" && rows.every((i) => textOf(a.rows[i]) === textOf(b.rows[i]));
}

const textOf = (row: AssembledRow | undefined): string =>
  (row?.cells ?? []).map((cell) => tidy(cell?.textContent ?? "")).join("|");

function mergeInto(a: Assembled, b: Assembled): void {
  const leafA = a.header[a.header.length - 1];
  const leafB = b.header[b.header.length - 1];
  const placeOf = (i: number): number => {
    const cell = leafB?.cells[i];
    const sample = b.rows[0]?.cells[i];
    const keys = new Set(
      [...(cell ? columnKeys(cell) : []), ...(sample ? columnKeys(sample) : [])].filter(
        (key) => !key.startsWith("@"),
      ),
    );
    const text = tidy(cell?.textContent ?? "");
    for (let j = 0; j < a.width; j++) {
      const other = leafA?.cells[j];
      const otherKeys = [
        ...(other ? columnKeys(other) : []),
        ...(a.rows[0]?.cells[j] ? columnKeys(a.rows[0].cells[j] as Element) : []),
      ];
      if (otherKeys.some((key) => keys.has(key))) return j;
      if (text !== "" && other && tidy(other.textContent ?? "") === text && sameColumn(a, j, b, i))
        return j;
      if (text === "" && i === j && a.width === b.width && sameColumn(a, j, b, i)) return j;
    }
    return -1;
  };
  const places = Array.from({ length: b.width }, (_, i) => placeOf(i));
  const added: number[] = [];
  places.forEach((place, i) => {
    if (place < 0) added.push(i);
  });
  // what hides a cell hides its column: asked once
  const better = places.map((place, i) => {
    const [mine, theirs] = [a.rows[0]?.cells[place], b.rows[0]?.cells[i]];
    return (
      theirs !== undefined && (mine === undefined || (isConcealed(mine) && !isConcealed(theirs)))
    );
  });
  a.rows.forEach((row, r) => {
    const other = b.rows[r];
    if (!other) return;
    row.elements.push(...other.elements);
    if (other.short) row.short = true;
    places.forEach((place, i) => {
      const theirs = other.cells[i];
      const mine = row.cells[place];
      if (
        place >= 0 &&
        theirs &&
        (better[i] || !mine || (saysNothing(mine) && !saysNothing(theirs)))
      )
        row.cells[place] = theirs;
    });
  });
  places.forEach((place, i) => {
    const [mine, theirs] = [leafA?.cells[place], leafB?.cells[i]];
    if (place >= 0 && leafA && theirs && (!mine || (isConcealed(mine) && !isConcealed(theirs))))
      leafA.cells[place] = theirs;
  });
  if (added.length > 0) addColumns(a, b, added);
  a.ragged ||= b.ragged;
  a.root = meeting(a.root, b.root)?.at ?? a.root;
}

const saysNothing = (cell: Element): boolean => (cell.textContent ?? "").trim() === "";

const sameColumn = (a: Assembled, i: number, b: Assembled, j: number): boolean =>
  [0, a.rows.length - 1].every(
    (r) =>
      tidy(a.rows[r]?.cells[i]?.textContent ?? "") === tidy(b.rows[r]?.cells[j]?.textContent ?? ""),
  );

const isConcealed = (cell: Element): boolean => {
  const box = cell.getBoundingClientRect();
  if (box.width === 0) return true;
  const view = cell.ownerDocument.defaultView;
  return [cell, cell.firstElementChild].some(
    (each) => each && view?.getComputedStyle(each).visibility === "hidden",
  );
};

/** Columns that only one half has are put on the side where they are drawn. */
function addColumns(a: Assembled, b: Assembled, added: readonly number[]): void {
  const left = (grid: Assembled, i: number): number =>
    (
      grid.rows[0]?.cells[i] ?? grid.header[grid.header.length - 1]?.cells[i]
    )?.getBoundingClientRect().left ?? 0;
  const first = added[0] ?? 0;
  const before = left(b, first) < left(a, 0) || order(b, a) < 0;
  const put = <T>(
    into: (T | undefined)[],
    from: readonly (T | undefined)[],
    width: number,
  ): (T | undefined)[] => {
    const full = Array.from({ length: width }, (_, i) => into[i]);
    const extra = added.map((i) => from[i]);
    return before ? [...extra, ...full] : [...full, ...extra];
  };
  const depth = Math.max(a.header.length, b.header.length);
  const headerRow = (grid: Assembled, fromBottom: number): PartRow | undefined =>
    grid.header[grid.header.length - 1 - fromBottom];
  const header: PartRow[] = [];
  for (let i = depth - 1; i >= 0; i--) {
    const [mine, theirs] = [headerRow(a, i), headerRow(b, i)];
    header.push({
      element: (mine ?? theirs)?.element as Element,
      cells: put(mine?.cells ?? [], theirs?.cells ?? [], a.width),
    });
  }
  a.header = header;
  a.rows.forEach((row, r) => {
    row.cells = put(row.cells, b.rows[r]?.cells ?? [], a.width);
  });
  a.width += added.length;
}
