import type { Page } from "playwright-core";

/** A row as a person sees it: whose it is, and the verdicts of the marks that can be seen in it. */
export interface SeenRow {
  caseNo: string;
  marks: string[];
}

/** Put into the page once; asks nothing of how the list is made: only where words and marks are drawn, and what lies over what. */
const IN_PAGE = `window.onScreen = () => {
  const CASE = /QYSP\\d{13}/;
  const inside = (box, x, y) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const uncut = (element, x, top, bottom) => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each);
      if (overflowX === "visible" && overflowY === "visible") continue;
      const box = each.getBoundingClientRect();
      if (box.height < 120) continue; // a cell's own
      if (!inside(box, x, top) || !inside(box, x, bottom)) return false;
    }
    return top >= 0 && bottom <= innerHeight;
  };
  const rows = [];
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const caseNo = CASE.exec(node.data)?.[0];
    const parent = node.parentElement;
    if (!caseNo || /^(?:SCRIPT|STYLE)$/.test(parent.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || getComputedStyle(parent).visibility === "hidden") continue;
    const y = box.top + box.height / 2;
    const points = [0.5, 0.8, 0.2].map((share) => box.left + box.width * share);
    const seen = points.some((x) => {
      const top = document.elementFromPoint(x, y);
      return top && (parent.contains(top) || parent.parentElement.contains(top));
    });
    // a row half under the edge of its scroller has its mark there too
    if (seen) rows.push({ caseNo, y, marks: [], whole: points.some((x) => uncut(parent, x, y - 22, y + 16)) });
  }
  for (const mark of document.querySelectorAll("shixian-mark")) {
    const label = mark.shadowRoot?.querySelector(".mark");
    if (!label || getComputedStyle(mark).visibility === "hidden") continue;
    const box = label.getBoundingClientRect();
    if (box.width === 0) continue;
    const y = box.top + box.height / 2;
    const seen = [0.5, 0.25, 0.75].some((share) => document.elementFromPoint(box.left + box.width * share, y) === mark);
    if (!seen) continue;
    // the row is what stands as high as the mark's own part of it
    let part = mark;
    while (part.parentElement && part.parentElement.getBoundingClientRect().height <= 120) part = part.parentElement;
    const { top, bottom } = part.getBoundingClientRect();
    const row = rows.find((each) => each.y >= top && each.y <= bottom);
    if (row) row.marks.push(mark.dataset.verdict + (label.innerText === "" ? " without words" : ""));
  }
  return rows.filter(({ whole }) => whole).map(({ caseNo, marks }) => ({ caseNo, marks }));
};
/** From now on, at every frame that is painted: which verdict was seen in whose row. */
window.painted = new Set();
(function note() {
  for (const { caseNo, marks } of window.onScreen()) for (const mark of marks) window.painted.add(caseNo + " " + mark);
  if (document.querySelector("shixian-mark")) setTimeout(() => requestAnimationFrame(note), 30);
  else setTimeout(note, 100);
})();
/** Where everything of the page stands that is no part of a line of words. */
window.standing = () => [...document.body.querySelectorAll("*")].flatMap((each) => {
  if (each.localName.startsWith("shixian-") || getComputedStyle(each).display.startsWith("inline")) return [];
  const { top, left, width, height } = each.getBoundingClientRect();
  return [[each.localName + "." + each.className, ...[top, left, width, height].map((n) => Math.round(n * 2) / 2)].join(" ")];
});`;

interface InPage {
  onScreen(): SeenRow[];
  painted: Set<string>;
  standing(): string[];
}
declare global {
  interface Window extends InPage {
    load(rows: unknown): void;
  }
}

export const watchScreen = (page: Page): Promise<unknown> => page.evaluate(IN_PAGE);
export const onScreen = (page: Page): Promise<SeenRow[]> => page.evaluate(() => window.onScreen());
export const painted = async (page: Page): Promise<[string, string][]> =>
  (await page.evaluate(() => [...window.painted])).map(
    (pair) => pair.split(/ (.*)/).slice(0, 2) as [string, string],
  );

/** What stands elsewhere or is of another size because our marks are there. */
export const moved = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const withMarks = window.standing();
    const style = document.createElement("style");
    style.textContent = "shixian-mark, shixian-step { display: none !important; }";
    document.head.append(style);
    const without = new Set(window.standing());
    style.remove();
    return withMarks.filter((each) => !without.has(each));
  });
