import { isOurs } from "../dom.ts";
import type { Part, PartRow } from "./part.ts";

const MOST_ROWS = 5000;

/** An element that a person pointed out as a table, whatever it is made of: its repeated children are rows, their children cells. */
export function childrenPart(root: Element): Part | undefined {
  const body = widest(root);
  if (!body) return undefined;
  const rows = childrenOf(body)
    .slice(0, MOST_ROWS)
    .map((element): PartRow => ({ element, cells: cellsOf(element) }))
    .filter(({ cells }) => cells.length > 1);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (width < 2) return undefined;
  return firstRowAsHeader({ root, header: [], rows, width, from: "roles" });
}

/** A first row without a digit above rows with digits says what the columns are. */
export function firstRowAsHeader(part: Part): Part {
  const [first, ...rest] = part.rows;
  const digits = (row: PartRow): boolean => /\d/.test(row.element.textContent ?? "");
  if (part.header.length > 0 || !first || digits(first) || !rest.some(digits)) return part;
  return { ...part, header: [first], rows: rest };
}

/** The innermost element with the most children that have several children of their own. */
function widest(root: Element): Element | undefined {
  let best: Element | undefined;
  let most = 0;
  for (const each of [root, ...root.querySelectorAll("*")]) {
    const rows = childrenOf(each).filter((row) => cellsOf(row).length > 1).length;
    if (rows > most) {
      best = each;
      most = rows;
    }
  }
  return best;
}

/** Down through wrappers of one child to where the cells stand side by side. */
function cellsOf(row: Element): Element[] {
  let cells = childrenOf(row);
  for (let [only] = cells; cells.length === 1 && only && only.children.length > 0; [only] = cells)
    cells = childrenOf(only);
  return cells;
}

/** Our marks stand among them and are no part of the page. */
const childrenOf = (element: Element): Element[] =>
  Array.from(element.children).filter((child) => !isOurs(child));
