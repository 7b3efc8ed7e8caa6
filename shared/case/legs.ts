import { earliest } from "../time/moment.ts";
import type { Seen } from "./fold.ts";
import type { StatusKind } from "./status.ts";

/** After these the same number can come again as another application: filed anew, or taken up by the level above. */
const ENDED: readonly StatusKind[] = ["withdrawn", "terminated", "not-accepted", "forwarded"];
const STARTS = ["submittedAt", "receivedAt", "acceptedAt"] as const;

/**
 * Parts the sights of one number into its legs, oldest first. A new leg begins with the first sight after an end that shows the case
 * going on *and* a start later than any before: without a later date a status that came back is the same leg. The result is a
 * matter of the sights' times alone, never of their order.
 */
export function legsOf(seen: readonly Seen[]): (readonly Seen[])[] {
  const legs: (readonly Seen[])[] = [];
  for (let rest = seen; ;) {
    const cut = nextLeg(rest);
    if (cut === undefined) return [...legs, rest];
    legs.push(rest.filter(({ at }) => at < cut));
    rest = rest.filter(({ at }) => at >= cut);
  }
}

function nextLeg(seen: readonly Seen[]): number | undefined {
  const ends = seen.filter((each) => is(each, true)).map(({ at }) => at);
  if (ends.length === 0) return undefined;
  const ended = Math.min(...ends);
  const begins = seen
    .filter((each) => each.at > ended && is(each, false) && startsLater(each, seen, ended))
    .map(({ at }) => at);
  return begins.length > 0 ? Math.min(...begins) : undefined;
}

const is = ({ facts: { status } }: Seen, ended: boolean): boolean =>
  status !== undefined && ENDED.includes(status.kind) === ended;

function startsLater({ at, facts }: Seen, seen: readonly Seen[], ended: number): boolean {
  const before = seen.filter((each) => each.at < at);
  return STARTS.some((field) => {
    const start = facts[field];
    if (start === undefined) return false;
    const said = before.flatMap((each) => each.facts[field] ?? []);
    // the same day told more exactly is no later day
    return said.length > 0
      ? said.every((other) => start > other && !start.startsWith(other))
      : earliest(start) > ended;
  });
}
