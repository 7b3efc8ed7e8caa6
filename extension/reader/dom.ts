import { isMade } from "../own-elements.ts";
import { colourName } from "./colour-name.ts";
import { Looks } from "./looks.ts";

/** Our own elements are no part of what a page says, nor the empty ones of a page that was saved with them; one with words in it is the page's. */
export const isOurs = (element: Element): boolean =>
  element.localName.startsWith("shixian-") && (isMade(element) || element.firstChild === null);

const SILENT = new Set([
  "SCRIPT",
  "STYLE",
  "TEMPLATE",
  "NOSCRIPT",
  "LINK",
  "META",
  "HEAD",
  "OBJECT",
  "svg",
  "SVG",
  "CANVAS",
]);
export const isSilent = (element: Element): boolean =>
  SILENT.has(element.tagName) || isOurs(element);

/** What hides an element is asked of the browser once per look for elements that look alike. */
export class Visibility {
  private readonly looks = new Looks();
  private readonly alike = new Map<number, boolean>();
  private readonly colours = new Map<string, string | undefined>();
  /** how many controls were asked for what they hold */
  controls = 0;
  private readonly view: Window;

  constructor(document: Document) {
    this.view = document.defaultView ?? window;
  }

  /** The element's own style takes it off the page (its ancestors are the caller's business). */
  hidesItself(element: Element): boolean {
    const style = this.view.getComputedStyle(element);
    if (style.display === "none" || style.visibility !== "visible") return true;
    if (style.position !== "absolute") return false;
    // words for screen readers only: cut to nothing or pushed off the page
    return (
      /^rect\((?:0|1)px,? (?:0|1)px/.test(style.clip) ||
      style.clipPath === "inset(50%)" ||
      Number.parseFloat(style.left) < -999 ||
      Number.parseFloat(style.top) < -999
    );
  }

  /** As `hidesItself`, remembered for the same tag, class and style under the same kind of parent: for the many parts of cells. */
  hidesLike(element: Element): boolean {
    const key = this.looks.ofPair(element);
    if (key === undefined) return this.hidesItself(element);
    const known = this.alike.get(key);
    if (known !== undefined) return known;
    const hidden = this.hidesItself(element);
    this.alike.set(key, hidden);
    return hidden;
  }

  /** `drawn red`, `drawn yellow`, `drawn green`: what a small box without words is filled with, remembered like `hidesLike`. */
  colourLike(element: Element): string | undefined {
    const key = `${this.looks.ofPair(element) ?? `new ${this.colours.size}`}#${element.id}`;
    if (this.colours.has(key)) return this.colours.get(key);
    const { backgroundColor } = this.view.getComputedStyle(element);
    const name = colourName(backgroundColor);
    const said = name === undefined ? undefined : `drawn ${name}`;
    this.colours.set(key, said);
    return said;
  }

  /** Drawn at all: neither it nor an ancestor is `display: none`. */
  isDrawn(element: Element): boolean {
    return element.getClientRects().length > 0;
  }
}

export const classOf = (element: Element): string => element.getAttribute("class") ?? "";

/** How many steps up from `a` and from `b` to where they meet. */
export function meeting(a: Element, b: Element): { at: Element; up: number } | undefined {
  let up = 0;
  for (let each: Element | null = a; each; each = each.parentElement, up++)
    if (each.contains(b)) {
      let down = 0;
      for (let other: Element | null = b; other && other !== each; other = other.parentElement)
        down++;
      return { at: each, up: Math.max(up, down) };
    }
  return undefined;
}

/** The elements of a page around its tables: what headings, pagers, tabs and dialogs are looked for among. */
export function frameOf(root: Element): Element[] {
  const frame: Element[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, 1, {
    acceptNode(node) {
      const element = node as Element;
      if (element.localName === "tbody" || element.getAttribute("role") === "row") return 2;
      return isSilent(element) ? 2 : 1;
    },
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) frame.push(node as Element);
  return frame;
}
