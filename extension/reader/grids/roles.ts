import { classOf } from "../dom.ts";
import type { Memory } from "../memory.ts";
import type { Part, PartRow } from "./part.ts";

/** rows between two rests */
const STEP = 50;
const CELLS = "[role=gridcell],[role=cell],[role=rowheader]";

/** Rows made of elements with roles instead of tables: one part per container of rows, one per container of headings. */
export function* roleParts(root: Element, memory?: Memory): Generator<void, Part[]> {
  const parts: Part[] = [];
  const containers = new Map<Element, PartRow[]>();
  let asked = 0;
  for (const row of root.querySelectorAll("[role=row]")) {
    if (row.tagName === "TR") continue;
    if (++asked % STEP === 0) yield;
    const known = memory?.shape(row);
    const cells = known ? known.cells.slice() : cellsIn(row);
    if (!known) memory?.keepShape({ element: row, cells: cells.slice(), head: false, idle: false });
    if (cells.length > 0) push(containers, row.parentElement ?? root, { element: row, cells });
  }
  for (const [container, rows] of containers)
    parts.push({
      root: container,
      header: [],
      rows: inOrder(rows),
      width: Math.max(...rows.map((row) => row.cells.length)),
      from: "roles",
    });

  const headings = new Map<Element, Element[]>();
  for (const head of root.querySelectorAll("[role=columnheader]")) {
    if (head.tagName === "TH" || head.tagName === "TD" || head.querySelector("[role=columnheader]"))
      continue;
    const row = head.closest("[role=row]") ?? head.parentElement;
    if (row && row.tagName !== "TR") push2(headings, row, head);
  }
  // heading rows that lie under one another belong together
  const stacks = new Map<Element, PartRow[]>();
  for (const [row, cells] of headings)
    push(stacks, row.parentElement ?? row, { element: row, cells });
  for (const [container, rows] of stacks) {
    const leaf = rows.reduce(
      (widest, row) => (row.cells.length >= widest.cells.length ? row : widest),
      rows[0] as PartRow,
    );
    parts.push({
      root: container,
      header: [...rows.filter((row) => row !== leaf).map((row) => over(row, leaf)), leaf],
      rows: [],
      width: leaf.cells.length,
      from: "roles",
    });
  }
  return parts;
}

const cellsIn = (row: Element): (Element | undefined)[] =>
  [...row.querySelectorAll(CELLS)].filter(
    (cell) => cell.closest("[role=row]") === row && cell.tagName !== "TD",
  );

/** A group heading stands over the headings that lie within its left and right edge. */
function over(group: PartRow, leaf: PartRow): PartRow {
  const spans = group.cells.map((cell) => ({ cell, box: cell?.getBoundingClientRect() }));
  return {
    element: group.element,
    cells: leaf.cells.map((cell) => {
      const box = cell?.getBoundingClientRect();
      if (!box) return undefined;
      const middle = box.left + box.width / 2;
      return spans.find(
        (span) =>
          span.box && span.box.width > 0 && span.box.left <= middle && middle <= span.box.right,
      )?.cell;
    }),
  };
}

/** Virtual lists place rows by style, not by order in the document. */
function inOrder(rows: PartRow[]): PartRow[] {
  const place = (row: PartRow): number => {
    for (const name of ["row-index", "aria-rowindex", "data-rowindex", "data-index"]) {
      const value = row.element.getAttribute(name);
      if (value !== null && /^\d+$/.test(value)) return Number(value);
    }
    return NaN;
  };
  return rows.every((row) => !Number.isNaN(place(row)))
    ? [...rows].sort((a, b) => place(a) - place(b))
    : rows;
}

/** The outermost element that holds this one and nothing beside it: a row that is drawn around a table of its own. */
function wrapperOf(element: Element): Element {
  let top = element;
  for (
    let parent = top.parentElement;
    parent && parent.childElementCount === 1 && parent.localName !== "body";
    parent = top.parentElement
  )
    top = parent;
  return top;
}

/** Tables of one row each, side by side in one container, each by itself or in a wrapper (a table per row): one part. */
export function oneTablePerRow(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  const byContainer = new Map<Element, Part[]>();
  for (const part of parts) {
    const alone =
      part.from === "table" && part.header.length === 0 && part.rows.length === 1 && part.width > 2;
    const container = alone ? wrapperOf(part.root).parentElement : null;
    const rows = container && byContainer.get(container);
    if (rows) rows.push(part);
    else if (container) byContainer.set(container, [part]);
    else result.push(part);
  }
  for (const [container, rows] of byContainer) {
    const first = rows[0];
    if (!first) continue;
    const alike = rows.every(
      (each) =>
        each.width === first.width &&
        classOf(each.root).split(" ")[0] === classOf(first.root).split(" ")[0],
    );
    if (
      (rows.length > 1 || container.querySelectorAll("table").length === 1) &&
      alike &&
      (rows.length > 1 || first.root.getAttribute("role") === "presentation")
    )
      result.push({ ...first, root: container, rows: rows.flatMap((each) => each.rows) });
    else result.push(...rows);
  }
  return result;
}

function push(map: Map<Element, PartRow[]>, key: Element, row: PartRow): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}
function push2(map: Map<Element, Element[]>, key: Element, element: Element): void {
  const elements = map.get(key);
  if (elements) elements.push(element);
  else map.set(key, [element]);
}
