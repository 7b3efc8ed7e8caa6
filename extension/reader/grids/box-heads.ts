import { isLabelWord } from "#shared/reading/lexicon/meanings.ts";
import { tidy } from "../cell-text.ts";
import { isOurs } from "../dom.ts";
import { NEAR } from "./header-for.ts";
import type { Part } from "./part.ts";

const MOST_LOOKED_AT = 600;
/** headings begin where the cells of their column begin, px */
const EDGE = 3;

/** The names of a table's columns, drawn as plain boxes above its rows: each begins where the cells of its column begin. */
export function boxHeadAbove(body: Part): Part | undefined {
  const first = body.rows[0];
  if (!first || body.labels || body.width < 3 || body.from === "cards") return undefined;
  const boxes = first.cells.map((cell, i) =>
    cell && cell !== first.cells[i - 1] ? cell.getBoundingClientRect() : undefined,
  );
  const drawn = boxes.filter((box) => box && box.width > 0);
  if (drawn.length < 3) return undefined;
  const top = Math.min(...drawn.map((box) => box?.top ?? Infinity));
  let looked = 0;
  for (
    let at: Element | null = body.root, up = 0;
    at && up < NEAR && at !== at.ownerDocument.body;
    at = at.parentElement, up++
  )
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      if (isOurs(before) || before.localName === "table") continue;
      const walker = before.ownerDocument.createTreeWalker(before, NodeFilter.SHOW_ELEMENT);
      for (let row: Node | null = before; row; row = walker.nextNode()) {
        if (++looked > MOST_LOOKED_AT) return undefined;
        const element = row as Element;
        if (element.childElementCount < 3) continue;
        const cells = headings(element, boxes, top);
        if (cells)
          return {
            root: element,
            header: [{ element, cells }],
            rows: [],
            width: cells.length,
            from: "roles",
          };
      }
    }
  return undefined;
}

/** Per column the child above it; `undefined` where few columns have one, or where they say no names of columns. */
function headings(
  element: Element,
  boxes: readonly (DOMRect | undefined)[],
  top: number,
): (Element | undefined)[] | undefined {
  const names = Array.from(element.children).filter((child) => !isOurs(child));
  if (names.length < boxes.length * 0.6 || names.length > boxes.length + 2) return undefined;
  const places = names.map((name) => name.getBoundingClientRect());
  if (places.some((box) => box.width > 0 && box.bottom > top + EDGE)) return undefined;
  const cells = boxes.map((box) => {
    const i = places.findIndex(
      (place) => box && box.width > 0 && place.width > 0 && Math.abs(place.left - box.left) <= EDGE,
    );
    return names[i];
  });
  const found = cells.filter((cell) => cell !== undefined);
  const known = found.filter((cell) => isLabelWord(tidy(cell.textContent ?? ""))).length;
  const drawn = boxes.filter((box) => box && box.width > 0).length;
  if (found.length < Math.max(3, drawn * 0.6) || known < 2) return undefined;
  // a name that stands over nothing: the rows have lost a cell, and the others may stand below the wrong names
  const idle = names.filter(
    (name, i) =>
      !found.includes(name) && places[i]?.width !== 0 && tidy(name.textContent ?? "") !== "",
  );
  return [...cells, ...idle];
}
