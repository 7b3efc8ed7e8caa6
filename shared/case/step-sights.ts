import type { Instant } from "../time/instant.ts";
import type { Moment } from "../time/moment.ts";
import type { Seen } from "./fold.ts";
import { isClosed } from "./status.ts";

/**
 * A run of looks that all named the same step, with no other named between: it was entered at `firstAt` at the latest and left after
 * `lastAt`. Without a step: the page named none any more and said that the case had ended.
 */
export interface StepSight {
  step?: string;
  firstAt: Instant;
  lastAt: Instant;
  /** when the case had come into it, as the page itself told last */
  enteredAt?: Moment;
}

interface Sight {
  at: number;
  /** "": none any more */
  step: string;
  enteredAt: Moment | undefined;
}

/**
 * The runs of a case, oldest first, whatever order its looks came in; `undefined` where no look named a step. What happened between two
 * looks nobody saw: a step in which it was only then is in no run, and one to which it came back unseen is one run.
 */
export function stepSights(seen: readonly Seen[]): StepSight[] | undefined {
  const sights = seen.flatMap(({ at, lastAt, facts }): Sight[] => {
    const { step = "", status, stepEnteredAt: enteredAt } = facts;
    if (step === "" && !(status !== undefined && isClosed(status.kind))) return [];
    const first = { at, step, enteredAt };
    return at === lastAt ? [first] : [first, { ...first, at: lastAt }];
  });
  if (sights.every(({ step }) => step === "")) return undefined;
  sights.sort(
    (a, b) =>
      a.at - b.at || inOrder(a.step, b.step) || inOrder(a.enteredAt ?? "", b.enteredAt ?? ""),
  );
  const runs: Sight[][] = [];
  for (const sight of sights) {
    const run = runs.at(-1);
    if (run && run[0]?.step === sight.step) run.push(sight);
    else runs.push([sight]);
  }
  return runs.map((run) => {
    const step = run[0]?.step ?? "";
    const told = run.findLast(({ enteredAt }) => enteredAt !== undefined)?.enteredAt;
    return {
      ...(step !== "" && { step }),
      firstAt: (run[0]?.at ?? 0) as Instant,
      lastAt: (run.at(-1)?.at ?? 0) as Instant,
      ...(told !== undefined && step !== "" && { enteredAt: told }),
    };
  });
}

/** Two looks of one instant that differ stand in the order of their words, so that the order of arrival decides nothing. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
