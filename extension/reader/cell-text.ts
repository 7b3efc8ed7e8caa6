import type { GridCell } from "#shared/reading/grid.ts";
import { type Visibility, classOf, isSilent } from "./dom.ts";

const BLOCKS = new Set([
  "DIV",
  "P",
  "LI",
  "UL",
  "OL",
  "TR",
  "TABLE",
  "TBODY",
  "DL",
  "DT",
  "DD",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "SECTION",
  "ARTICLE",
  "HEADER",
  "FOOTER",
  "FIELDSET",
  "FORM",
  "PRE",
  "BLOCKQUOTE",
  "SUMMARY",
]);
export const isBlock = (element: Element): boolean => BLOCKS.has(element.tagName);
/** Inline boxes with a border of their own: two of them are two words. */
const TAG_CLASS = /(?:^|[\s-])(?:tag|badge|chip|pill|label)(?:$|[\s-])/;
/** Where the words of a tooltip stand, the plainest first. */
const FULL_TEXT = [
  "title",
  "data-content",
  "data-title",
  "data-original-title",
  "data-bs-original-title",
  "data-tip",
  "data-tips",
  "data-qtip",
  "data-tooltip",
  "data-tooltip-content",
  "data-tippy-content",
  "tooltip",
  "datetime",
  "tip",
  "aria-label",
];
const PLAINNESS = new Map(FULL_TEXT.map((name, i) => [name, i]));
interface Gathered {
  text: string;
  titles: string[];
  marks: string[];
}

/**
 * What a cell says: its visible text with lines kept, and what it holds out of sight. `skip` leaves out parts that are read on their own.
 */
export function readCell(
  element: Element,
  visibility: Visibility,
  skip?: (part: Element) => boolean,
): GridCell {
  const { firstElementChild } = element;
  if (firstElementChild === null) {
    if (!isInput(element)) return plainCell(element, visibility);
  } else {
    const wrapped = wrappedCell(element, firstElementChild, visibility, skip);
    if (wrapped) return wrapped;
  }
  const gathered: Gathered = { text: "", titles: [], marks: [] };
  gather(element, gathered, visibility, skip, true);
  const cell: GridCell = { text: tidy(gathered.text) };
  const title = gathered.titles
    .filter((each) => each !== cell.text)
    .sort((a, b) => b.length - a.length)[0];
  if (title !== undefined) cell.title = title;
  if (gathered.marks.length > 0) cell.marks = gathered.marks;
  return cell;
}

function plainCell(element: Element, visibility: Visibility): GridCell {
  const cell: GridCell = { text: tidy(element.textContent ?? "") };
  const title = fullText(element);
  if (title !== undefined && title !== cell.text) cell.title = title;
  if (cell.text === "") {
    const colour = visibility.colourLike(element);
    if (colour !== undefined) cell.marks = [colour];
  }
  return cell;
}

/** Words in boxes within boxes and nothing beside them, as most widgets draw a cell: as `gather` reads them, for a part of its cost. */
function wrappedCell(
  element: Element,
  first: Element,
  visibility: Visibility,
  skip: ((part: Element) => boolean) | undefined,
): GridCell | undefined {
  if (fullText(element) !== undefined) return undefined;
  let part = first;
  for (let outer = element; ; outer = part, part = part.firstElementChild as Element) {
    if (outer.firstChild !== part || outer.lastChild !== part || !WRAPS.has(part.tagName))
      return undefined;
    if (skip?.(part) === true || visibility.hidesLike(part) || fullText(part) !== undefined)
      return undefined;
    if (part.firstElementChild === null) break;
  }
  const raw = part.textContent ?? "";
  // without words it may be a lamp
  return isTidy(raw) && raw !== "" ? { text: raw } : undefined;
}
const WRAPS = new Set(["DIV", "SPAN", "P", "A", "FONT", "B", "STRONG"]);

/** White space folded; the private characters of icon fonts and the marks that nobody sees are no words. What is longer than any value is cut. */
export const tidy = (raw: string): string => (isTidy(raw) ? raw : tidied(raw));
/** Nothing to fold, to cut or to leave out. */
const isTidy = (raw: string): boolean => raw.length <= LONGEST && !UNTIDY.test(raw);
const UNTIDY =
  /[^\S ]| {2}|^ | $|[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ue000-\uf8ff\ufeff]/;

const tidied = (raw: string): string => {
  const some = raw.length > LONGEST ? `${raw.slice(0, LONGEST)}…` : raw;
  const text = UNSEEN.test(some) ? some.replace(EVERY_UNSEEN, "") : some;
  return tidyPlain(text);
};
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ue000-\uf8ff\ufeff]/;
const EVERY_UNSEEN = new RegExp(UNSEEN, "g");
const LONGEST = 4000;

const tidyPlain = (text: string): string =>
  text.indexOf("\n") < 0
    ? text.replace(/[ \t\r\f\u00a0]+/g, " ").trim()
    : text
        .replace(/[ \t\r\f\u00a0]+/g, " ")
        .replace(/ ?\n[\n ]*/g, "\n")
        .trim();

/** White space as one; a byte order mark is white space to a pattern and nothing to the eye. */
const flat = (text: string): string =>
  (text.indexOf("\ufeff") < 0 ? text : text.replace(/\ufeff/g, "")).replace(/[\s\u00a0]+/g, " ");

const INPUTS = new Set(["INPUT", "TEXTAREA", "SELECT"]);
const isInput = (element: Element): boolean => INPUTS.has(element.tagName);

function fullText(element: Element): string | undefined {
  if (!element.hasAttributes()) return undefined;
  let plainest = FULL_TEXT.length;
  let words = "";
  for (const name of element.getAttributeNames()) {
    const rank = PLAINNESS.get(name);
    if (rank === undefined || rank >= plainest) continue;
    const value = element.getAttribute(name) ?? "";
    if (value.trim() === "" || value.length >= 400) continue;
    plainest = rank;
    words = value;
  }
  return words === "" ? undefined : tidy(words);
}

/** What a person sees in a control: its value, a chosen option's words; nothing for boxes, buttons and empty fields. */
export function controlText(element: Element): string {
  if (element.tagName === "SELECT") {
    const select = element as HTMLSelectElement;
    const chosen = select.options[select.selectedIndex];
    return chosen && chosen.value !== "" ? chosen.text : "";
  }
  if (element.tagName === "TEXTAREA") return (element as HTMLTextAreaElement).value;
  const input = element as HTMLInputElement;
  return /^(?:text|search|number|date|datetime-local|time|month|tel|url|email|)$/.test(input.type)
    ? input.value
    : "";
}

function gather(
  element: Element,
  into: Gathered,
  visibility: Visibility,
  skip: ((part: Element) => boolean) | undefined,
  top: boolean,
): void {
  const title = fullText(element);
  if (title !== undefined) into.titles.push(title);
  if (isInput(element)) {
    visibility.controls++;
    const said = controlText(element);
    if (said !== "") into.text += ` ${said} `;
    return;
  }
  if (element.tagName === "IMG") {
    into.marks.push(
      ...[element.getAttribute("alt") ?? "", fileName(element.getAttribute("src") ?? "")].filter(
        (mark) => mark !== "",
      ),
    );
    return;
  }
  const block = !top && isBlock(element);
  if (block) into.text += "\n";
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      into.text += flat((node as Text).data);
      continue;
    }
    if (node.nodeType !== 1) continue;
    const part = node as Element;
    if (part.tagName === "BR") {
      into.text += "\n";
      continue;
    }
    if (isSilent(part) || skip?.(part) === true || visibility.hidesLike(part)) continue;
    const tag = TAG_CLASS.test(classOf(part));
    if (tag) into.text += " ";
    const before = into.text.length;
    gather(part, into, visibility, skip, false);
    if (into.text.length === before) lampMarks(part, into.marks, visibility);
    if (tag) into.text += " ";
  }
  if (block) into.text += "\n";
}

/** A dot or icon without words speaks by its tooltip, its class and its colour. */
function lampMarks(part: Element, marks: string[], visibility: Visibility): void {
  if (part.firstElementChild !== null || part.tagName === "INPUT" || part.tagName === "IMG") return;
  const title = fullText(part);
  if (title !== undefined) marks.push(title);
  const words = classOf(part);
  if (words !== "") marks.push(words);
  const colour = /(?:background(?:-color)?|color)\s*:\s*([^;]+)/.exec(
    part.getAttribute("style") ?? "",
  )?.[1];
  if (colour !== undefined) marks.push(colour.trim());
  const drawn = visibility.colourLike(part);
  if (drawn !== undefined) marks.push(drawn);
}

const fileName = (address: string): string =>
  /([^/\\?#]+?)(?:\.\w+)?(?:[?#].*)?$/.exec(address)?.[1] ?? "";
