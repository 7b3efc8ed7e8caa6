import {
  type Mutation,
  type Random,
  type Table,
  datedColumns,
  pick,
  someTable,
  tablesOf,
} from "./mutation.ts";

const inTable =
  (
    change: (table: Table, random: Random) => boolean | void,
  ): Mutation["change"] & ((d: Document, r: Random) => boolean) =>
  (document: Document, random: Random) => {
    const table = someTable(document, random);
    return table ? change(table, random) !== false : false;
  };
const column = (table: Table, random: Random): number => Math.floor(random() * table.heads.length);
const two = (from: readonly number[], random: Random): [number, number] | undefined => {
  const a = pick(random, from);
  const b = pick(
    random,
    from.filter((each) => each !== a),
  );
  return a === undefined || b === undefined ? undefined : [a, b];
};
const swap = (a: Element | undefined, b: Element | undefined): void => {
  if (!a || !b) return;
  const mark = a.ownerDocument.createComment("");
  a.replaceWith(mark);
  b.replaceWith(a);
  mark.replaceWith(b);
};
const swapWords = (a: Element | undefined, b: Element | undefined): void => {
  if (a && b) [a.innerHTML, b.innerHTML] = [b.innerHTML, a.innerHTML];
};
const all = (table: Table): (readonly Element[])[] => [table.heads, ...table.rows];
const document = (change: (d: Document, r: Random) => boolean): Mutation => ({
  on: "document",
  change,
});

/** What may happen to rows, columns and headers. */
export const STRUCTURE: Record<string, Mutation> = {
  "cells dropped": document(
    inTable(({ rows }, random) => {
      for (let n = 1 + Math.floor(random() * 4); n > 0; n--)
        pick(random, pick(random, rows) ?? [])?.remove();
    }),
  ),
  "one cell of every row dropped": document(
    inTable((table, random) => {
      const i = column(table, random);
      for (const cells of table.rows) cells[i]?.remove();
    }),
  ),
  "a row moved along by one": document(
    inTable(({ rows }, random) => {
      const cells = pick(random, rows) ?? [];
      const i = Math.floor(random() * cells.length);
      const last = cells[cells.length - 1];
      if (!last || cells.length < 3) return false;
      const empty = last.cloneNode(false);
      last.after(empty);
      cells[i]?.remove();
    }),
  ),
  "cells emptied": document(
    inTable(({ rows }, random) => {
      for (let n = 1 + Math.floor(random() * 6); n > 0; n--)
        pick(random, pick(random, rows) ?? [])?.replaceChildren();
    }),
  ),
  "headers swapped": document(
    inTable((table, random) => {
      const pair = two(
        table.heads.map((_, i) => i),
        random,
      );
      if (!pair) return false;
      swapWords(table.heads[pair[0]], table.heads[pair[1]]);
    }),
  ),
  "headers over dates swapped": document(
    inTable((table, random) => {
      const pair = two(datedColumns(table), random);
      if (!pair) return false;
      swapWords(table.heads[pair[0]], table.heads[pair[1]]);
    }),
  ),
  "headers turned by one": document(
    inTable(({ heads }) => {
      for (let i = 0; i + 1 < heads.length; i++) swapWords(heads[i], heads[i + 1]);
    }),
  ),
  "a header dropped": document(
    inTable((table, random) => table.heads[column(table, random)]?.remove()),
  ),
  "a header emptied": document(
    inTable((table, random) => table.heads[column(table, random)]?.replaceChildren()),
  ),
  "a header doubled": document(
    inTable((table, random) => {
      const head = table.heads[column(table, random)];
      head?.after(head.cloneNode(true));
    }),
  ),
  "columns swapped": document(
    inTable((table, random) => {
      const pair = two(
        table.heads.map((_, i) => i),
        random,
      );
      if (!pair) return false;
      for (const cells of all(table)) swap(cells[pair[0]], cells[pair[1]]);
    }),
  ),
  "a column doubled": document(
    inTable((table, random) => {
      const i = column(table, random);
      for (const cells of all(table)) cells[i]?.after(cells[i].cloneNode(true));
    }),
  ),
  "a column inserted": document(
    inTable((table, random) => {
      const i = column(table, random);
      const name = pick(random, ["备注", "附件", "回执", "", "版本", "x"]) ?? "";
      const words = pick(random, ["", "—", "无", "2031-12-31", "1999-01-01", "3"]) ?? "";
      for (const cells of all(table)) {
        const cell = cells[i]?.cloneNode(false) as Element | undefined;
        if (!cell) continue;
        cell.textContent = cells === table.heads ? name : words;
        cells[i]?.before(cell);
      }
    }),
  ),
  "a column hidden": document(
    inTable((table, random) => {
      const i = column(table, random);
      for (const cells of all(table))
        (cells[i] as HTMLElement | undefined)?.style.setProperty("display", "none");
    }),
  ),
  "a header renamed": document(
    inTable((table, random) => {
      const head = table.heads[column(table, random)];
      if (head)
        head.textContent =
          pick(random, ["甲", "column 7", "时间", "日期", "说明", "12", "？？"]) ?? "";
    }),
  ),
  "spans at random": document(
    inTable((table, random) => {
      for (let n = 3; n > 0; n--) {
        const cell = pick(random, pick(random, [table.heads, ...table.rows]) ?? []);
        const span = pick(random, ["0", "2", "3", "1000", "65535", "-1", "x"]) ?? "2";
        cell?.setAttribute(random() < 0.5 ? "colspan" : "rowspan", span);
      }
    }),
  ),
  "rows shuffled": document((page, random) => {
    // with frozen copies of its rows a shuffled table shows cases that there are not
    const tables = tablesOf(page);
    const [only] = tables;
    if (!only || tables.length > 1 || page.querySelector("[rowspan]")) return false;
    for (const [first] of only.rows)
      if (random() < 0.5) first?.parentElement?.parentElement?.append(first.parentElement);
    return true;
  }),
  "rows doubled": document(
    inTable(({ rows }, random) => {
      for (const [first] of rows)
        if (random() < 0.5) first?.parentElement?.after(first.parentElement.cloneNode(true));
    }),
  ),
  "headers as cells": document(
    inTable(({ heads }) => {
      for (const head of heads) {
        if (head.localName !== "th") continue;
        const cell = head.ownerDocument.createElement("td");
        cell.append(...head.childNodes);
        head.replaceWith(cell);
      }
    }),
  ),
  "pieces taken out": document((page, random) => {
    const parts = [...page.body.querySelectorAll("*")];
    for (let n = 3; n > 0; n--) pick(random, parts)?.remove();
    return parts.length > 10;
  }),
  "classes and names taken away": document((page, random) => {
    const names =
      random() < 0.5 ? ["class"] : ["class", "id", "style", "role", "field", "data-field"];
    for (const each of page.body.querySelectorAll("*"))
      for (const name of names) each.removeAttribute(name);
    return true;
  }),
  "a thousand rows": document(
    inTable(({ rows }, random) => {
      const wanted = pick(random, [1000, 1000, 2000]) ?? 1000;
      const from = rows.map(([first]) => first?.parentElement).filter((row) => row != null);
      for (let n = rows.length; n < wanted; n++) {
        const row = from[n % from.length];
        row?.parentElement?.append(row.cloneNode(true));
      }
    }),
  ),
};
