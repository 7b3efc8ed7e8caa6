import type { Moment } from "../time/moment.ts";
import type { Proof, ProofDay } from "./proof.ts";

/** A due date's strip in a few words: what a person can check against a wall calendar. */
export interface ProofSummary {
  /** first and last counted day, and how many counted */
  first: string;
  counted: number;
  due: Moment;
  /** holidays whose days were passed over, by name, each with its days */
  skipped: { name: string; days: number }[];
  /** rest days that counted because they were worked */
  madeUp: string[];
  /** days on which the clock stood */
  paused: number;
}

/** `undefined` where the strip bears no numbers (hours, months), has more than one leg, or reaches no certain date. */
export function proofSummary({ legs }: Proof): ProofSummary | undefined {
  const [leg] = legs;
  if (!leg || legs.length > 1 || leg.due.kind !== "at") return undefined;
  if (leg.limit.unit !== "workday" && leg.limit.unit !== "day") return undefined;
  const counted = leg.days.filter((each) => each.number !== undefined);
  const first = counted[0]?.day;
  if (first === undefined) return undefined;
  const passed = leg.days.filter((each) => each.number === undefined && each.kind !== "start");
  return {
    first,
    counted: counted.length,
    due: leg.due.moment,
    skipped: byName(passed),
    madeUp: counted.filter((each) => each.kind === "make-up").map((each) => each.day),
    paused: passed.filter((each) => each.kind === "paused").length,
  };
}

function byName(days: readonly ProofDay[]): ProofSummary["skipped"] {
  const names = new Map<string, number>();
  for (const { kind, name } of days)
    if (kind === "holiday" && name !== undefined) names.set(name, (names.get(name) ?? 0) + 1);
  return [...names].map(([name, n]) => ({ name, days: n }));
}
