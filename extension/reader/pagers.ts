import { tidy } from "./cell-text.ts";
import { classOf, isOurs } from "./dom.ts";

const SAYS =
  /共\s*[\d,]+|第\s*\d+|总(?:数|计|共)?\s*[\d,]+|[\d,]+\s*(?:条|件|记录)|\bof\s+[\d,]+|page\s+\d+|\btotal\s+[\d,]+/i;
const CLASS = /pag|info|bar|count|total|records/i;
const PAGER_CLASS = /pag|bar/i;
const MOST = 30;
const CURRENT =
  /(?:^|[\s_-])(?:is-{0,2})?(?:active|current|curr|cur|selected|on|checked|now|thisclass)(?:$|[\s_-])/i;
/** what else stands among the numbers of a pager */
const BESIDE =
  /^(?:[<>«»‹›…⋯.·•\s]*|\.{2,3}|上一?页|下一?页|首页|尾页|末页|第一页|最后一页|前一页|后一页|prev(?:ious)?|next|first|last)$/i;

/** What the pagers and counts of a page say, as sentences that `readPager` reads: their words, the page typed in a box, the number that is lit. */
export function pagersOf(frame: readonly Element[]): string[] {
  const found = new Set<string>();
  for (const element of frame) {
    if (found.size >= MOST) break;
    if (element.childElementCount > 60) continue;
    const name = `${classOf(element)} ${element.id} ${element.getAttribute("role") ?? ""}`;
    if (!CLASS.test(name) && !/^(?:h2|tfoot)$/.test(element.localName)) continue;
    const text = tidy(element.textContent ?? "");
    if (text.length >= 3 && text.length <= 200 && SAYS.test(text)) found.add(text);
    if (!PAGER_CLASS.test(name) || text.length > 600) continue;
    for (const box of element.querySelectorAll("input")) {
      const typed = typedPage(box, element);
      if (typed !== undefined) found.add(typed);
    }
    const lit = litPage(element);
    if (lit !== undefined) found.add(lit);
  }
  return [...found];
}

/** `[2] / 5`, `第 [2] 页 共 5 页`: a box with the page in it and the number of pages behind it. */
function typedPage(box: HTMLInputElement, pager: Element): string | undefined {
  if (!/^\d{1,5}$/.test(box.value.trim())) return undefined;
  const behind = box.ownerDocument.createRange();
  behind.setStartAfter(box);
  behind.setEndAfter(pager);
  const pages = /^\s*页?\s*[,，]?\s*(?:\/|／|共|of)\s*(\d{1,6})(?!\d|\s*[条件])/i.exec(
    behind.toString().slice(0, 40),
  )?.[1];
  return pages === undefined ? undefined : `第 ${box.value.trim()} / ${pages} 页`;
}

/** `1 [2] 3 … 14`: numbers side by side, one of which looks unlike the others. */
function litPage(pager: Element): string | undefined {
  const parts = Array.from(pager.children).filter((part) => !isOurs(part));
  const numbers = parts.filter((part) => /^\d{1,5}$/.test(tidy(part.textContent ?? "")));
  if (numbers.length < 2) return undefined;
  const value = (part: Element): number => Number(tidy(part.textContent ?? ""));
  if (numbers.some((part, i) => i > 0 && value(part) <= value(numbers[i - 1] as Element)))
    return undefined;
  if (!parts.some((part) => BESIDE.test(tidy(part.textContent ?? ""))) && !besides(pager))
    return undefined;
  const current = numbers.filter(isLit);
  const [only] = current;
  return only && current.length === 1 ? `第 ${value(only)} 页` : undefined;
}

/** Arrows stand before or after the numbers, in the pager or around it. */
const besides = (pager: Element): boolean =>
  [pager.previousElementSibling, pager.nextElementSibling].some(
    (each) => each !== null && BESIDE.test(tidy(each.textContent ?? "")),
  );

function isLit(part: Element): boolean {
  const each = [part, ...part.querySelectorAll("*")];
  if (each.some((one) => /^(?:true|page)$/.test(one.getAttribute("aria-current") ?? "")))
    return true;
  if (each.some((one) => CURRENT.test(classOf(one)))) return true;
  // a number that is no link among numbers that are links
  const isLink = (one: Element): boolean =>
    one.localName === "a" || one.querySelector("a") !== null || one.closest("a") !== null;
  const around = Array.from(part.parentElement?.children ?? []);
  return !isLink(part) && around.filter(isLink).length > 0 && part.localName !== "button";
}
