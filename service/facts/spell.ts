import type { Timeline } from "#shared/case/timeline.ts";
import type { Verdict, World } from "#shared/limit/verdict.ts";
import { packMoment } from "./packed-moment.ts";
import { type State, stateOf } from "./state.ts";

export type Judge = (timeline: Timeline, at: number) => Verdict;

/** What a case is from one turning point to the next. */
export interface Spell {
  /** ms since 1970 */
  from: number;
  state: State;
  /** the due time, packed */
  due: number | undefined;
  verdict: Verdict;
}

export function spellAt(timeline: Timeline, world: World, judge: Judge): Spell {
  const verdict = judge(timeline, world.at);
  return {
    from: world.at,
    state: stateOf(timeline, verdict, world),
    due: verdict.due === null ? undefined : packMoment(verdict.due),
    verdict,
  };
}
