import { type Said, contradiction, newest, sayings } from "./fold.ts";
import type { CaseFacts, GuideLimits, Unreadable } from "./observation.ts";
import type { Contradiction, Timeline } from "./timeline.ts";

/** On a page, or unreadable on one, each of these is the case's own word, which no guide replaces. */
const OWN_WORDS = ["statutoryLimit", "promisedLimit", "limit", "due", "statutoryDue"] as const;

/** May a guide speak for a case of which a page says this? Only where the page shows no limit and no due date, not even an unreadable one. */
export const wantsGuide = (facts: CaseFacts, unreadable: readonly Unreadable[]): boolean =>
  OWN_WORDS.every(
    (field) => facts[field] === undefined && !unreadable.some((each) => each.field === field),
  );

/** What the guide last said of the item. Read anew it says the same; only other limits contradict. */
export function guideSayings(said: readonly Said<GuideLimits>[]): {
  last: GuideLimits | undefined;
  contradictions: Contradiction[];
} {
  const limits = sayings(
    said.map(({ value, firstAt, lastAt }) => {
      const { readAt: _, ...guide } = value;
      return { at: firstAt, lastAt, facts: { guide } as CaseFacts, unreadable: [] };
    }),
    ({ guide }) => (guide && Object.keys(guide).length > 0 ? guide : undefined),
  );
  const clash = contradiction("guide", limits);
  return { last: newest(said), contradictions: clash ? [clash] : [] };
}

/** The case's limits: its own where any page ever told one or a due date, else those of the item's guide, with the day of reading. */
export function filledLimits(
  own: Timeline["limits"],
  declared: Timeline["declared"],
  unreadable: readonly Unreadable[],
  guide: GuideLimits | undefined,
): Pick<Timeline, "limits" | "guideReadAt"> {
  const told: CaseFacts = {
    ...(own.statutory && { statutoryLimit: own.statutory }),
    ...(own.promised && { promisedLimit: own.promised }),
    ...(own.unnamed && { limit: own.unnamed }),
    ...(declared.due !== undefined && { due: declared.due }),
    ...(declared.statutoryDue !== undefined && { statutoryDue: declared.statutoryDue }),
  };
  if (!guide || !(guide.statutoryLimit ?? guide.promisedLimit) || !wantsGuide(told, unreadable))
    return { limits: own };
  const { statutoryLimit: statutory, promisedLimit: promised, readAt } = guide;
  return {
    limits: { ...own, ...(statutory && { statutory }), ...(promised && { promised }) },
    guideReadAt: readAt,
  };
}
