import type { CaseView } from "../facts/case-view.ts";

/** What a case can be asked to have, so that a row of any report opens exactly its cases: `has=paused,asked-late` wants both. */
export const HAS = {
  paused: ({ traits }) => traits.pauses > 0,
  "pauses-shown": ({ traits }) => traits.pausesShown,
  "steps-shown": ({ traits }) => traits.steps > 0,
  supplement: ({ traits }) => traits.rounds > 0,
  returned: ({ traits }) => traits.returns > 0,
  "handed-over": ({ traits }) => (traits.handOvers ?? 0) > 0,
  "both-limits": ({ traits }) => traits.promised !== null,
  unreadable: ({ traits }) => traits.unreadable.length > 0,
  "asked-late": (seen) => asked(seen, "late"),
  "asked-after": (seen) => asked(seen, "after"),
  "asked-again": (seen) => asked(seen, "again"),
  "asked-groundless": (seen) => asked(seen, "groundless"),
  "asked-supplement": (seen) => asked(seen, "supplement"),
  comparable: ({ state }) => state.portal !== null,
  disagrees: ({ state: { portal } }) => portal !== null && (portal.date || portal.mark),
  "date-disagrees": ({ state }) => state.portal?.date === true,
  "mark-disagrees": ({ state }) => state.portal?.mark === true,
  finding: ({ state }) => state.findings.length > 0,
  "declared-parallel": ({ traits }) => traits.parallel !== null,
  "side-by-side": ({ traits }) => traits.parallel === "side-by-side",
  "in-series": ({ traits }) => traits.parallel === "in-series",
  "order-untold": ({ traits }) => traits.parallel === "untold",
  "work-order": ({ state }) => state.order !== null,
  "handed-on": ({ state }) => (state.order?.transfer ?? null) !== null,
  rated: ({ state }) => (state.order?.satisfied ?? null) !== null,
  satisfied: ({ state }) => state.order?.satisfied === true,
  "same-day": ({ acceptedDay, closedDay, open }) =>
    !open && acceptedDay !== undefined && acceptedDay === closedDay,
  instant: ({ traits }) => /即办|马上办|当场/.test(traits.caseKind ?? ""),
  delivered: ({ deliveredDay }) => deliveredDay !== undefined,
  project: ({ project }) => project !== "",
  "due-told": ({ dueDay }) => dueDay !== undefined,
} as const satisfies Record<string, (seen: CaseView) => boolean>;
export type HasId = keyof typeof HAS;
export const HAS_IDS = Object.keys(HAS) as [HasId, ...HasId[]];

const asked = (
  { state }: CaseView,
  id: CaseView["state"]["hung"][number]["asks"][number],
): boolean => state.hung.some(({ asks }) => asks.includes(id));
