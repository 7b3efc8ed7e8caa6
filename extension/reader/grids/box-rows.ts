import { isOurs } from "../dom.ts";
import { NEAR, near } from "./header-for.ts";
import type { Part, PartRow } from "./part.ts";

const MOST_LOOKED_AT = 4000;
const MOST_ROWS = 5000;
/** cells of a column begin where its heading begins, px */
const EDGE = 3;

/** Heads without any rows near them, with what stands below them: rows drawn as plain boxes (a virtual list under a table's head). */
export function withBoxRows(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  for (const head of parts) {
    if (head.rows.length > 0 || head.header.length === 0 || head.width < 3) continue;
    if (parts.some((each) => each.rows.length > 0 && near(head, each) <= NEAR)) continue;
    const rows = boxRowsBelow(head);
    if (rows) found.push(rows);
  }
  return [...parts, ...found];
}

function boxRowsBelow(head: Part): Part | undefined {
  const leaf = head.header[head.header.length - 1];
  if (!leaf) return undefined;
  for (
    let at: Element | null = head.root, up = 0;
    at && up < NEAR && at !== at.ownerDocument.body;
    at = at.parentElement, up++
  )
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      const part = isOurs(next) ? undefined : rowsIn(next, leaf, head.width);
      if (part) return part;
    }
  return undefined;
}

/** The element whose children have a cell below nearly every heading. */
function rowsIn(root: Element, leaf: PartRow, width: number): Part | undefined {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  let looked = 0;
  for (
    let at: Node | null = root;
    at && looked < MOST_LOOKED_AT;
    at = walker.nextNode(), looked++
  ) {
    const list = at as Element;
    if (isOurs(list) || list.localName === "table") continue;
    const first = childrenOf(list).find((row) => Math.abs(childrenOf(row).length - width) <= 2);
    const places = first && placesOf(first, leaf);
    if (!first || !places) continue;
    const rows = childrenOf(list)
      .slice(0, MOST_ROWS)
      .map((element): PartRow => {
        const cells: (Element | undefined)[] = Array.from({ length: leaf.cells.length });
        childrenOf(element).forEach((cell, i) => {
          const place = places[i];
          if (place !== undefined) cells[place] = cell;
        });
        return { element, cells };
      })
      .filter(({ cells }) => cells.filter((cell) => cell !== undefined).length > 1);
    return { root: list, header: [], rows, width: leaf.cells.length, from: "roles" };
  }
  return undefined;
}

/** Per cell of a row the heading above it; `undefined` when most have none. */
function placesOf(row: Element, leaf: PartRow): (number | undefined)[] | undefined {
  const lefts = leaf.cells.map((cell) => cell?.getBoundingClientRect());
  const places = childrenOf(row).map((cell) => {
    const box = cell.getBoundingClientRect();
    if (box.width === 0) return undefined;
    const place = lefts.findIndex(
      (head) => head && head.width > 0 && Math.abs(head.left - box.left) <= EDGE,
    );
    return place < 0 ? undefined : place;
  });
  const placed = places.filter((place) => place !== undefined);
  const enough = placed.length >= Math.max(3, leaf.cells.length * 0.6);
  return enough && new Set(placed).size === placed.length ? places : undefined;
}

const childrenOf = (element: Element): Element[] =>
  Array.from(element.children).filter((child) => !isOurs(child));
