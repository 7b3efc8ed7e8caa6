import { classOf, frameOf } from "./dom.ts";

/** The dialog that lies over the page, when there is one with something to read in it. */
export function topDialog(document: Document): Element | undefined {
  let top: Element | undefined;
  let height = -1;
  const view = document.defaultView ?? window;
  for (const element of document.body ? frameOf(document.body) : []) {
    if (
      !/dialog|modal|drawer|layer|window|popup/i.test(
        `${classOf(element)} ${element.getAttribute("role") ?? ""} ${element.localName}`,
      )
    )
      continue;
    if (element.getClientRects().length === 0 || (element.textContent ?? "").trim().length < 20)
      continue;
    const over = floats(element, view);
    if (over === undefined) continue;
    if (over >= height) {
      if (top && top.contains(element) && over === height) continue;
      top = element;
      height = over;
    }
  }
  return top;
}

/** The stacking order of an element that is drawn over the page; undefined for one that is part of it. */
function floats(element: Element, view: Window): number | undefined {
  for (
    let each: Element | null = element, up = 0;
    each && up < 4;
    each = each.parentElement, up++
  ) {
    const style = view.getComputedStyle(each);
    if (style.visibility === "hidden" || style.opacity === "0") return undefined;
    if (
      style.position === "fixed" ||
      (style.position === "absolute" && /\d/.test(style.zIndex) && Number(style.zIndex) > 0)
    )
      return Number(style.zIndex) || 0;
  }
  return element.getAttribute("role") === "dialog" || element.localName === "dialog"
    ? 0
    : undefined;
}
