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
      MOST_COLUMNS,
      Math.max(...sample.map(([mark]) => candidates.get(mark)?.length ?? 0)),
    );
    const trials = Array.from({ length: columns }, (_, column) => [
      { column, mode: "inline" as const },
      { column, mode: "compact" as const },
    ]).flat();
    const chosen = trials.find(({ column, mode }) => {
      const fitting = tryIn(sample, mode, (mark) => at(mark, column));
      return fitting.size >= sample.length * (column === 0 ? MOST_NAMED : MOST);
    });
    const fitting = chosen
      ? tryIn(marks, chosen.mode, (mark) => at(mark, chosen.column))
      : new Set<HTMLElement>();
    const over = marks.flatMap(([mark, place]) => {
      if (fitting.has(mark)) return [];
      mark.dataset.mode = "overlay" satisfies Mode;
      const cell = at(mark, chosen?.column ?? 0) ?? place.cell;
      cell.insertBefore(mark, cell.firstChild);
      return [{ mark, cell }];
    });
    // Flush with its own cell's upper edge: above it the table's head or the row before would cut it off.
    const lifts = over.map(
      ({ mark, cell }) => cell.getBoundingClientRect().top - mark.getBoundingClientRect().top,
    );
    over.forEach(({ mark }, i) => mark.style.setProperty("--lift", `${lifts[i] ?? 0}px`));
  }
}

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
  const trials = marks.flatMap(([mark, { rows }]) => {
    const cell = cellFor(mark);
    const words = cell && wordsOf(cell);
    return words ? [{ mark, rows, words }] : [];
  });
  for (const { mark } of trials) mark.remove();
  const before = trials.map(({ rows, words }) => ({
    height: heightOf(rows),
    room: words.scrollWidth - words.clientWidth,
  }));
  for (const { mark, words } of trials) {
    mark.dataset.mode = mode;
    words.insertBefore(mark, words.firstChild);
  }
  const fitting = new Set<HTMLElement>();
  trials.forEach(({ mark, rows, words }, i) => {
    const was = before[i];
    const grew = heightOf(rows) - (was?.height ?? 0) > SAME;
    const squeezed = words.scrollWidth - words.clientWidth > Math.max(1, was?.room ?? 0);
    const seen = mark.getBoundingClientRect();
    const frame = words.getBoundingClientRect();
    if (!grew && !squeezed && seen.right <= frame.right + 1) fitting.add(mark);
  });
  return fitting;
}

const heightOf = (rows: readonly Element[]): number =>
  Math.max(0, ...rows.map((row) => row.getBoundingClientRect().height));

/** Cells that a person sees, the one that names the case first, then from left to right. */
function cellsOf({ rows, cell }: Place, covered: ReadonlySet<string>): Element[] {
  const name = (cell.textContent ?? "").trim();
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
  return inner.length > 0 ? inner : [row];
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

/** The innermost element around all of a cell's words, links and buttons excepted: a mark there would be clicked with them. */
function wordsOf(cell: Element): Element {
  let at = cell;
  for (;;) {
    const inner = Array.from(at.children).filter(
      (each) => !each.localName.startsWith("shixian-") && (each.textContent ?? "").trim() !== "",
    );
    const [only] = inner;
    if (
      inner.length !== 1 ||
      !only ||
      /^(A|BUTTON|LABEL|SELECT|TABLE|SPAN|TAG)$/.test(only.tagName)
    )
      return at;
    if ((only.textContent ?? "").trim() !== (at.textContent ?? "").trim()) return at;
    at = only;
  }
}
