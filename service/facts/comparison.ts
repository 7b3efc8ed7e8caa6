import type { Timeline } from "#shared/case/timeline.ts";
import type { Due, Point } from "#shared/limit/due.ts";
import { duesOf } from "#shared/limit/dues.ts";
import { type Mark, markOf } from "#shared/limit/mark.ts";
import { type Side, now, side } from "#shared/limit/side.ts";
import type { Verdict, World } from "#shared/limit/verdict.ts";
import { earliest, latest } from "#shared/time/moment.ts";
import { isOpen } from "../reports/population.ts";

/** What the portal says and what we compute, side by side, where a page gives both. */
export interface Comparison {
  ours: Extract<Due, { kind: "at" | "between" }>;
  declared: Point | undefined;
  mark: Mark | undefined;
  side: Side;
  dateDiffers: boolean;
  markDiffers: boolean;
}

export function compare(t: Timeline, verdict: Verdict, world: World): Comparison | undefined {
  if (verdict.why.includes("dropped")) return undefined;
  const { computed: ours, declared } = duesOf(t, world);
  if (ours.kind !== "at" && ours.kind !== "between") return undefined;
  const when = momentJudged(t, world);
  const said = markOf(t, world.at, world.regime.zone);
  // what remains of a closed case is not a statement about how it ended
  const mark = isOpen(t) || said?.by === "flag" ? said : undefined;
  if (!declared && (!mark || !when)) return undefined;
  const found = when ? side(ours, when) : "open";
  return {
    ours,
    declared,
    mark,
    side: found,
    dateDiffers: declared !== undefined && isElsewhere(declared, ours),
    markDiffers:
      mark !== undefined && (mark.says === "late" ? found === "not-late" : found === "late"),
  };
}

function momentJudged(t: Timeline, { at, regime }: World): ReturnType<typeof now> | undefined {
  if (isOpen(t)) return now(at);
  if (t.closedAt === undefined) return undefined;
  return { from: earliest(t.closedAt, regime.zone), to: latest(t.closedAt, regime.zone) };
}

/** Another day, or one outside the bounds where only bounds can be told. */
const isElsewhere = ({ day }: Point, ours: Comparison["ours"]): boolean =>
  ours.kind === "at"
    ? day !== ours.day
    : day < ours.earliest.day || (ours.latest !== undefined && day > ours.latest.day);

export const daysLater = ({
  declared,
  ours,
}: Pick<Comparison, "declared" | "ours">): number | undefined =>
  declared && ours.kind === "at" ? declared.day - ours.day : undefined;
