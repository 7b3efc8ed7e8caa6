import type { Instant } from "../time/instant.ts";
import type { Segment } from "../time/segment.ts";
import type { Due, Point } from "./due.ts";

/** On which side of a due time something lies; `open` when what is known of either leaves both possible. */
export type Side = "late" | "not-late" | "open";

/** @param when all the instants that it may have been, half-open */
export function side(due: Due | Point, when: Segment<Instant>): Side {
  if ("ends" in due) return of(due.ends, due.ends, when);
  if (due.kind === "stands") return "not-late";
  if (due.kind === "none") return "open";
  if (due.kind !== "between") return "open";
  return of(due.earliest.ends, due.latest?.ends ?? (Infinity as Instant), when);
}

const of = (first: Instant, last: Instant, when: Segment<Instant>): Side =>
  when.from >= last ? "late" : when.to <= first ? "not-late" : "open";

export const now = (at: Instant): Segment<Instant> => ({ from: at, to: (at + 1) as Instant });
