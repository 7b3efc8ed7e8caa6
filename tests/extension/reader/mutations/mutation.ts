/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export type Random = () => number;
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
export const pick = <T>(random: Random, from: readonly T[]): T | undefined =>
  from[Math.floor(random() * from.length)];

/** One way to damage a page, on its markup or on its document; `false`: there is nothing here that it could damage. */
export type Mutation =
  | { on: "markup"; change(html: string, random: Random): string | false }
  | { on: "document"; change(document: Document, random: Random): boolean };

/** The rows of a table or grid, header rows apart. */
export interface Table {
  heads: Element[];
  rows: Element[][];
}

const cellsOf = (row: Element): Element[] =>
  row.localName === "tr"
    ? [...(row as HTMLTableRowElement).cells]
    : [...row.querySelectorAll("[role=gridcell],[role=cell]")];

const wordsOf = (cells: readonly Element[] | undefined): string =>
  (cells ?? []).map((cell) => cell.textContent).join(" ");

/** The lists of a page: header and body may lie in two tables. */
export function tablesOf(document: Document): Table[] {
  const found: Table[] = [];
  let apart: Element[] = [];
  const put = (heads: Element[], rows: Element[][]): void => {
    if (rows.length === 0 && heads.length > 2) apart = heads;
    else if (rows.length > 0) found.push({ heads: heads.length > 2 ? heads : apart, rows });
  };
  const tables = [...document.querySelectorAll("table")];
  const someNamed = tables.some((table) => table.querySelector("th"));
  for (const table of tables) {
    const rows = [...table.rows].map(cellsOf).filter((cells) => cells.length > 1);
    const named = rows.findIndex((cells) => cells.some((cell) => cell.localName === "th"));
    const first = named < 0 && !someNamed && !/\d/.test(wordsOf(rows[0])) ? 0 : named;
    put(
      rows[first] ?? [],
      rows.filter((_, i) => i > first),
    );
  }
  const roles = [...document.querySelectorAll("[role=row]:not(tr)")]
    .map(cellsOf)
    .filter((cells) => cells.length > 1);
  if (roles.length > 0)
    put([...document.querySelectorAll("[role=columnheader]:not(th):not(td)")], roles);
  return found;
}

const DATED = /\d{4}[-/.年]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{8}/;
/** The columns of a table in which a date stands. */
export const datedColumns = ({ heads, rows }: Table): number[] =>
  heads.flatMap((_, i) =>
    rows.some((cells) => DATED.test(cells[i]?.textContent ?? "")) ? [i] : [],
  );

/** A table of the page with names over its columns, the larger ones more often. */
export function someTable(document: Document, random: Random): Table | undefined {
  const tables = tablesOf(document).filter(({ heads }) => heads.length > 1);
  return pick(
    random,
    tables.flatMap((table) => table.rows.slice(0, 10).map(() => table)),
  );
}

/** Where the words of an element stand: its innermost text node. */
export function textNodes(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (
      (node.textContent ?? "").trim() !== "" &&
      !/^(?:script|style)$/.test(node.parentElement?.localName ?? "")
    )
      found.push(node as Text);
  return found;
}
