import type { Timeline } from "#shared/case/timeline.ts";
import type { Bucket } from "#shared/limit/bucket.ts";
import type { FindingId } from "#shared/limit/findings/finding.ts";
import { findingsOf } from "#shared/limit/findings/index.ts";
import type { Verdict, VerdictKind, World } from "#shared/limit/verdict.ts";
import { bucketOf } from "../reports/bucket.ts";
import type { NoAllowance } from "../reports/allowance-used.ts";
import { limitPassed } from "../reports/population.ts";
import { compare, daysLater } from "./comparison.ts";
import { type AskId, hungOf } from "./hung.ts";
import { type WorkOrder, workOrderOf } from "./work-order.ts";

/**
 * What reports ask of a case and the moment decides: it stays the same from one turning point of the case to the next. Equal states are
 * stored once: a field here has few distinct values, and its line in `stateOf`.
 */
export interface State {
  verdict: VerdictKind;
  bucket: Bucket;
  basis: NonNullable<Verdict["basis"]> | null;
  severity: NonNullable<Verdict["severity"]> | null;
  /** whether its limit has passed; null where that cannot be told */
  passed: boolean | null;
  /** kinds of findings, each once, in the order of their list */
  findings: readonly FindingId[];
  /** what the portal says against what we compute; null where there is nothing to compare */
  portal: { date: boolean; mark: boolean; gap: number } | null;
  /** a hotline's work order; null for an application */
  order: WorkOrder | null;
  /** its pauses in the order of their beginnings */
  hung: readonly { used: number | NoAllowance; asks: readonly AskId[] }[];
}

export function stateOf(timeline: Timeline, verdict: Verdict, world: World): State {
  const compared = compare(timeline, verdict, world);
  return {
    verdict: verdict.kind,
    bucket: bucketOf(timeline, verdict),
    basis: verdict.basis ?? null,
    severity: verdict.severity ?? null,
    passed: limitPassed(verdict, world.at) ?? null,
    findings: [...new Set(findingsOf(timeline, world).map(({ id }) => id))],
    portal: compared
      ? {
          date: compared.dateDiffers,
          mark: compared.markDiffers,
          gap: Math.abs(daysLater(compared) ?? 0),
        }
      : null,
    order: workOrderOf(timeline, world.calendar),
    hung: hungOf(timeline, world).map(({ used, asks }) => ({ used, asks })),
  };
}
