import { meeting } from "../dom.ts";
import { tidy } from "../cell-text.ts";
import { boxHeadAbove } from "./box-heads.ts";
import { withBoxRows } from "./box-rows.ts";
import { NEAR, around, headerFor, inOrder, near } from "./header-for.ts";
import { joinHalves } from "./join-halves.ts";
import { columnKeys } from "./keys.ts";
import type { Part, PartRow } from "./part.ts";

/** A table as a person sees it, whatever number of elements it is drawn with. */
export interface Assembled {
  root: Element;
  /** header rows from the top, in the order of the columns */
  header: PartRow[];
  rows: AssembledRow[];
  width: number;
  from: Part["from"];
  caption?: string;
  notes: string[];
  /** the rows of one of its parts have more or fewer cells than its header */
  ragged: boolean;
}

export interface AssembledRow {
  /** all elements that draw this row: the halves beside frozen columns, and copies */
  elements: Element[];
  cells: (Element | undefined)[];
  short?: boolean;
}

/** Joins header and body parts, then frozen and scrolling halves, and merges copies. */
export function assemble(found: readonly Part[]): Assembled[] {
  const parts = withBoxRows(found);
  const headers = inOrder(parts.filter((part) => part.header.length > 0 && part.rows.length === 0));
  const bodies = parts.filter((part) => part.rows.length > 0);
  const inTurn = inOrder(bodies);
  const used = new Set<Part>();
  const grids: Assembled[] = [];
  for (const body of bodies) {
    if (used.has(body)) continue;
    if (body.header.length > 0) {
      const copy = around(body, headers).find(
        (header) => !used.has(header) && sameHeader(header, body) && near(header, body) <= NEAR,
      );
      if (copy) used.add(copy);
      grids.push(plain(body, body.header, copy));
      continue;
    }
    const alone = body.rows.length === 1 && bodies.length > FEW;
    const header =
      headerFor(body, headers, inTurn, used) ?? (alone ? undefined : boxHeadAbove(body));
    if (header) used.add(header);
    grids.push(
      plain(body, header ? (header.header.length > 0 ? header.header : header.rows) : [], header),
    );
  }
  const joined = joinHalves(grids.filter((grid) => !used.has(partOf.get(grid) as Part)));
  for (const header of headers)
    if (!used.has(header) && header.width > 2 && !joined.some((grid) => coversHeader(grid, header)))
      joined.push(plain(header, header.header, undefined));
  return joined.filter((grid) => grid.width > 1);
}

/** On a page of more tables than this one of a single row is no list that is looked for a head of boxes. */
const FEW = 50;
const partOf = new WeakMap<Assembled, Part>();

function plain(part: Part, header: readonly PartRow[], headerPart: Part | undefined): Assembled {
  const aligned = header.length > 0 ? alignColumns(part, header) : undefined;
  const rows = part.rows.map((row) => {
    const cells = aligned ? aligned(row) : row.cells;
    return row.short
      ? { elements: [row.element], cells, short: true }
      : { elements: [row.element], cells };
  });
  const grid: Assembled = {
    root: headerPart ? (meeting(part.root, headerPart.root)?.at ?? part.root) : part.root,
    header: [...header],
    rows,
    width: rows.reduce(
      (most, { cells }) => Math.max(most, cells.length),
      Math.max(part.width, header[header.length - 1]?.cells.length ?? 0),
    ),
    from: part.from,
    ragged: aligned === undefined && isRagged(header[header.length - 1], part.rows),
    notes: [...(part.notes ?? []), ...(headerPart?.notes ?? [])],
    ...(part.caption !== undefined && { caption: part.caption }),
  };
  partOf.set(grid, part);
  return grid;
}

/** Nearly every row has more cells than there are headings, or fewer than there are names; the room over a scroll bar has none. */
function isRagged(leaf: PartRow | undefined, rows: readonly PartRow[]): boolean {
  const [first] = rows;
  if (!leaf || !first) return false;
  // what keys tie together stands where it belongs
  const keys = new Set(leaf.cells.flatMap((cell) => (cell ? columnKeys(cell) : [])));
  const tied = first.cells.filter((cell) => cell && columnKeys(cell).some((key) => keys.has(key)));
  if (tied.length >= first.cells.length * 0.6) return false;
  const named = leaf.cells.reduce(
    (last, cell, i) => ((cell?.textContent ?? "").trim() === "" ? last : i + 1),
    0,
  );
  const off = rows.filter(({ cells }) => cells.length > leaf.cells.length || cells.length < named);
  return off.length > rows.length * 0.5;
}

/**
 * Cells are laid into the header's columns by their keys where both have them, by their place otherwise. A cell that is keyed to no heading
 * stands behind them all without a name: its heading may be lost, and a state that is not read would make a closed case an open one.
 */
function alignColumns(
  part: Part,
  header: readonly PartRow[],
): ((row: PartRow) => (Element | undefined)[]) | undefined {
  const leaf = header[header.length - 1];
  const first = part.rows[0];
  if (!leaf || !first) return undefined;
  const places = new Map<string, number>();
  const doubtful = new Set<string>();
  leaf.cells.forEach((cell, i) => {
    for (const key of cell ? columnKeys(cell) : []) {
      if (places.has(key) && places.get(key) !== i) doubtful.add(key);
      else places.set(key, i);
    }
  });
  const at = (cell: Element): number | undefined => {
    for (const key of columnKeys(cell)) {
      const place = places.get(key);
      if (place !== undefined && !doubtful.has(key)) return place;
    }
    return undefined;
  };
  const sample = first.cells.map((cell) => (cell ? at(cell) : undefined));
  const tied = sample.filter((place) => place !== undefined);
  if (tied.length < Math.max(1, first.cells.length * 0.6) || new Set(tied).size !== tied.length)
    return undefined;
  if (sample.every((place, i) => place === i)) return undefined;
  const behind = new Map<string, number>();
  const unnamed = (name: string): number => {
    const place = behind.get(name) ?? leaf.cells.length + behind.size;
    behind.set(name, place);
    return place;
  };
  const laid = (): (Element | undefined)[] => Array.from({ length: leaf.cells.length });
  if (part.from === "table") {
    // the order of cells is the same in every row of a table: asked once
    return (row) => {
      const cells = laid();
      row.cells.forEach((cell, i) => {
        if (cell) cells[sample[i] ?? unnamed(`${i}`)] = cell;
      });
      return cells;
    };
  }
  return (row) => {
    const cells = laid();
    for (const cell of row.cells) if (cell) cells[at(cell) ?? unnamed(nameOf(cell))] = cell;
    return cells;
  };
}

const nameOf = (cell: Element): string => columnKeys(cell)[0] ?? "";

const leafTexts = (rows: readonly PartRow[]): string =>
  (rows[rows.length - 1]?.cells ?? []).map((cell) => tidy(cell?.textContent ?? "")).join("|");
const sameHeader = (a: Part, b: Part): boolean => leafTexts(a.header) === leafTexts(b.header);

const coversHeader = (grid: Assembled, header: Part): boolean => {
  const distance = meeting(grid.root, header.root);
  if (!distance || distance.up > NEAR) return false;
  const own = leafTexts(grid.header).split("|");
  return leafTexts(header.header)
    .split("|")
    .filter((text) => text !== "")
    .every((text) => own.includes(text));
};
