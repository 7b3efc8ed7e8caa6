import { tidy } from "../cell-text.ts";
import { meeting } from "../dom.ts";
import { columnKeys } from "./keys.ts";
import type { Part, PartRow } from "./part.ts";

/** Header and body of one table are not further apart in the document than this. */
export const NEAR = 8;
/** On a page of a thousand tables not each is held against each: so many before it, and after it, may hold a body's names. */
const MOST = 20;

export const near = (a: Part, b: Part): number => meeting(a.root, b.root)?.up ?? Infinity;

/** The part that holds the column names of a body that has none. */
export function headerFor(
  body: Part,
  headers: readonly Part[],
  bodies: readonly Part[],
  used: ReadonlySet<Part>,
): Part | undefined {
  const first = body.rows[0];
  if (!first) return undefined;
  const keys = first.cells.map((cell) => new Set(cell ? columnKeys(cell) : []));
  let best: Part | undefined;
  let bestScore = 0;
  const place = bodies.indexOf(body);
  for (const header of [
    ...around(body, headers),
    ...bodies
      .slice(Math.max(0, place - MOST), place)
      .filter(
        (other) =>
          other.rows.length === 1 &&
          precedes(other, body) &&
          (isWords(other.rows[0], 3) || (isWords(other.rows[0], 1) && isLid(other, body))),
      ),
  ]) {
    if (used.has(header) || body.root.contains(header.root) || header.root.contains(body.root))
      continue;
    const leaf = header.header[header.header.length - 1] ?? header.rows[0];
    if (!leaf) continue;
    const distance = near(header, body);
    if (distance > NEAR) continue;
    const shared = leaf.cells.filter(
      (cell) => cell && columnKeys(cell).some((key) => keys.some((each) => each.has(key))),
    ).length;
    const width = Math.abs(header.width - body.width);
    const keyed = keys.filter((each) => each.size > 0).length;
    // names stand over their values: a head that comes after them is theirs only where nearly all its columns say so
    const enough = precedes(header, body) ? Math.min(2, keyed) : leaf.cells.length * 0.6;
    const tied = shared > 0 && shared >= enough;
    const may =
      !body.labels &&
      precedes(header, body) &&
      distance <= 5 &&
      (header.header.length > 0 ? width <= 1 : width === 0);
    if (!tied && !may) continue;
    const edges = aligned(leaf, first);
    if (!tied && edges >= 0 && edges < 0.5) continue;
    const score =
      (tied ? 100 * (shared / leaf.cells.length) : 0) +
      (width === 0 ? 30 : width === 1 ? 15 : 0) -
      distance * 4 +
      (precedes(header, body) ? 8 : 0) +
      edges * 40;
    if (score > bestScore) {
      bestScore = score;
      best = header;
    }
  }
  return best;
}

/** The parts next to one, of parts in the order of the document. */
export function around(body: Part, headers: readonly Part[]): readonly Part[] {
  if (headers.length <= 2 * MOST) return headers;
  let [low, high] = [0, headers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (precedes(headers[middle] as Part, body)) low = middle + 1;
    else high = middle;
  }
  return headers.slice(Math.max(0, low - MOST), low + MOST);
}

/** In the order of the document. */
export const inOrder = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => (a === b ? 0 : precedes(a, b) ? -1 : 1));

const precedes = (a: Part, b: Part): boolean => (a.root.compareDocumentPosition(b.root) & 4) !== 0;

const isWords = (row: PartRow | undefined, least: number): boolean => {
  const texts = (row?.cells ?? [])
    .map((cell) => tidy(cell?.textContent ?? ""))
    .filter((text) => text !== "");
  return (
    texts.length >= least && texts.every((text) => text.length <= 16 && !/\d{2}|[:：]$/.test(text))
  );
};

/** Frozen columns have few names: what stands right above them, in the same columns, names them. */
function isLid(above: Part, below: Part): boolean {
  const [head, first] = [above.rows[0], below.rows[0]];
  if (!head || !first || above.width !== below.width) return false;
  const [top, bottom] = [head.element, first.element].map((row) => row.getBoundingClientRect());
  if (!top || !bottom || top.height === 0 || bottom.height === 0) return false;
  return top.bottom <= bottom.top + 2 && aligned(head, first) >= 0.5;
}

/** The share of columns whose left edges meet; below zero where nothing is drawn. */
function aligned(a: PartRow, b: PartRow): number {
  let same = 0;
  let all = 0;
  for (let i = 0; i < Math.min(a.cells.length, b.cells.length, 12); i++) {
    const [left, right] = [
      a.cells[i]?.getBoundingClientRect(),
      b.cells[i]?.getBoundingClientRect(),
    ];
    if (!left || !right || left.width === 0 || right.width === 0) continue;
    all++;
    if (Math.abs(left.left - right.left) <= 3) same++;
  }
  return all < 2 ? -0.1 : same / all;
}
