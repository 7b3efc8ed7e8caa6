import type { GridRow } from "#shared/reading/grid.ts";
import { KnownCases } from "#shared/reading/known-cases.ts";
import type { PartRow } from "./grids/part.ts";
import type { Touched } from "./touched.ts";

/** A row of a table element that spans nothing. */
export interface RowShape extends PartRow {
  head: boolean;
  /** it sizes the columns or says nothing: no row of the list */
  idle: boolean;
}

interface Read {
  at: number;
  elements: readonly Element[];
  cells: readonly (Element | undefined)[];
  row: GridRow;
}

/** What was read of each row, kept for as long as nothing touches the row: after a change of one row one row is read. */
export class Memory {
  readonly cases = new KnownCases();
  private readonly touched: Touched;
  private readonly reads = new WeakMap<Element, Read>();
  private readonly shapes = new WeakMap<Element, { at: number; shape: RowShape }>();
  private at = 0;

  constructor(touched: Touched) {
    this.touched = touched;
  }

  /** A new look begins. */
  look(): void {
    this.at = this.touched.now();
  }

  row(elements: readonly Element[], cells: readonly (Element | undefined)[]): GridRow | undefined {
    const read = elements[0] && this.reads.get(elements[0]);
    if (!read || !same(read.elements, elements)) return undefined;
    if (!elements.every((each) => this.touched.isUntouched(each, read.at))) return undefined;
    return same(read.cells, cells) ? read.row : undefined;
  }

  keepRow(
    elements: readonly Element[],
    cells: readonly (Element | undefined)[],
    row: GridRow,
  ): void {
    // only of these it is known what touches them; a cell that reaches down stands in a row above
    if (!elements.every(isRow) || !cells.every((cell) => !cell || isIn(elements, cell))) return;
    if (elements[0]) this.reads.set(elements[0], { at: this.at, elements, cells, row });
  }

  shape(row: Element): RowShape | undefined {
    const known = this.shapes.get(row);
    return known && this.touched.isUntouched(row, known.at) ? known.shape : undefined;
  }

  keepShape(shape: RowShape): void {
    this.shapes.set(shape.element, { at: this.at, shape });
  }
}

const same = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a === b || (a.length === b.length && a.every((each, i) => each === b[i]));

const isIn = (elements: readonly Element[], cell: Element): boolean =>
  cell.parentElement === elements[0] || elements.some((each) => each.contains(cell));
const isRow = (element: Element): boolean =>
  element.tagName === "TR" || element.getAttribute("role") === "row";
