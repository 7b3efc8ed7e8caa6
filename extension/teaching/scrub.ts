import type { Instant } from "#shared/time/instant.ts";
import { dayOrder } from "#shared/reading/values/moment.ts";
import { scrubbedAttributes } from "./scrub/attributes.ts";
import { type Secret, inventor } from "./scrub/invent.ts";
import { isKnownTag, sheetsOf } from "./scrub/styles.ts";

const DROPPED = new Set([
  "SCRIPT",
  "NOSCRIPT",
  "TEMPLATE",
  "OBJECT",
  "EMBED",
  "APPLET",
  "LINK",
  "META",
  "BASE",
  "STYLE",
  "AUDIO",
  "VIDEO",
  "SOURCE",
  "TRACK",
  "CANVAS",
  "MATH",
  "PORTAL",
]);
const SVG = "http://www.w3.org/2000/svg";

/**
 * The page as one HTML file about nobody: its structure, its styles, the words of its trade; every other text, number and name is an
 * invention of the same shape, dates are moved together. Frames of the same origin are inside; others are empty. The page itself is not touched.
 * @param at when the page is saved
 */
export function scrub(document: Document, secret: Secret, at: Instant): string {
  const order = dayOrder((document.body?.textContent ?? "").split(/\s{2,}|[，,;；|]|(?<=\d{4})\s/));
  const invent = inventor(secret, at, order);
  const twin = document.implementation.createHTMLDocument(invent.text(document.title));
  const view = document.defaultView;

  const head = (name: string, content: string) => {
    const meta = twin.createElement("meta");
    meta.setAttribute("name", name);
    meta.setAttribute("content", content);
    twin.head.append(meta);
  };
  const charset = twin.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  twin.head.prepend(charset);
  head("shixian-twin", "1");
  head("shixian-as-of", new Date(at + secret.days * 86_400_000).toISOString());
  const style = twin.createElement("style");
  style.textContent = sheetsOf(document, invent);
  twin.head.append(style);

  copyAttributes(document.documentElement, twin.documentElement);
  if (document.body) {
    copyAttributes(document.body, twin.body);
    copyChildren(document.body, twin.body);
  }
  const doctype = document.compatMode === "BackCompat" ? "" : "<!doctype html>\n";
  return `${doctype}${twin.documentElement.outerHTML}\n`;

  function copyChildren(from: Node, to: Element): void {
    for (let node = from.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) to.append(twin.createTextNode(invent.text((node as Text).data)));
      else if (node.nodeType === 1) {
        const copy = copyElement(node as Element);
        if (copy) to.append(copy);
      }
    }
  }

  function copyElement(from: Element): Element | undefined {
    const { tagName, namespaceURI, localName } = from;
    if (DROPPED.has(tagName.toUpperCase()) || localName.startsWith("shixian-")) return undefined;
    if (tagName === "INPUT" && (from as HTMLInputElement).type === "hidden") return undefined;
    if (namespaceURI === SVG) {
      // a drawing may write: its place is kept, its lines are not
      const svg = twin.createElementNS(SVG, "svg");
      copyAttributes(from, svg);
      return svg;
    }
    const to = twin.createElement(
      isKnownTag(localName, document) ? localName : invent.identifier(localName),
    );
    copyAttributes(from, to);
    if (tagName === "IFRAME" || tagName === "FRAME") {
      const inner = innerOf(from as HTMLIFrameElement);
      if (inner) to.setAttribute("srcdoc", scrub(inner, secret, at));
      return to;
    }
    if (tagName === "TEXTAREA") {
      to.textContent = invent.text((from as HTMLTextAreaElement).value);
      return to;
    }
    copyChildren(from, to);
    return to;
  }

  function copyAttributes(from: Element, to: Element): void {
    for (const [name, value] of scrubbedAttributes(from, invent)) to.setAttribute(name, value);
    if (!view || to === twin.documentElement || !hidden(from)) return;
    // what hides it may stand in a sheet that could not be read
    const own = to.getAttribute("style");
    to.setAttribute("style", `${own === null ? "" : `${own};`}display:none`);
  }
  function hidden(element: Element): boolean {
    return view?.getComputedStyle(element).display === "none" && element !== document.body;
  }
}

function innerOf(frame: HTMLIFrameElement): Document | undefined {
  try {
    const inner = frame.contentDocument;
    return inner?.documentElement ? inner : undefined; // nothing yet in a frame that is still loading
  } catch {
    return undefined; // another origin's frame says so by throwing
  }
}
