import { isOwn } from "./marks.ts";

/** Where a mark may stand in a row, best first. */
export interface Place {
  /** every element that draws the row, frozen copies included */
  rows: Element[];
  /** the cell that names the case */
  cell: Element;
}

/** `inline` beside the words where there is room, `compact` where there is little; `overlay` on the cell's upper edge where there is none. */
export type Mode = "inline" | "compact" | "overlay";

const CELLS = "td, th, [role=cell], [role=gridcell]";
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
  for (const marks of byTable(wanted).values()) {
    const covered = coveredCells(marks.map(([, place]) => place));
    const candidates = new Map(marks.map(([mark, place]) => [mark, cellsOf(place, covered)]));
    const at = (mark: HTMLElement, column: number) => candidates.get(mark)?.[column];
    const sample = marks.slice(0, SAMPLE);
    const columns = Math.min(
      isStacked(candidates.get(sample[0]?.[0] as HTMLElement) ?? []) ? 1 : MOST_COLUMNS,
      Math.max(...sample.map(([mark]) => candidates.get(mark)?.length ?? 0)),
    );
    const trials = Array.from({ length: columns }, (_, column) => [
      { column, mode: "inline" as const },
      { column, mode: "compact" as const },
    ]).flat();
    const table = marks[0]?.[1].rows[0]?.parentElement;
    const before = table && chosenIn.get(table);
    const chosen = [...(before ? [before] : []), ...trials].find(({ column, mode }) => {
      const fitting = tryIn(sample, mode, (mark) => at(mark, column));
      return fitting.size >= sample.length * (column === 0 ? MOST_NAMED : MOST);
    });
    if (table && chosen) chosenIn.set(table, chosen);
    const fitting = chosen
      ? tryIn(marks, chosen.mode, (mark) => at(mark, chosen.column))
      : new Set<HTMLElement>();
    const over = marks.flatMap(([mark, place]) => {
      if (fitting.has(mark)) return [];
      mark.dataset.mode = "overlay" satisfies Mode;
      const cell = at(mark, chosen?.column ?? 0) ?? place.cell;
      const home = edgeOf(cell, nameIn(place));
      home.insertBefore(mark, home.firstChild);
      return [{ mark, cell }];
    });
    // Flush with its own cell's upper edge: above it the table's head or the row before would cut it off.
    const lifts = over.map(
      ({ mark, cell }) => cell.getBoundingClientRect().top - mark.getBoundingClientRect().top,
    );
    over.forEach(({ mark }, i) => mark.style.setProperty("--lift", `${lifts[i] ?? 0}px`));
  }
}

/** Rows that come later stand under the marks of those that were there before. */
const chosenIn = new WeakMap<Element, { column: number; mode: "inline" | "compact" }>();

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
    const pushedDown = now.top - was.top > LINE;
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

/** Cells one below the other: a card, in which only the one with the name speaks for the case. */
function isStacked(cells: readonly Element[]): boolean {
  const [first, ...others] = cells.map((cell) => cell.getBoundingClientRect());
  return first !== undefined && others.some((box) => box.top >= first.bottom - 1);
}

const nameIn = ({ cell }: Place): string => (cell.textContent ?? "").trim();

/** Cells that a person sees, the one that names the case first, then from left to right. */
function cellsOf({ rows, cell }: Place, covered: ReadonlySet<string>): Element[] {
  const name = nameIn({ rows, cell });
  const seen: { element: Element; left: number; named: boolean }[] = [];
  rows.forEach((row, copy) => {
    innerCells(row).forEach((element, index) => {
      if (covered.has(`${copy}:${index}`) || !isSeen(element)) return;
      const named = name !== "" && (element.textContent ?? "").includes(name);
      seen.push({ element, left: element.getBoundingClientRect().left, named });
    });
  });
  seen.sort((a, b) => Number(b.named) - Number(a.named) || a.left - b.left);
  return seen.map(({ element }) => element);
}

function innerCells(row: Element): Element[] {
  const inner = Array.from(row.querySelectorAll(CELLS)).filter((each) => {
    const own = each.closest("tr, [role=row]");
    return own === row || own === null;
  });
  return inner.length > 0 ? inner : partsOf(row);
}

/** The boxes side by side of a row that is no table's, or the row itself where it holds words only. */
function partsOf(row: Element): Element[] {
  let parts = [row];
  for (
    let [only] = parts;
    parts.length === 1 && only && only.childElementCount > 0;
    [only] = parts
  ) {
    const inner = Array.from(only.children).filter((each) => !isOwn(each));
    if (inner.length === 0) break;
    parts = inner;
  }
  return parts.length > 1 ? parts : [row];
}

/**
 * Cells of one table that lie under a frozen copy, as `copy:index`. Asked of the rows in view: what is covered there is covered in all,
 * since frozen columns run down the whole table.
 */
function coveredCells(places: readonly Place[]): Set<string> {
  const covered = new Set<string>();
  for (const { rows } of places.slice(0, SAMPLE)) {
    if (rows.length < 2) continue;
    rows.forEach((row, copy) =>
      innerCells(row).forEach((element, index) => {
        const box = element.getBoundingClientRect();
        const top = element.ownerDocument.elementFromPoint(
          box.left + Math.min(box.width / 2, 24),
          box.top + box.height / 2,
        );
        if (
          top !== null &&
          !element.contains(top) &&
          rows.some((other) => other !== row && other.contains(top))
        )
          covered.add(`${copy}:${index}`);
      }),
    );
  }
  return covered;
}

/** Frozen copies keep the cells that they do not show, hidden from the inside: what counts is whether the words are seen. */
function isSeen(cell: Element): boolean {
  if (cell.getClientRects().length === 0) return false;
  const words = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    if ((node.textContent ?? "").trim() === "" || !node.parentElement) continue;
    return (
      cell.ownerDocument.defaultView?.getComputedStyle(node.parentElement).visibility === "visible"
    );
  }
  return false;
}

/**
 * The innermost element around all of a cell's words, links and buttons excepted: a mark there would be clicked with them. What lays out
 * its children in a line of boxes takes no box more: there it is the box with the words.
 */
function wordsOf(cell: Element, name: string): Element {
  let at = cell;
  for (;;) {
    const inner = Array.from(at.children).filter(
      (each) => !isOwn(each) && (each.textContent ?? "").trim() !== "",
    );
    const boxed = laysOutBoxes(at);
    const only = boxed
      ? (inner.find((each) => name !== "" && (each.textContent ?? "").includes(name)) ?? inner[0])
      : inner[0];
    if (!only || /^(A|BUTTON|LABEL|SELECT|TABLE)$/.test(only.tagName)) return at;
    if (boxed) {
      at = only;
      continue;
    }
    if (inner.length !== 1 || /^(SPAN|TAG)$/.test(only.tagName)) return at;
    if ((only.textContent ?? "").trim() !== (at.textContent ?? "").trim()) return at;
    at = only;
  }
}

const laysOutBoxes = (element: Element): boolean =>
  /flex|grid/.test(element.ownerDocument.defaultView?.getComputedStyle(element).display ?? "");

/** Where a mark over a cell's edge is put: into the cell, but not among boxes in a line. */
function edgeOf(cell: Element, name: string): Element {
  let at = cell;
  while (laysOutBoxes(at)) {
    const inner = Array.from(at.children).filter((each) => !isOwn(each));
    const next =
      inner.find((each) => name !== "" && (each.textContent ?? "").includes(name)) ?? inner[0];
    if (!next) return at;
    at = next;
  }
  return at;
}
