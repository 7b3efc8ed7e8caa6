import { type Mutation, type Random, pick, someTable, textNodes } from "./mutation.ts";

const LONG = 100_000;
const HOSTILE: readonly ((random: Random) => string)[] = [
  () => "<script>alert(1)</script>",
  () => '"><img src=x onerror=alert(1)>',
  () => "' OR 1=1 --",
  () => "${7*7}{{7*7}}",
  () => "9".repeat(400),
  () => "9".repeat(LONG),
  () => "办".repeat(LONG),
  () => "2024-13-45",
  () => "0000-00-00 00:00:00",
  () => "2024-02-30",
  () => "9999-12-31",
  () => "-2147483648",
  () => "1e308个工作日",
  () => "\u202e2024-01-02\u202c",
  () => "\u0000\ufffd\ud800",
  () => "：".repeat(5000),
  () => "(".repeat(5000),
  () => "1-".repeat(20_000),
  () => "2024-01-0".repeat(5000),
  () => "a ".repeat(LONG / 2),
  () => "承诺：".repeat(3000),
  () => "NaN",
  () => "[object Object]",
  () => "constructor",
  () => "__proto__",
];
const SPARSE = ["\u200b", "\u200e", "\u200f", "\ufeff", "\u200d", "\u2060", "\u00ad"];
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
const sown = (text: string, seed: string, random: Random): string =>
  [...text].map((each) => (random() < 0.3 ? each + seed : each)).join("");

/** Words replaced by hostile ones, in a few cells or one column. */
function hostile(page: Document, random: Random): boolean {
  const table = someTable(page, random);
  const rows = table?.rows ?? [];
  const words = (pick(random, HOSTILE) as (typeof HOSTILE)[number])(random);
  const column = Math.floor(random() * (rows[0]?.length ?? 0));
  if (words.length < 1000 && random() < 0.4)
    for (const cells of rows) cells[column]?.replaceChildren(words);
  else
    for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
      const cells = pick(random, rows) ?? textHolders(page);
      pick(random, cells)?.replaceChildren(words);
    }
  return true;
}
const textHolders = (page: Document): Element[] =>
  textNodes(page.body).flatMap(({ parentElement }) => (parentElement ? [parentElement] : []));

/** What may happen to the words of a page. The last ones change nothing that a person sees. */
export const WORDS: Record<string, Mutation> = {
  "hostile words": { on: "document", change: hostile },
  "hostile attributes": {
    on: "document",
    change(page, random) {
      const words = (pick(random, HOSTILE) as (typeof HOSTILE)[number])(random);
      for (const element of page.body.querySelectorAll("td,th,span,div"))
        if (random() < 0.2)
          element.setAttribute(
            pick(random, ["title", "data-content", "datetime", "class", "style"]) ?? "title",
            words.slice(0, 5000),
          );
      return true;
    },
  },
  "full-width digits": {
    on: "document",
    change(page, random) {
      for (const node of textNodes(page.body)) if (random() < 0.5) node.data = wide(node.data);
      return true;
    },
  },
  "marks that nobody sees": {
    on: "document",
    change(page, random) {
      const seed = pick(random, SPARSE) ?? "";
      for (const node of textNodes(page.body))
        if (random() < 0.7) node.data = sown(node.data, seed, random);
      return true;
    },
  },
  "words in many small pieces": {
    on: "document",
    change(page, random) {
      for (const node of textNodes(page.body))
        if (random() < 0.2 && node.data.length < 40) {
          const pieces = [...node.data].map((each) => {
            const span = page.createElement("span");
            span.textContent = each;
            return span;
          });
          node.replaceWith(...pieces);
        }
      return true;
    },
  },
  "deep nesting": {
    on: "document",
    change(page, random) {
      const depth = pick(random, [100, 300, 500]) ?? 300;
      const host = pick(random, pick(random, someTable(page, random)?.rows ?? []) ?? [page.body]);
      if (!host) return false;
      const top = page.createElement(random() < 0.5 ? "div" : "span");
      let at: Element = top;
      for (let i = 0; i < depth; i++) {
        const inner = page.createElement(top.localName);
        at.append(inner);
        at = inner;
      }
      at.append(...host.childNodes);
      host.append(top);
      return true;
    },
  },
};
