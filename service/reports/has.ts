import type { CaseView } from "../facts/case-view.ts";
import type { State } from "../facts/state.ts";
import type { Traits } from "../facts/traits.ts";

/** What a case can be asked to have, so that a row of any report opens exactly its cases: `has=paused,asked-late` wants both. */
export const HAS_BY_TRAITS = {
  paused: ({ pauses }) => pauses > 0,
  "pauses-shown": ({ pausesShown }) => pausesShown,
  "steps-shown": ({ steps }) => steps > 0,
  supplement: ({ rounds }) => rounds > 0,
  returned: ({ returns }) => returns > 0,
  "handed-over": ({ handOvers }) => (handOvers ?? 0) > 0,
  "both-limits": ({ promised }) => promised !== null,
  unreadable: ({ unreadable }) => unreadable.length > 0,
  "declared-parallel": ({ parallel }) => parallel !== null,
  "side-by-side": ({ parallel }) => parallel === "side-by-side",
  "in-series": ({ parallel }) => parallel === "in-series",
  "order-untold": ({ parallel }) => parallel === "untold",
  instant: ({ caseKind }) => /即办|马上办|当场/.test(caseKind ?? ""),
} as const satisfies Record<string, (traits: Traits) => boolean>;

export const HAS_BY_STATE = {
  "asked-late": (state) => asked(state, "late"),
  "asked-after": (state) => asked(state, "after"),
  "asked-again": (state) => asked(state, "again"),
  "asked-groundless": (state) => asked(state, "groundless"),
  "asked-supplement": (state) => asked(state, "supplement"),
  comparable: ({ portal }) => portal !== null,
  disagrees: ({ portal }) => portal !== null && (portal.date || portal.mark),
  "date-disagrees": ({ portal }) => portal?.date === true,
  "mark-disagrees": ({ portal }) => portal?.mark === true,
  finding: ({ findings }) => findings.length > 0,
  "work-order": ({ order }) => order !== null,
  "handed-on": ({ order }) => (order?.transfer ?? null) !== null,
  rated: ({ order }) => (order?.satisfied ?? null) !== null,
  satisfied: ({ order }) => order?.satisfied === true,
} as const satisfies Record<string, (state: State) => boolean>;

const HAS_BY_CASE = {
  "same-day": ({ acceptedDay, closedDay, open }) =>
    !open && acceptedDay !== undefined && acceptedDay === closedDay,
  delivered: ({ deliveredDay }) => deliveredDay !== undefined,
  project: ({ project }) => project !== "",
  "due-told": ({ dueDay }) => dueDay !== undefined,
} as const satisfies Record<string, (seen: CaseView) => boolean>;

export type HasByTraits = keyof typeof HAS_BY_TRAITS;
export type HasByState = keyof typeof HAS_BY_STATE;
export type HasId = HasByTraits | HasByState | keyof typeof HAS_BY_CASE;
export const HAS_IDS = [HAS_BY_TRAITS, HAS_BY_STATE, HAS_BY_CASE].flatMap((by) =>
  Object.keys(by),
) as [HasId, ...HasId[]];

export const isByTraits = (id: HasId): id is HasByTraits => id in HAS_BY_TRAITS;
export const isByState = (id: HasId): id is HasByState => id in HAS_BY_STATE;

export const has = (seen: CaseView, id: HasId): boolean =>
  isByTraits(id)
    ? HAS_BY_TRAITS[id](seen.traits)
    : isByState(id)
      ? HAS_BY_STATE[id](seen.state)
      : HAS_BY_CASE[id](seen);

const asked = ({ hung }: State, id: State["hung"][number]["asks"][number]): boolean =>
  hung.some(({ asks }) => asks.includes(id));
