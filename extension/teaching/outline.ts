import { box } from "./elements.ts";

const CSS = `:host { all: initial; position: fixed; z-index: 2147483645; pointer-events: none; box-sizing: border-box; border: 3px solid #1d4ed8; border-radius: 4px;
  background: rgba(29, 78, 216, .06); } :host([hidden]) { display: none; } :host([data-thin]) { border-width: 2px; border-style: dashed; }`;

export interface Outline {
  around(elements: readonly Element[], thin?: boolean): void;
  hide(): void;
}

/** A frame of our own over elements of the page, which are not touched: it follows them while they scroll and move. */
export function outline(document: Document, signal: AbortSignal): Outline {
  const { host } = box(document, "shixian-outline", CSS, signal);
  const view = document.defaultView ?? window;
  let shown: readonly Element[] = [];
  let place = "";
  host.hidden = true;

  const follow = () => {
    if (signal.aborted) return;
    const boxes = shown
      .map((element) => element.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0);
    const left = Math.min(...boxes.map((each) => each.left));
    const top = Math.min(...boxes.map((each) => each.top));
    const right = Math.max(...boxes.map((each) => each.right));
    const bottom = Math.max(...boxes.map((each) => each.bottom));
    const next =
      boxes.length === 0
        ? ""
        : `left:${left - 3}px;top:${top - 3}px;width:${right - left + 6}px;height:${bottom - top + 6}px`;
    if (next !== place) {
      place = next;
      host.hidden = next === "";
      host.style.cssText = next;
    }
    if (shown.length > 0) view.requestAnimationFrame(follow);
  };

  return {
    around(elements, thin = false) {
      const idle = shown.length === 0;
      shown = elements;
      host.toggleAttribute("data-thin", thin);
      if (idle) follow();
    },
    hide() {
      shown = [];
      place = "";
      host.hidden = true;
    },
  };
}
