import { isTolerated } from "../case/chapters.ts";
import type { Timeline } from "../case/timeline.ts";
import type { Instant } from "../time/instant.ts";
import { earliest } from "../time/moment.ts";
import type { World } from "./verdict.ts";

/** The clock stands at this moment: since when, where that is known. */
export interface Standing {
  since?: Instant;
  why: "clock-paused" | "pause-end-unknown";
}

const RUNNING = ["accepted", "processing"];

/**
 * By a pause that covers the moment, by the status word, or by a correction asked for after acceptance. A pause without an end on a
 * case that was seen running later has ended, nobody knows when.
 */
export function standingOf(t: Timeline, { regime, at }: World): Standing | undefined {
  if (t.acceptedAt === undefined && t.declared.due === undefined && t.status?.kind !== "paused")
    return undefined;
  const covering = t.pauses
    .filter((p) => regime.pauses.stops.includes(p.ground))
    .filter((p) => earliest(p.from, regime.zone) <= at)
    .filter((p) => p.to === undefined || at < earliest(p.to, regime.zone))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = covering;
  if (first) {
    const since = earliest(first.from, regime.zone);
    const runsAgain =
      RUNNING.includes(t.status?.kind ?? "") && (t.statusSeenAt ?? 0) > (t.pausesSeenAt ?? 0);
    const ended = runsAgain && covering.every((p) => p.to === undefined);
    return { since, why: ended ? "pause-end-unknown" : "clock-paused" };
  }
  if (t.status?.kind === "paused") return { why: "clock-paused" };
  if (t.status?.kind === "supplement" && t.acceptedAt !== undefined && !isTolerated(t))
    return { why: "clock-paused" };
  return undefined;
}
