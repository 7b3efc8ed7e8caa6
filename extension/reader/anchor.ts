import { isOurs } from "./dom.ts";

const NO_CHILDREN = new Set(["INPUT", "TEXTAREA", "SELECT", "IMG", "BR", "OPTION"]);

/** The innermost element around the words of the wanted cell, else of the first visible cell with words. */
export function markPlace(
  wanted: Element | undefined,
  cells: readonly (Element | undefined)[],
): Element | undefined {
  for (const cell of [wanted, ...cells]) {
    if (!cell || cell.getClientRects().length === 0 || (cell.textContent ?? "").trim() === "")
      continue;
    return innermost(cell);
  }
  const first = wanted ?? cells.find((cell) => cell !== undefined);
  return first && NO_CHILDREN.has(first.tagName) ? (first.parentElement ?? undefined) : first;
}

/** Down to the element that holds the words themselves, but not into links and buttons: a mark there would be clicked. */
function innermost(cell: Element): Element {
  let at = cell;
  for (;;) {
    const inner: Element[] = [];
    for (let child = at.firstElementChild; child; child = child.nextElementSibling)
      if (!isOurs(child) && (child.textContent ?? "").trim() !== "") inner.push(child);
    const [only] = inner;
    if (inner.length !== 1 || !only || /^(?:A|BUTTON|LABEL|SELECT|TABLE)$/.test(only.tagName))
      return at;
    const text = (at.textContent ?? "").trim();
    if ((only.textContent ?? "").trim() !== text || only.getClientRects().length === 0) return at;
    at = only;
  }
}
