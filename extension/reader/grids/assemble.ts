import { meeting } from "../dom.ts";
import { tidy } from "../cell-text.ts";
import { columnKeys, rowKey } from "./keys.ts";
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
}

export interface AssembledRow {
  /** all elements that draw this row: the halves beside frozen columns, and copies */
  elements: Element[];
  cells: (Element | undefined)[];
  short?: boolean;
}

const NEAR = 8;

/** Joins header and body parts, then frozen and scrolling halves, and merges copies. */
export function assemble(parts: readonly Part[]): Assembled[] {
  const headers = parts.filter((part) => part.header.length > 0 && part.rows.length === 0);
  const bodies = parts.filter((part) => part.rows.length > 0);
  const used = new Set<Part>();
  const grids: Assembled[] = [];
  for (const body of bodies) {
    if (used.has(body)) continue;
    if (body.header.length > 0) {
      const copy = headers.find(
        (header) => !used.has(header) && sameHeader(header, body) && near(header, body) <= NEAR,
      );
      if (copy) used.add(copy);
      grids.push(plain(body, body.header, copy));
      continue;
    }
    const header = headerFor(body, headers, bodies, used);
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

const partOf = new WeakMap<Assembled, Part>();

function plain(part: Part, header: readonly PartRow[], headerPart: Part | undefined): Assembled {
  const aligned = header.length > 0 ? alignColumns(part, header) : undefined;
  const grid: Assembled = {
    root: headerPart ? (meeting(part.root, headerPart.root)?.at ?? part.root) : part.root,
    header: [...header],
    rows: part.rows.map((row) => ({
      elements: [row.element],
      cells: aligned ? aligned(row) : row.cells,
      ...(row.short && { short: true }),
    })),
    width: Math.max(part.width, header[header.length - 1]?.cells.length ?? 0),
    from: part.from,
    notes: [...(part.notes ?? []), ...(headerPart?.notes ?? [])],
    ...(part.caption !== undefined && { caption: part.caption }),
  };
  partOf.set(grid, part);
  return grid;
}

/** Cells are laid into the header's columns by their keys where both have them, by their place otherwise. */
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
  if (part.from === "table") {
    // the order of cells is the same in every row of a table: asked once
    return (row) => {
      const cells: (Element | undefined)[] = Array.from({ length: leaf.cells.length });
      row.cells.forEach((cell, i) => {
        const place = sample[i];
        if (place !== undefined && cell) cells[place] = cell;
      });
      return cells;
    };
  }
  return (row) => {
    const cells: (Element | undefined)[] = Array.from({ length: leaf.cells.length });
    for (const cell of row.cells) {
      const place = cell ? at(cell) : undefined;
      if (place !== undefined) cells[place] = cell;
    }
    return cells;
  };
}

const near = (a: Part, b: Part): number => meeting(a.root, b.root)?.up ?? Infinity;

const leafTexts = (rows: readonly PartRow[]): string =>
  (rows[rows.length - 1]?.cells ?? []).map((cell) => tidy(cell?.textContent ?? "")).join("|");
const sameHeader = (a: Part, b: Part): boolean => leafTexts(a.header) === leafTexts(b.header);

/** The part that holds the column names of a body that has none. */
function headerFor(
  body: Part,
  headers: readonly Part[],
  bodies: readonly Part[],
  used: ReadonlySet<Part>,
): Part | undefined {
  const first = body.rows[0];
  if (!first) return undefined;
  const keys = first.cells.map((cell) => new Set(cell ? columnKeys(cell) : []));
  let best: Part | undefined;
  let bestScore = 0;
  for (const header of [
    ...headers,
    ...bodies.filter(
      (other) =>
        other !== body &&
        other.rows.length === 1 &&
        precedes(other, body) &&
        isWords(other.rows[0]),
    ),
  ]) {
    if (used.has(header) || body.root.contains(header.root) || header.root.contains(body.root))
      continue;
    const leaf = header.header[header.header.length - 1] ?? header.rows[0];
    if (!leaf) continue;
    const distance = near(header, body);
    if (distance > NEAR) continue;
    const shared = leaf.cells.filter(
      (cell) => cell && columnKeys(cell).some((key) => keys.some((each) => each.has(key))),
    ).length;
    const width = Math.abs(header.width - body.width);
    const tied = shared >= Math.min(2, body.width);
    const edges = aligned(leaf, first);
    const plausible =
      !body.labels &&
      precedes(header, body) &&
      distance <= 5 &&
      (header.header.length > 0 ? width <= 1 : width === 0) &&
      (edges >= 0.5 || edges < 0);
    if (!tied && !plausible) continue;
    const score =
      (tied ? 100 * (shared / leaf.cells.length) : 0) +
      (width === 0 ? 30 : width === 1 ? 15 : 0) -
      distance * 4 +
      (precedes(header, body) ? 8 : 0) +
      edges * 40;
    if (score > bestScore) {
      bestScore = score;
      best = header;
    }
  }
  return best;
}

const precedes = (a: Part, b: Part): boolean => (a.root.compareDocumentPosition(b.root) & 4) !== 0;

const isWords = (row: PartRow | undefined): boolean => {
  const texts = (row?.cells ?? [])
    .map((cell) => tidy(cell?.textContent ?? ""))
    .filter((text) => text !== "");
  return (
    texts.length >= 3 && texts.every((text) => text.length <= 16 && !/\d{2}|[:：]$/.test(text))
  );
};

/** The share of columns whose left edges meet; below zero where nothing is drawn. */
function aligned(a: PartRow, b: PartRow): number {
  let same = 0;
  let all = 0;
  for (let i = 0; i < Math.min(a.cells.length, b.cells.length, 12); i++) {
    const [left, right] = [
      a.cells[i]?.getBoundingClientRect(),
      b.cells[i]?.getBoundingClientRect(),
    ];
    if (!left || !right || left.width === 0 || right.width === 0) continue;
    all++;
    if (Math.abs(left.left - right.left) <= 3) same++;
  }
  return all < 2 ? -0.1 : same / all;
}

const coversHeader = (grid: Assembled, header: Part): boolean => {
  const distance = meeting(grid.root, header.root);
  if (!distance || distance.up > NEAR) return false;
  const own = leafTexts(grid.header).split("|");
  return leafTexts(header.header)
    .split("|")
    .filter((text) => text !== "")
    .every((text) => own.includes(text));
};

/** Frozen columns beside scrolling ones, and copies of rows that a widget draws twice. */
function joinHalves(grids: readonly Assembled[]): Assembled[] {
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
