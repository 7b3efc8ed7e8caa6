import { keyOf } from "#shared/case/fold.ts";
import { wantsGuide } from "#shared/case/guide-limits.ts";
import type { GuideLimits } from "#shared/case/observation.ts";
import type { ItemAsked } from "./item-catalogue.ts";
import type { PageReading } from "../reader/read-page.ts";

/** An answer is asked again after this, ms: a list that scrolls is read again many times a minute. */
const KNOWN_FOR = 30_000;
/** Items of one question. */
const MOST = 500;

type Case = PageReading["reading"]["cases"][number];

/** What the item catalogue says of the cases of one frame; the page's marks and what is recorded are both made of what `fill` gives. */
export function guideLimits(
  ask: (items: ItemAsked[]) => Promise<(GuideLimits | null)[] | undefined>,
  now: () => number,
) {
  const known = new Map<string, { limits: GuideLimits | null; at: number }>();
  return {
    /** The items of cases without a limit of which the catalogue has not been asked lately. */
    unknown({ reading }: PageReading): ItemAsked[] {
      const items = new Map<string, ItemAsked>();
      for (const each of reading.cases) {
        const item = askedOf(each);
        if (!item) continue;
        const answer = known.get(keyOf(item));
        if (!answer || Math.abs(now() - answer.at) > KNOWN_FOR) items.set(keyOf(item), item);
      }
      return [...items.values()].slice(0, MOST);
    },
    async learn(items: ItemAsked[]): Promise<void> {
      const answers = await ask(items);
      items.forEach((item, i) =>
        known.set(keyOf(item), { limits: answers?.[i] ?? null, at: now() }),
      );
    },
    forget: () => known.clear(),
    /** The page with what guides allow its items, where the page itself is silent. */
    fill(page: PageReading): PageReading {
      let filled = false;
      const cases = page.reading.cases.map((each) => {
        const item = askedOf(each);
        const guide = item && known.get(keyOf(item))?.limits;
        if (!guide) return each;
        filled = true;
        return { ...each, facts: { ...each.facts, guide } };
      });
      return filled ? { ...page, reading: { ...page.reading, cases } } : page;
    },
  };
}

function askedOf({ facts, unreadable }: Case): ItemAsked | undefined {
  const { item, itemCode } = facts;
  if ((item ?? itemCode) === undefined || !wantsGuide(facts, unreadable)) return undefined;
  return { ...(item !== undefined && { item }), ...(itemCode !== undefined && { itemCode }) };
}
