import type { Grid, GridCell } from "#shared/reading/grid.ts";
import { type Visibility, classOf, isOurs, isSilent } from "../dom.ts";
import type { FoundGrid } from "../grids/find-grids.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import { mayLabel, pairUp } from "./pairs.ts";

const FEWEST = 2;
const LONGEST = 3000;
/** cards between two rests */
const STEP = 20;

/** Elements of the same make side by side that each say the same kind of things: cards, list items, timeline entries, rows of div. */
export function* findCards(
  root: Element,
  visibility: Visibility,
  skip: (element: Element) => boolean,
  firstId: number,
): Generator<void, FoundGrid[]> {
  const found: FoundGrid[] = [];
  const queue: Element[] = [root];
  while (queue.length > 0) {
    const element = queue.shift() as Element;
    const taken = new Set<Element>();
    for (const group of groupsIn(element)) {
      if (group.length < FEWEST || !mayBeCards(group, visibility)) continue;
      const grid = yield* gridOf(group, `g${firstId + found.length}`, visibility, skip);
      yield;
      if (!grid) continue;
      found.push(grid);
      for (const card of group) taken.add(card);
    }
    for (let child = element.firstElementChild; child; child = child.nextElementSibling)
      if (
        !taken.has(child) &&
        !isSilent(child) &&
        !skip(child) &&
        child.childElementCount > 0 &&
        !visibility.hidesLike(child)
      )
        queue.push(child);
  }
  return found;
}

/** Words in a class that change from one card to the next. */
const STATE =
  /^(?:(?:is|has)-\S+|active|current|first|last|odd|even|selected|hover|on|open|done|finish(?:ed)?|process|wait|success|error|warning|danger|primary|info|disabled|checked|incoming|outgoing|alt|clearfix|\S*[-_]?\d+)$|[-_](?:active|current|finish(?:ed)?|process(?:ing)?|wait|success|error|first|last|primary|info|warning|danger|default|plain|disabled|done|pending|red|green|blue|gr[ae]y)$/i;

const makeOf = (element: Element): string =>
  `${element.tagName}.${classOf(element)
    .split(/\s+/)
    .filter((word) => word !== "" && !STATE.test(word))
    .sort()
    .join(".")}`;

function groupsIn(element: Element): Element[][] {
  if (element.childElementCount < FEWEST) return [];
  const groups = new Map<string, Element[]>();
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    if (
      isSilent(child) ||
      /^(?:TABLE|TR|TD|TH|THEAD|TBODY|COLGROUP|OPTION|BR|HR|SPAN|A|BUTTON|INPUT|IMG|I|B)$/.test(
        child.tagName,
      )
    )
      continue;
    const make = makeOf(child);
    const group = groups.get(make);
    if (group) group.push(child);
    else groups.set(make, [child]);
  }
  return [...groups.values()].filter((group) => group.length >= FEWEST);
}

function mayBeCards(group: readonly Element[], visibility: Visibility): boolean {
  let dated = 0;
  for (const card of group) {
    const text = card.textContent ?? "";
    if (text.length > LONGEST) return false;
    if (/\d/.test(text) && text.trim().length >= 8) dated++;
  }
  const first = group[0];
  return (
    dated >= Math.max(FEWEST - 1, group.length * 0.5) &&
    first !== undefined &&
    !visibility.hidesLike(first)
  );
}

interface Column {
  header: string[];
  key: string;
  seen: number;
}

function* gridOf(
  group: readonly Element[],
  id: string,
  visibility: Visibility,
  skip: (element: Element) => boolean,
): Generator<void, FoundGrid | undefined> {
  const columns: Column[] = [];
  const byKey = new Map<string, number>();
  const read: { card: Element; leaves: Leaf[] }[] = [];
  for (const card of group) {
    read.push({ card, leaves: leavesOf(card, visibility, skip, true) });
    if (read.length % STEP === 0) yield;
  }
  for (const head of headsOf(group)) {
    const inGroup = head === group[0];
    const named = inGroup
      ? read
      : [{ card: head, leaves: leavesOf(head, visibility, skip) }, ...read];
    const asTable = divTableOf(named, id);
    if (asTable !== undefined) return asTable;
    yield;
  }
  const rows: { cells: Map<number, { cell: GridCell; element: Element }>; card: Element }[] = [];
  if (!isCalledSteps(group) && isDefinitionList(read.map(({ leaves }) => leaves))) return undefined;
  const isLabel = repeatedLabels(read.map(({ leaves }) => leaves));
  yield;
  for (const { card, leaves } of read) {
    const { pairs, rest } = pairUp(leaves, isLabel);
    const cells = new Map<number, { cell: GridCell; element: Element }>();
    const put = (key: string, header: string[], cell: GridCell, element: Element) => {
      let place = byKey.get(key);
      if (place === undefined) {
        place = columns.length;
        columns.push({ header, key, seen: 0 });
        byKey.set(key, place);
      }
      if (cells.has(place)) return;
      (columns[place] as Column).seen++;
      cells.set(place, { cell, element });
    };
    const inOrder: { at: Element; put(): void }[] = [
      ...pairs.map((pair) => ({
        at: pair.element,
        put: () =>
          put(`label ${pair.label.replace(/[\s:：]/g, "")}`, [pair.label], pair.cell, pair.element),
      })),
      ...rest.map((leaf, i) => ({
        at: leaf.element,
        put: () => put(pathOf(leaf, card, rest, i), [], leaf.cell, leaf.element),
      })),
    ].sort((a, b) => (a.at === b.at ? 0 : (a.at.compareDocumentPosition(b.at) & 4) !== 0 ? -1 : 1));
    for (const each of inOrder) each.put();
    rows.push({ cells, card });
    if (rows.length % STEP === 0) yield;
  }
  const usual = columns
    .map((column, i) => ({ column, i }))
    .filter(
      ({ column }) => column.seen >= Math.max(1, group.length * 0.3) || column.header.length > 0,
    );
  const shared = columns.filter((column) => column.seen >= group.length * 0.6).length;
  if (shared < 2 || usual.length > 60) return undefined;
  const grid: Grid = {
    id,
    from: "cards",
    columns: usual.map(({ column }) => ({ header: column.header, hidden: false })),
    rows: rows.map((row) => ({
      cells: usual.map(({ i }) => row.cells.get(i)?.cell ?? { text: "" }),
    })),
  };
  return {
    grid,
    root: (group[0] as Element).parentElement ?? (group[0] as Element),
    notes: [],
    rows: rows.map((row) => [row.card]),
    cells: rows.map((row) => usual.map(({ i }) => row.cells.get(i)?.element)),
  };
}

/** The page's author called them steps. */
const isCalledSteps = (group: readonly Element[]): boolean =>
  [group[0], group[0]?.parentElement].some(
    (each) => each && /step|time-?line|process|flow|track|history/i.test(classOf(each)),
  );

/** A label and a value in each: the lines of one form, not cards. */
const isDefinitionList = (cards: readonly (readonly Leaf[])[]): boolean =>
  cards.filter((leaves) => {
    const said = leaves.filter((leaf) => leaf.cell.text !== "");
    return (
      said.length <= 2 &&
      leaves[0] !== undefined &&
      (leaves[0].known || /[:：]\s*$/.test(leaves[0].cell.text))
    );
  }).length >=
  cards.length * 0.6;

/** A label is the same in several cards; a heading that looks like one is not. */
function repeatedLabels(cards: readonly (readonly Leaf[])[]): (leaf: Leaf) => boolean {
  const seen = new Map<string, number>();
  for (const leaves of cards)
    for (const words of new Set(leaves.filter(mayLabel).map((leaf) => leaf.cell.text)))
      seen.set(words, (seen.get(words) ?? 0) + 1);
  return (leaf) =>
    mayLabel(leaf) &&
    (seen.get(leaf.cell.text) ?? 0) >= Math.max(2, cards.length * (leaf.label ? 0.3 : 0.6));
}

/** Where in its card an unlabelled piece stands. */
function pathOf(leaf: Leaf, card: Element, all: readonly Leaf[], index: number): string {
  const path: string[] = [];
  for (let each: Element | null = leaf.element; each && each !== card; each = each.parentElement)
    path.unshift(makeOf(each));
  const key = `path ${path.join(">")}`;
  const before = all
    .slice(0, index)
    .filter(
      (other) =>
        other.element.parentElement === leaf.element.parentElement &&
        makeOf(other.element) === makeOf(leaf.element),
    ).length;
  return `${key} ${before}`;
}

/** Where the column names of rows of div may be: the first row, what stands before them, or before their container. */
function headsOf(group: readonly Element[]): Element[] {
  const first = group[0] as Element;
  return [first, first.previousElementSibling, first.parentElement?.previousElementSibling].filter(
    (each) => each !== null && each !== undefined,
  );
}

/** Rows of div whose first one holds the column names. */
function divTableOf(
  read: readonly { card: Element; leaves: readonly Leaf[] }[],
  id: string,
): FoundGrid | undefined {
  const [head, ...body] = read;
  if (!head || body.length === 0) return undefined;
  const cellsOf = (card: Element): Element[] => {
    const inside = (row: Element): Element[] => [...row.children].filter((each) => !isOurs(each));
    const [only, ...others] = inside(card);
    const wrapped = only && others.length === 0 ? inside(only) : [];
    return wrapped.length > 1 ? wrapped : inside(card);
  };
  const names = cellsOf(head.card);
  if (names.length < 3 || body.some(({ card }) => cellsOf(card).length !== names.length))
    return undefined;
  const words = head.leaves.filter((leaf) => leaf.cell.text !== "");
  if (
    words.length < 3 ||
    words.filter((leaf) => leaf.known).length < words.length * 0.5 ||
    words.some((leaf) => /\d{2}|[:：]/.test(leaf.cell.text))
  )
    return undefined;
  const textIn = (cell: Element, leaves: readonly Leaf[]): GridCell =>
    leaves.find((leaf) => cell.contains(leaf.element))?.cell ?? { text: "" };
  return {
    grid: {
      id,
      from: "roles",
      columns: names.map((name) => ({
        header: [textIn(name, head.leaves).text].filter((text) => text !== ""),
        hidden: false,
      })),
      rows: body.map(({ card, leaves }) => ({
        cells: cellsOf(card).map((cell) => textIn(cell, leaves)),
      })),
    },
    root: head.card.parentElement ?? head.card,
    notes: [],
    rows: body.map(({ card }) => [card]),
    cells: body.map(({ card }) => cellsOf(card)),
  };
}
