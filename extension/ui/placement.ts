import {
  LARGE,
  cellsOf,
  coveredCells,
  cutOf,
  edgeOf,
  isStacked,
  nameIn,
  wordsOf,
} from "./row-cells.ts";

/** Where a mark may stand in a row, best first. */
export interface Place {
  /** every element that draws the row, frozen copies included */
  rows: Element[];
  /** the cell that names the case */
  cell: Element;
}

/** `inline` beside the words where there is room, `compact` where there is little; `overlay` on the cell's upper edge where there is none. */
export type Mode = "inline" | "compact" | "overlay";

const SAMPLE = 24;
const MOST_COLUMNS = 6;
/** a column serves when it has room in this share of the rows; the few others take the overlay */
const MOST = 0.7;
/** beside the case's own number a mark is looked for first */
const MOST_NAMED = 0.5;
/** a row whose height differs by less than this has not grown, px */
const SAME = 0.5;
/** words that go down by more than this were pushed to another line, px */
const LINE = 4;

/**
 * Puts each mark where it moves nothing: into the first column in which nearly all rows of its table have room, and over the cell's
 * upper edge in the rows that have none. Reads layout once for each column tried, whatever the number of rows.
 */
export function placeMarks(wanted: ReadonlyMap<HTMLElement, Place>): void {
  placer()(wanted);
}

/** As `placeMarks`, for marks that are put a handful at a time: what was found for the first of a table holds for its others. */
export function placer(): (wanted: ReadonlyMap<HTMLElement, Place>) => void {
  const tables = new Map<Element | null, { covered: ReadonlySet<string>; chosen?: Choice }>();
  return (wanted) => {
    for (const [table, marks] of byTable(wanted)) {
      const known = tables.get(table);
      const covered = known?.covered ?? coveredCells(marks.map(([, place]) => place));
      const candidates = new Map(marks.map(([mark, place]) => [mark, cellsOf(place, covered)]));
      const at = (mark: HTMLElement, column: number) => candidates.get(mark)?.[column];
      const tried = known ? undefined : choose(table, marks.slice(0, SAMPLE), candidates);
      const chosen = known ? known.chosen : tried;
      tables.set(table, { covered, ...(chosen && { chosen }) });
      let fitting = tried?.fitting ?? new Set<HTMLElement>();
      // where all were tried they stand already
      if (chosen && (known || marks.length > SAMPLE))
        fitting = tryIn(marks, chosen.mode, (mark) => at(mark, chosen.column));
      overlay(
        marks.filter(([mark]) => !fitting.has(mark)),
        (mark) => at(mark, chosen?.column ?? 0),
      );
    }
  };
}

interface Choice {
  column: number;
  mode: "inline" | "compact";
}

/** The first column in which the marks of a table have room, tried with some of them. */
function choose(
  table: Element | null,
  sample: readonly [HTMLElement, Place][],
  candidates: ReadonlyMap<HTMLElement, Element[]>,
): (Choice & { fitting: Set<HTMLElement> }) | undefined {
  const columns = Math.min(
    isStacked(candidates.get(sample[0]?.[0] as HTMLElement) ?? []) ? 1 : MOST_COLUMNS,
    Math.max(...sample.map(([mark]) => candidates.get(mark)?.length ?? 0)),
  );
  const trials = Array.from({ length: columns }, (_, column): Choice[] => [
    { column, mode: "inline" },
    { column, mode: "compact" },
  ]).flat();
  const before = table && chosenIn.get(table);
  // each trial lays a table out twice as a whole: one of very many rows would hold the page for it
  if (!before && (table?.childElementCount ?? 0) > LARGE) return undefined;
  const rooms = new Map<number, number[]>();
  const narrowest = narrowestOf(sample.map(([mark]) => mark));
  for (const choice of [...(before ? [before] : []), ...trials]) {
    const { column, mode } = choice;
    const least = sample.length * (column === 0 ? MOST_NAMED : MOST);
    const room =
      rooms.get(column) ??
      sample.map(([mark, place]) => {
        const cell = candidates.get(mark)?.[column];
        return cell ? roomBeside(cell, nameIn(place)) : 0;
      });
    rooms.set(column, room);
    // a trial lays the whole table out twice: none where it is plain that too few have room
    if (room.filter((free) => free >= narrowest[mode] - 1).length < least) continue;
    const fitting = tryIn(sample, mode, (mark) => candidates.get(mark)?.[column]);
    if (fitting.size < least) continue;
    if (table) chosenIn.set(table, { column, mode });
    return { column, mode, fitting };
  }
  return undefined;
}

/** Over the cell's upper edge, where there is no room beside the words. */
function overlay(
  marks: readonly [HTMLElement, Place][],
  at: (mark: HTMLElement) => Element | undefined,
): void {
  // asked of all, then written to all, then asked again: in turns each question would lay the whole table out anew
  const homes = marks.map(([mark, place]) => {
    const cell = at(mark) ?? place.cell;
    return { mark, cell, home: edgeOf(cell, nameIn(place)) };
  });
  for (const { mark, home } of homes) {
    mark.dataset.mode = "overlay" satisfies Mode;
    home.insertBefore(mark, home.firstChild);
  }
  const over = homes.map(({ mark, cell, home }) => ({ mark, edge: cutOf(home, cell) }));
  // Flush with its own cell's upper edge: above it the table's head or the row before would cut it off.
  const lifts = over.map(
    ({ mark, edge }) => edge.getBoundingClientRect().top - mark.getBoundingClientRect().top,
  );
  over.forEach(({ mark }, i) => mark.style.setProperty("--lift", `${lifts[i] ?? 0}px`));
}

/** Rows that come later stand under the marks of those that were there before. */
const chosenIn = new WeakMap<Element, Choice>();

/** Rows of one table have room alike. */
function byTable(
  wanted: ReadonlyMap<HTMLElement, Place>,
): Map<Element | null, [HTMLElement, Place][]> {
  const tables = new Map<Element | null, [HTMLElement, Place][]>();
  for (const each of wanted) {
    const table = each[1].rows[0]?.parentElement ?? null;
    const found = tables.get(table);
    if (found) found.push(each);
    else tables.set(table, [each]);
  }
  return tables;
}

/** Sets the marks beside the words, measures all of them at once, and tells which moved nothing and can be seen whole. */
function tryIn(
  marks: readonly [HTMLElement, Place][],
  mode: Mode,
  cellFor: (mark: HTMLElement) => Element | undefined,
): Set<HTMLElement> {
  const trials = marks.flatMap(([mark, place]) => {
    const { rows } = place;
    const cell = cellFor(mark);
    const words = cell && wordsOf(cell, nameIn(place));
    return words ? [{ mark, rows, cell, words }] : [];
  });
  for (const { mark } of trials) mark.remove();
  const before = trials.map(({ rows, cell, words }) => ({
    height: heightOf(rows),
    cell: cell.getBoundingClientRect(),
    room: words.scrollWidth - words.clientWidth,
    ...spanOf(words),
    edge: innerEdge(words, cell),
  }));
  for (const { mark, words } of trials) {
    mark.dataset.mode = mode;
    words.insertBefore(mark, words.firstChild);
  }
  const fits = trials.map(({ mark, rows, cell, words }, i) => {
    const was = before[i];
    if (!was) return false;
    const grew = heightOf(rows) - was.height > SAME;
    const squeezed = words.scrollWidth - words.clientWidth > Math.max(1, was.room);
    const seen = mark.getBoundingClientRect();
    const now = spanOf(words);
    // within its cell: rows above may have grown as well
    const pushedDown = now.top - cell.getBoundingClientRect().top - (was.top - was.cell.top) > LINE;
    const outside = now.right > Math.max(was.edge, was.right) + 1 || seen.right > was.edge + 1;
    return !grew && !squeezed && !pushedDown && !outside;
  });
  // a column as wide as its longest words is wide enough for shorter words with a mark: those that are too long must go first
  trials.forEach(({ mark }, i) => fits[i] || mark.remove());
  const fitting = new Set<HTMLElement>();
  trials.forEach(({ mark, cell }, i) => {
    const was = before[i]?.cell;
    if (!was || !fits[i]) return;
    const now = cell.getBoundingClientRect();
    if (Math.abs(now.width - was.width) <= SAME && Math.abs(now.left - was.left) <= SAME)
      fitting.add(mark);
  });
  return fitting;
}

/** Where the words of an element begin and end, ours among them. */
function spanOf(words: Element): { top: number; right: number } {
  const range = words.ownerDocument.createRange();
  range.selectNodeContents(words);
  const { right } = range.getBoundingClientRect();
  // the first node with words says where they stand; our mark before them is none
  const texts = words.ownerDocument.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if ((node.textContent ?? "").trim() === "") continue;
    range.selectNodeContents(node);
    return { top: range.getBoundingClientRect().top, right };
  }
  return { top: 0, right };
}

/** The width of the narrowest of some marks, measured beside the page's own things, where nothing else is laid out for it. */
function narrowestOf(marks: readonly HTMLElement[]): Record<Choice["mode"], number> {
  const [first] = marks;
  const home = first && (first.ownerDocument.body ?? first.ownerDocument.documentElement);
  for (const mark of marks) {
    mark.style.cssText = "position:absolute;top:0;left:0;visibility:hidden";
    home?.append(mark);
  }
  const measure = (mode: Choice["mode"]): number => {
    for (const mark of marks) mark.dataset.mode = mode;
    return Math.min(...marks.map((mark) => mark.getBoundingClientRect().width));
  };
  const widths = { inline: measure("inline"), compact: measure("compact") };
  for (const mark of marks) {
    mark.remove();
    mark.removeAttribute("style");
  }
  return widths;
}

/** At most so much stays free beside a cell's words, px; unbounded where they have several lines and the first may be short. */
function roomBeside(cell: Element, name: string): number {
  const range = cell.ownerDocument.createRange();
  range.selectNodeContents(wordsOf(cell, name));
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  const [first] = boxes;
  if (!first || boxes.some(({ top }) => Math.abs(top - first.top) > LINE)) return Infinity;
  return cell.getBoundingClientRect().width - range.getBoundingClientRect().width;
}

/** The right edge up to which words may run: that of the innermost block around them. */
function innerEdge(words: Element, cell: Element): number {
  const view = words.ownerDocument.defaultView;
  let at = words;
  for (; at !== cell && at.parentElement; at = at.parentElement)
    if (view?.getComputedStyle(at).display !== "inline") break;
  const padding = Number.parseFloat(view?.getComputedStyle(at).paddingRight ?? "0") || 0;
  return at.getBoundingClientRect().right - padding;
}

const heightOf = (rows: readonly Element[]): number =>
  Math.max(0, ...rows.map((row) => row.getBoundingClientRect().height));
