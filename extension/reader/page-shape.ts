import type { PageShape } from "#shared/reading/grid.ts";
import { isLabelWord, meanings } from "#shared/reading/lexicon/meanings.ts";
import { tidy } from "./cell-text.ts";
import { Visibility, classOf, frameOf } from "./dom.ts";
import { findCards } from "./fields/cards.ts";
import { pageLeaves } from "./fields/leaves.ts";
import { type Pair, pairUp } from "./fields/pairs.ts";
import { type FoundGrid, findGrids, isTab } from "./grids/find-grids.ts";
import type { Memory } from "./memory.ts";
import { pagersOf } from "./pagers.ts";

export interface FoundPage {
  shape: PageShape;
  grids: FoundGrid[];
  fields: Pair[];
}

/** What one document shows, as plain data, and where in it. Yields often, so that it can be done in slices. */
export function* pageShape(
  document: Document,
  root: Element,
  over: boolean,
  pointedOut: ReadonlyMap<Element, string> = new Map(),
  memory?: Memory,
): Generator<void, FoundPage> {
  const visibility = new Visibility(document);
  const grids = yield* findGrids(root, visibility, pointedOut, memory);
  const tables = grids.filter(({ grid }) => isList(grid));
  const inTable = (element: Element): boolean =>
    tables.some(
      ({ root: table }) =>
        table === element || (element.tagName === "TABLE" && table.contains(element)),
    );
  const cards = yield* findCards(root, visibility, inTable, grids.length);
  const frame = frameOf(root);
  const hiddenTabs = frame.filter(
    (each) => isTab(each) && visibility.hidesItself(each) && /\d/.test(each.textContent ?? ""),
  );
  for (const tab of hiddenTabs)
    cards.push(...(yield* findCards(tab, visibility, inTable, grids.length + cards.length)));
  const inCard = new Set(cards.flatMap(({ rows }) => rows.flat()));
  const skip = (element: Element): boolean => inTable(element) || inCard.has(element);
  const { pairs, rest } = pairUp(yield* pageLeaves(root, visibility, skip));
  for (const tab of hiddenTabs)
    pairs.push(...pairUp(yield* pageLeaves(tab, visibility, skip)).pairs);
  if (!pairs.some(({ label }) => meanings(label)[0] === "status")) {
    const state = rest.find(({ element, cell }) => cell.text.length <= 300 && isState(element));
    const words = state?.cell.text.split(/(?<=[.。])\s/)[0];
    if (state && words !== undefined && words.length <= 80)
      pairs.push({ label: "status", cell: { ...state.cell, text: words }, element: state.element });
  }
  return {
    shape: {
      title: document.title,
      headings: headingsOf(
        frame,
        visibility,
        rest.map((leaf) => leaf.cell.text),
      ),
      grids: [...grids, ...cards].map(({ grid }) => grid),
      fields: pairs.map(({ label, cell, marked }) => ({ label, cell, ...(marked && { marked }) })),
      prose: rest
        .filter(({ cell }) => cell.text.length < 400 && /\d/.test(cell.text))
        .slice(0, 200)
        .map(({ cell }) => cell),
      pagers: [...pagersOf(frame), ...grids.flatMap(({ notes }) => notes)],
      ...(over && { over }),
    },
    grids: [...grids, ...cards],
    fields: pairs,
  };
}

/** The page's author called it the status. */
function isState(element: Element): boolean {
  for (let each: Element | null = element, up = 0; each && up < 3; each = each.parentElement, up++)
    if (/(?:^|[-_\s])status(?:$|[-_\s])/i.test(`${classOf(each)} ${each.id}`)) return true;
  return false;
}

/** A grid with column names; all others may be forms laid out in a table. */
const isList = (grid: FoundGrid["grid"]): boolean => {
  const named = grid.columns.filter((column) => column.header.length > 0);
  return (
    named.length >= 2 &&
    (grid.rows.length > 0 || named.some((column) => isLabelWord(column.header.join(""))))
  );
};

const HEADING_TAGS = /^(?:h[1-4]|legend|caption)$/;
const HEADING_CLASS = /title|crumb|tab\S*[-_ ](?:is-)?active|active\S*tab/i;

function headingsOf(
  frame: readonly Element[],
  visibility: Visibility,
  texts: readonly string[],
): string[] {
  const found: string[] = [];
  for (const element of frame) {
    const named =
      HEADING_TAGS.test(element.localName) ||
      HEADING_CLASS.test(classOf(element)) ||
      (element.getAttribute("role") === "tab" && element.getAttribute("aria-selected") === "true");
    if (!named || element.childElementCount > 20 || element.closest("table")) continue;
    const text = tidy(element.textContent ?? "");
    if (text !== "" && text.length <= 60 && visibility.isDrawn(element)) found.push(text);
    if (found.length >= 40) break;
  }
  return [...found, ...texts.filter((text) => text.length >= 2 && text.length <= 30).slice(0, 20)];
}
