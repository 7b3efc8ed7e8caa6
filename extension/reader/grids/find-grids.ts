import type { Grid, GridCell, GridColumn, GridRow } from "#shared/reading/grid.ts";
import { type Visibility, classOf } from "../dom.ts";
import { readCell, tidy } from "../cell-text.ts";
import type { Memory } from "../memory.ts";
import { type Assembled, assemble } from "./assemble.ts";
import { childrenPart, firstRowAsHeader } from "./by-children.ts";
import { fieldName } from "./keys.ts";
import type { Part } from "./part.ts";
import { oneTablePerRow, roleParts } from "./roles.ts";
import { tablePart } from "./tables.ts";

/** A grid and where its parts are in the page. */
export interface FoundGrid {
  grid: Grid;
  root: Element;
  /** what stands in the table and is no row of it */
  notes: string[];
  /** per grid row: all elements that draw it */
  rows: Element[][];
  /** per grid row and column: the cell that a person sees */
  cells: (Element | undefined)[][];
}

/** Every table of a page, of whatever technology, as plain data. Tables that only lay out a page come too: the recogniser tells. */
export function* findGrids(
  root: Element,
  visibility: Visibility,
  pointedOut: ReadonlyMap<Element, string> = new Map(),
  memory?: Memory,
): Generator<void, FoundGrid[]> {
  const parts: Part[] = [];
  for (const table of root.querySelectorAll("table")) {
    if (!mayBeRead(table, visibility)) continue;
    const part = yield* tablePart(table, visibility, memory);
    if (part) parts.push(pointedOut.has(table) ? firstRowAsHeader(part) : part);
    yield;
  }
  const all = oneTablePerRow([
    ...parts,
    ...(root.querySelector("[role=row],[role=columnheader]") ? yield* roleParts(root, memory) : []),
  ]);
  for (const each of pointedOut.keys()) {
    const known = all.some((part) => each.contains(part.root) && part.rows.length > 0);
    const part = known ? undefined : childrenPart(each);
    if (part) all.push(part);
  }
  const assembled = assemble(all);
  const found: FoundGrid[] = [];
  for (const each of assembled)
    found.push(yield* readGrid(each, `g${found.length}`, visibility, memory));
  for (const [element, selector] of pointedOut)
    for (const { root: table, grid } of found)
      if (element.contains(table)) grid.pointedOut = selector;
  nest(found);
  return found;
}

/** Drawn, or in a tab that is not the open one: what a person may look at without asking the portal again. */
function mayBeRead(table: Element, visibility: Visibility): boolean {
  if (visibility.isDrawn(table)) return true;
  for (let each: Element | null = table; each; each = each.parentElement)
    if (visibility.hidesItself(each)) return isTab(each);
  return true;
}
export const isTab = (element: Element): boolean =>
  element.getAttribute("role") === "tabpanel" ||
  /tab-?(?:pane|panel|view|content|item)\b/i.test(classOf(element));

function* readGrid(
  assembled: Assembled,
  id: string,
  visibility: Visibility,
  memory?: Memory,
): Generator<void, FoundGrid> {
  const { header, width } = assembled;
  const columns: GridColumn[] = [];
  const isNested = (part: Element): boolean =>
    part.tagName === "TABLE" && (part as HTMLTableElement).rows.length > 1;
  for (let i = 0; i < width; i++) {
    const words: string[] = [];
    for (const row of header) {
      const cell = row.cells[i];
      const text = cell ? readHeader(cell, visibility) : "";
      if (text !== "" && words[words.length - 1] !== text) words.push(text);
    }
    const leaf = header[header.length - 1]?.cells[i];
    const sample = assembled.rows[0]?.cells[i];
    const field = (sample && fieldName(sample)) ?? (leaf && fieldName(leaf));
    columns.push({
      header: words,
      hidden: isHidden(leaf, sample, visibility),
      ...(field !== undefined && { field }),
    });
  }
  withoutHelp(columns);
  const rows: GridRow[] = [];
  const cells: (Element | undefined)[][] = [];
  for (const [r, row] of assembled.rows.entries()) {
    const own = row.cells.length === width ? row.cells : wide(row.cells, width);
    cells.push(own);
    const known = memory?.row(row.elements, own);
    if (known && known.short === row.short) rows.push(known);
    else {
      const { controls } = visibility;
      const read = own.map((cell): GridCell =>
        cell ? readCell(cell, visibility, isNested) : { text: "" },
      );
      const made = row.short ? { cells: read, short: true } : { cells: read };
      rows.push(made);
      // a value that is typed or set touches no node
      if (visibility.controls === controls) memory?.keepRow(row.elements, own, made);
    }
    if (r % 20 === 19) yield;
  }
  return {
    grid: {
      id,
      from: assembled.from,
      columns,
      rows,
      ...(assembled.ragged && { ragged: true }),
      ...(assembled.caption !== undefined &&
        assembled.caption !== "" && { caption: assembled.caption }),
    },
    root: assembled.root,
    notes: assembled.notes,
    rows: assembled.rows.map((row) => row.elements),
    cells,
  };
}

const wide = <T>(cells: readonly T[], width: number): (T | undefined)[] =>
  Array.from({ length: width }, (_, i) => cells[i]);

/** Help for screen readers that every heading repeats is no part of its name. */
function withoutHelp(columns: GridColumn[]): void {
  const last = columns.flatMap(({ header }) => header.slice(-1));
  const tail = last[0]?.split("\n").slice(1).join("\n") ?? "";
  if (last.length < 3 || tail === "" || !last.every((text) => text.endsWith(`\n${tail}`))) return;
  for (const column of columns)
    column.header = column.header.map((text) =>
      text.endsWith(`\n${tail}`) ? text.slice(0, -tail.length - 1) : text,
    );
}

const readHeader = (cell: Element, visibility: Visibility): string => {
  const drawn = visibility.isDrawn(cell);
  const text = drawn ? readCell(cell, visibility).text : tidy(cell.textContent ?? "");
  return text === "" ? tidy(cell.textContent ?? "") : text;
};

/** Hidden although its table is drawn. A header copy of no height still has its width. */
function isHidden(
  leaf: Element | undefined,
  sample: Element | undefined,
  visibility: Visibility,
): boolean {
  const cell = sample ?? leaf;
  if (!cell) return false;
  const table = cell.parentElement;
  if (table && !visibility.isDrawn(table)) return false;
  return (
    visibility.hidesItself(cell) ||
    (leaf !== undefined && sample === undefined ? false : cell.getBoundingClientRect().width === 0)
  );
}

/** A grid inside a row of another belongs to that row. */
function nest(found: readonly FoundGrid[]): void {
  for (const inner of found)
    for (const outer of found) {
      if (outer === inner || !outer.root.contains(inner.root) || inner.root.contains(outer.root))
        continue;
      let row = outer.rows.findIndex((elements) =>
        elements.some((element) => element.contains(inner.root)),
      );
      if (row < 0 && outer.rows.length > 0) row = rowBefore(outer, inner.root);
      if (row >= 0 && outer.grid.columns.some((column) => column.header.length > 0))
        inner.grid.within = { grid: outer.grid.id, row };
    }
}

/** An expanded row is a row of its own, after the one that it belongs to. */
function rowBefore(outer: FoundGrid, inner: Element): number {
  let last = -1;
  outer.rows.forEach((elements, i) => {
    if (elements[0] && (elements[0].compareDocumentPosition(inner) & 4) !== 0) last = i;
  });
  return last;
}
