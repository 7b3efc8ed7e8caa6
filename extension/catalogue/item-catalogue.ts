import type { CaseFacts, Guide, GuideLimits } from "#shared/case/observation.ts";
import { keyOf } from "#shared/case/fold.ts";

/** What one guide page said of one item, once. Nothing in it is about a case or a person. */
export interface CatalogueEntry {
  /** host[:port] of the portal: a guide speaks for its own portal only */
  portal: string;
  /** which page it was: view and the digest of its address, which tells the guides of two items apart */
  page: string;
  /** whose and for what kind of case, as far as it says: one address may show several guides of one item */
  department?: string;
  caseKind?: string;
  item?: string;
  itemCode?: string;
  limits: Omit<GuideLimits, "readAt">;
  /** the day on which it was last read */
  readAt: string;
}

/** By what a case asks for its item's limits. */
export type ItemAsked = Pick<CaseFacts, "item" | "itemCode">;

export const MOST_ENTRIES = 5_000;

/** One name however it is spaced, and whichever width its brackets have. */
export const itemName = (item: string): string =>
  item.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/**
 * The catalogue after a guide was read: it replaces what the same page said of an item before, and what another address of it said
 * alike. Oldest first; the oldest go when there are too many.
 * @param page which guide it was, the same at every reading
 * @returns the same catalogue where nothing changed
 */
export function withGuide(
  all: readonly CatalogueEntry[],
  { portal, page, guide, day }: { portal: string; page: string; guide: Guide; day: string },
): readonly CatalogueEntry[] {
  const { item, itemCode, department, caseKind, statutoryLimit, promisedLimit } = guide;
  if (item === undefined && itemCode === undefined) return all;
  const told = statutoryLimit !== undefined || promisedLimit !== undefined;
  const limits = {
    ...(statutoryLimit && { statutoryLimit }),
    ...(promisedLimit && { promisedLimit }),
  };
  const entry: CatalogueEntry = {
    portal,
    page,
    ...(item !== undefined && { item: itemName(item) }),
    ...(itemCode !== undefined && { itemCode }),
    ...(department !== undefined && { department }),
    ...(caseKind !== undefined && { caseKind }),
    limits,
    readAt: day,
  };
  if (all.some((each) => keyOf(each) === keyOf(entry))) return all;
  const said = (of: CatalogueEntry): string => keyOf({ ...of, readAt: null, page: null });
  const guideOf = (of: CatalogueEntry): string => keyOf({ ...of, readAt: null, limits: null });
  const kept = all.filter((each) => guideOf(each) !== guideOf(entry) && said(each) !== said(entry));
  return (told ? [...kept, entry] : kept).slice(-MOST_ENTRIES);
}

/**
 * What the guides of a portal allow an item: by its code, else by its name where no code speaks against it. Two guides that say
 * different things allow nothing: the day of the last reading stands alone then, so that what was filled from one of them is taken back.
 */
export function limitsFor(
  all: readonly CatalogueEntry[],
  portal: string,
  { item, itemCode }: ItemAsked,
): GuideLimits | null {
  const here = all.filter((each) => each.portal === portal);
  const byCode = itemCode === undefined ? [] : here.filter((each) => each.itemCode === itemCode);
  const name = item === undefined ? undefined : itemName(item);
  const byName = here.filter(
    (each) =>
      name !== undefined &&
      each.item === name &&
      (itemCode === undefined || each.itemCode === undefined),
  );
  const found = byCode.length > 0 ? byCode : byName;
  const last = found.at(-1);
  if (!last) return null;
  const agreed = found.every(({ limits }) => keyOf(limits) === keyOf(last.limits));
  return { ...(agreed && last.limits), readAt: last.readAt };
}
