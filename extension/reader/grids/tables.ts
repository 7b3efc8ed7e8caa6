import { isLabelWord } from "#shared/reading/lexicon/meanings.ts";
import { findMoments } from "#shared/reading/values/moment.ts";
import type { Instant } from "#shared/time/instant.ts";
import { type Visibility, classOf } from "../dom.ts";
import { tidy } from "../cell-text.ts";
import type { Memory } from "../memory.ts";
import type { Part, PartRow } from "./part.ts";

const MAX_WIDTH = 200;
/** rows between two rests */
const STEP = 50;

/** A table element as rows of cells with spans expanded; empty rows, sizing rows and rows of one all-covering cell are left out. */
export function* tablePart(
  table: HTMLTableElement,
  visibility: Visibility,
  memory?: Memory,
): Generator<void, Part | undefined> {
  const rows: (PartRow & { head: boolean; group: boolean; idle?: boolean })[] = [];
  const open: { cell: Element; left: number }[] = [];
  const { rows: all } = table;
  let width = 0;
  for (let r = 0; r < all.length; r++) {
    const tr = all[r];
    if (!tr) continue;
    if (r % STEP === STEP - 1) yield;
    const known = open.length === 0 ? memory?.shape(tr) : undefined;
    if (known) {
      // its cells may be joined with those of another half
      rows.push({ ...known, cells: known.cells.slice(), group: false });
      width = Math.max(width, known.cells.length);
      continue;
    }
    const own = cellsIn(tr);
    const cells: (Element | undefined)[] = [];
    let spans = open.length > 0;
    if (isFull(own, open, width)) for (const span of open) if (span) span.left = 0;
    let column = 0;
    const fill = () => {
      for (let span = open[column]; span && span.left > 0; span = open[column]) {
        span.left--;
        cells[column++] = span.cell;
      }
    };
    for (const cell of own) {
      if (open.length > 0) fill();
      // one without attributes spans nothing: asked in one question instead of two
      const alone = !cell.hasAttributes();
      const across =
        alone && column < MAX_WIDTH ? 1 : Math.min(Math.max(1, cell.colSpan), MAX_WIDTH - column);
      const down = alone ? 1 : Math.max(1, cell.rowSpan);
      spans ||= across !== 1 || down !== 1;
      for (let i = 0; i < across; i++, column++) {
        cells[column] = cell;
        if (down > 1) open[column] = { cell, left: down - 1 };
      }
    }
    fill();
    const [first] = own;
    if (first) {
      const row = { element: tr, cells, head: isHead(tr, own) };
      rows.push({ ...row, group: own.length === 1 && first.colSpan > 1 });
      if (memory && !spans) memory.keepShape({ ...row, cells: own, idle: isIdle(row) });
    }
    width = Math.max(width, cells.length);
  }
  if (rows.length === 0 || width < 1) return undefined;
  const kept: typeof rows = [];
  for (const [r, row] of rows.entries()) {
    if (!row.group && !(row.idle ?? isIdle(row))) kept.push(row);
    if (r % STEP === STEP - 1) yield;
  }
  const header: PartRow[] = [];
  let i = 0;
  for (; i < kept.length; i++) {
    const row = kept[i];
    if (
      !row ||
      !(row.head || (header.length === 0 && i === 0 && looksLikeHeader(row, kept[i + 1])))
    )
      break;
    header.push(row);
  }
  const data = kept.slice(i);
  const drawn = visibility.isDrawn(table);
  markShort(data);
  const labels = header.length === 0 && isForm(data);
  const shown: typeof rows = [];
  for (const [r, row] of data.entries()) {
    if (!row.head && (!drawn || !visibility.hidesLike(row.element))) shown.push(row);
    if (r % STEP === STEP - 1) yield;
  }
  const caption = table.caption?.textContent ?? undefined;
  return {
    root: table,
    header,
    rows: shown,
    width,
    from: "table",
    ...(labels && { labels }),
    notes: rows
      .filter((row) => row.group)
      .slice(0, 20)
      .map((row) => tidy(row.element.textContent ?? ""))
      .filter((text) => text.length >= 3 && text.length <= 200),
    ...(caption !== undefined && { caption: tidy(caption) }),
  };
}

/** As `tr.cells`, whose collection costs several times as much to make for each row. */
function cellsIn(tr: HTMLTableRowElement): HTMLTableCellElement[] {
  const cells: HTMLTableCellElement[] = [];
  for (let child = tr.firstElementChild; child; child = child.nextElementSibling)
    if (child.tagName === "TD" || child.tagName === "TH") cells.push(child as HTMLTableCellElement);
  return cells;
}

/** Spans that leave no room for a row that has a cell for every column reach further than they mean. */
function isFull(
  cells: readonly HTMLTableCellElement[],
  open: readonly ({ left: number } | undefined)[],
  width: number,
): boolean {
  if (width === 0 || !open.some((span) => span && span.left > 0)) return false;
  return cells.reduce((sum, cell) => sum + cell.colSpan, 0) >= width;
}

/** Every cell a heading, or a row of thead with words in it. */
function isHead(tr: HTMLTableRowElement, cells: readonly Element[]): boolean {
  if (tr.parentElement?.tagName === "THEAD" && cells.length > 1) return true;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell && cell.tagName !== "TH" && cell.getAttribute("role") !== "columnheader") return false;
  }
  return true;
}

const isIdle = (row: PartRow): boolean => isSizing(row.element) || isBare(row);

/** A row that only gives the columns their widths. */
function isSizing(row: Element): boolean {
  if (!row.hasAttributes()) return false;
  if (row.getAttribute("aria-hidden") === "true" && (row.textContent ?? "").trim() === "")
    return true;
  return (
    /measure-row|sizing/i.test(classOf(row)) ||
    (/height:\s*0(?:px)?\s*(?:;|$)/.test(row.getAttribute("style") ?? "") &&
      (row.textContent ?? "").trim() === "")
  );
}

const isBare = (row: PartRow): boolean =>
  !hasWords(row.element.firstElementChild) &&
  (row.element.textContent ?? "").replace(/[\s\u00a0]+/g, "") === "" &&
  row.element.querySelector("img[alt],input:not([type=hidden]),textarea,select,[title]") === null;

const hasWords = (cell: Element | null): boolean =>
  cell !== null && /[^\s\u00a0]/.test(cell.textContent ?? "");

/** Cells of plain `td` that say column names: most are words of the lexicon, none is a value or ends in a colon. */
export function looksLikeHeader(row: PartRow, below: PartRow | undefined): boolean {
  if (row.cells.some((cell) => cell?.tagName === "TH")) return false;
  const texts = uniqueTexts(row);
  const words = texts.filter((text) => text !== "");
  if (
    words.length < 2 ||
    words.some(
      (text) =>
        /[:：]\s*$/.test(text) ||
        text.length > 24 ||
        findMoments(text, NEVER).length > 0 ||
        /^\d+$/.test(text),
    )
  )
    return false;
  const known = words.filter((text) => isLabelWord(text)).length;
  if (known < 2 || known < words.length * 0.5) return false;
  if (!below) return true;
  const under = uniqueTexts(below).filter((text) => text !== "");
  return (
    under.length === 0 ||
    under.some((text) => /\d{2}/.test(text)) ||
    under.filter((text) => isLabelWord(text)).length < under.length * 0.6
  );
}
/** Most rows have as many cells; one that has fewer lost some. */
function markShort(rows: readonly PartRow[]): void {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let usual = 0;
  for (const [length, times] of counts) if (times > (counts.get(usual) ?? 0)) usual = length;
  for (const row of rows) if (row.cells.length !== usual) row.short = true;
}

/** Rows of a label and its value, once or several times side by side. */
function isForm(rows: readonly PartRow[]): boolean {
  let forms = 0;
  for (const row of rows.slice(0, 12)) {
    const cells = row.cells.filter((cell, i) => cell && cell !== row.cells[i - 1]) as Element[];
    const texts = cells.map((cell) => tidy(cell.textContent ?? ""));
    const isLabel = (i: number): boolean =>
      cells[i]?.tagName === "TH" ||
      /[:：]$/.test(texts[i] ?? "") ||
      /(?:^|[\s_-])(?:label|title|key|name|tit)(?:$|[\s_-])/i.test(classOf(cells[i] as Element)) ||
      isLabelWord(texts[i] ?? "");
    if (cells.length < 2) continue;
    const labels = cells.filter((_, i) => i % 2 === 0 && isLabel(i)).length;
    const values = cells.filter((_, i) => i % 2 === 1 && !isLabel(i)).length;
    if (labels >= Math.ceil(cells.length / 2) * 0.6 && values >= Math.floor(cells.length / 2) * 0.5)
      forms++;
  }
  return forms > 0 && forms >= Math.min(rows.length, 12) * 0.6;
}

const NEVER = { at: 0 as Instant };

const uniqueTexts = (row: PartRow): string[] => {
  const seen: string[] = [];
  let last: Element | undefined;
  for (const cell of row.cells) {
    if (cell && cell !== last) seen.push(tidy(cell.textContent ?? ""));
    last = cell;
  }
  return seen;
};
