import { isMade, made, parentOf } from "../own-elements.ts";

/** Our elements in a portal page: names that no page uses, drawn in a shadow root of our own so that neither side's styles leak. */
export const OWN_TAGS = [
  "shixian-mark",
  "shixian-step",
  "shixian-summary",
  "shixian-tip",
  "shixian-drift",
  "shixian-teach",
  "shixian-outline",
] as const;
export type OwnTag = (typeof OWN_TAGS)[number];

/** The node is ours or inside something of ours. */
export function isOwn(node: Node): boolean {
  for (let each: Node | null = node; each; each = parentOf(each)) if (isMade(each)) return true;
  return false;
}

/** A constructed sheet is not subject to the portal's content security policy, as a style element would be. */
export function ownElement(
  document: Document,
  tag: OwnTag,
  css: string,
): { host: HTMLElement; root: ShadowRoot } {
  const host = made(document.createElement(tag));
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheetOf(document, css)];
  return { host, root };
}

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

function sheetOf(document: Document, css: string): CSSStyleSheet {
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, known);
  const found = known.get(css);
  if (found) return found;
  const View = (document.defaultView ?? window) as unknown as {
    CSSStyleSheet: typeof CSSStyleSheet;
  };
  const sheet = new View.CSSStyleSheet();
  sheet.replaceSync(css);
  known.set(css, sheet);
  return sheet;
}

/** Text only, never HTML. */
export function text(
  document: Document,
  tag: "span" | "div" | "p" | "b" | "li" | "ul" | "button",
  content: string,
  className = "",
): HTMLElement {
  const element = document.createElement(tag);
  if (content !== "") element.textContent = content;
  if (className !== "") element.className = className;
  return element;
}
