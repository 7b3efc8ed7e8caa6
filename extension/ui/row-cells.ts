import { isOwn } from "./marks.ts";
import type { Place } from "./placement.ts";

const CELLS = "td, th, [role=cell], [role=gridcell]";
/** so many rows are asked what they cover */
const SAMPLE = 24;
/** and of a list of more than `LARGE` rows only so many that are in view */
const FEW = 2;
export const LARGE = 500;

/** Cells one below the other: a card, in which only the one with the name speaks for the case. */
export function isStacked(cells: readonly Element[]): boolean {
  const [first, ...others] = cells.map((cell) => cell.getBoundingClientRect());
  return first !== undefined && others.some((box) => box.top >= first.bottom - 1);
}

export const nameIn = ({ cell }: Place): string => (cell.textContent ?? "").trim();

/** Cells that a person sees, the one that names the case first, then from left to right. */
export function cellsOf({ rows, cell }: Place, covered: ReadonlySet<string>): Element[] {
  const name = nameIn({ rows, cell });
  const seen: { element: Element; left: number; named: boolean }[] = [];
  rows.forEach((row, copy) => {
    innerCells(row).forEach((element, index) => {
      if (covered.has(`${copy}:${index}`) || !isSeen(element)) return;
      const named = name !== "" && (element.textContent ?? "").includes(name);
      seen.push({ element, left: element.getBoundingClientRect().left, named });
    });
  });
  seen.sort((a, b) => Number(b.named) - Number(a.named) || a.left - b.left);
  return seen.map(({ element }) => element);
}

function innerCells(row: Element): Element[] {
  const inner = Array.from(row.querySelectorAll(CELLS)).filter((each) => {
    const own = each.closest("tr, [role=row]");
    return own === row || own === null;
  });
  return inner.length > 0 ? inner : partsOf(row);
}

/** The boxes side by side of a row that is no table's, or the row itself where it holds words only. */
function partsOf(row: Element): Element[] {
  let parts = [row];
  for (
    let [only] = parts;
    parts.length === 1 && only && only.childElementCount > 0;
    [only] = parts
  ) {
    const inner = Array.from(only.children).filter((each) => !isOwn(each));
    if (inner.length === 0) break;
    parts = inner;
  }
  return parts.length > 1 ? parts : [row];
}

/**
 * Cells of one table that lie under a frozen copy, as `copy:index`. Asked of the rows in view: what is covered there is covered in all,
 * since frozen columns run down the whole table.
 */
export function coveredCells(places: readonly Place[]): Set<string> {
  const covered = new Set<string>();
  let asked = 0;
  for (const { rows } of places.slice(0, SAMPLE)) {
    if (rows.length < 2) continue;
    const large = (rows[0]?.parentElement?.childElementCount ?? 0) > LARGE;
    // what lies where is asked of the browser, which goes through all rows of a list for it
    if (large && asked >= FEW) break;
    const boxes = rows.map((row) => row.getBoundingClientRect());
    let answered = false;
    rows.forEach((row, copy) =>
      innerCells(row).forEach((element, index) => {
        const box = element.getBoundingClientRect();
        const [x, y] = [box.left + Math.min(box.width / 2, 24), box.top + box.height / 2];
        if (large && !boxes.some((other, i) => i !== copy && holds(other, x, y))) return;
        const top = element.ownerDocument.elementFromPoint(x, y);
        answered ||= top !== null;
        if (
          top !== null &&
          !element.contains(top) &&
          rows.some((other) => other !== row && other.contains(top))
        )
          covered.add(`${copy}:${index}`);
      }),
    );
    if (answered) asked++;
  }
  return covered;
}

const holds = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  left <= x && x <= right && top <= y && y <= bottom;

/** Frozen copies keep the cells that they do not show, hidden from the inside: what counts is whether the words are seen. */
function isSeen(cell: Element): boolean {
  if (cell.getClientRects().length === 0) return false;
  const words = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    if ((node.textContent ?? "").trim() === "" || !node.parentElement) continue;
    return (
      cell.ownerDocument.defaultView?.getComputedStyle(node.parentElement).visibility === "visible"
    );
  }
  return false;
}

/**
 * The innermost element around all of a cell's words, links and buttons excepted: a mark there would be clicked with them. What lays out
 * its children in a line of boxes takes no box more: there it is the box with the words.
 */
export function wordsOf(cell: Element, name: string): Element {
  let at = cell;
  for (;;) {
    const inner = Array.from(at.children).filter(
      (each) => !isOwn(each) && (each.textContent ?? "").trim() !== "",
    );
    const boxed = laysOutBoxes(at);
    const only = boxed
      ? (inner.find((each) => name !== "" && (each.textContent ?? "").includes(name)) ?? inner[0])
      : inner[0];
    if (!only || /^(A|BUTTON|LABEL|SELECT|TABLE)$/.test(only.tagName)) return at;
    if (boxed) {
      at = only;
      continue;
    }
    if (inner.length !== 1 || /^(SPAN|TAG)$/.test(only.tagName)) return at;
    if ((only.textContent ?? "").trim() !== (at.textContent ?? "").trim()) return at;
    at = only;
  }
}

const laysOutBoxes = (element: Element): boolean =>
  /flex|grid/.test(element.ownerDocument.defaultView?.getComputedStyle(element).display ?? "");

/** The part of a cell that cuts off what stands out of it, or the cell. */
export function cutOf(home: Element, cell: Element): Element {
  const view = home.ownerDocument.defaultView;
  for (let at = home; at !== cell && at.parentElement; at = at.parentElement)
    if (view?.getComputedStyle(at).overflowY !== "visible") return at;
  return cell;
}

/** Where a mark over a cell's edge is put: into the cell, but not among boxes in a line. */
export function edgeOf(cell: Element, name: string): Element {
  let at = cell;
  while (laysOutBoxes(at)) {
    const inner = Array.from(at.children).filter((each) => !isOwn(each));
    const next =
      inner.find((each) => name !== "" && (each.textContent ?? "").includes(name)) ?? inner[0];
    if (!next) return at;
    at = next;
  }
  return at;
}
