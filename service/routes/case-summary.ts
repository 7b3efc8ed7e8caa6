import type { JudgedCase } from "../reports/judged-case.ts";
import { isOpen, startedAt } from "../reports/population.ts";
import type { CaseSummary } from "./shapes/case.ts";
import type { UnitRef } from "./shapes/common.ts";

export function caseSummaryOf(
  each: JudgedCase,
  units: ReadonlyMap<number, UnitRef>,
  asOf: number,
): CaseSummary {
  const { timeline, verdict, bucket, key, mask, portal, observations } = each;
  return {
    key,
    mask,
    portal,
    item: timeline.item ?? null,
    department: timeline.department ?? null,
    step: timeline.step ?? null,
    status: timeline.status ?? null,
    // of the units that saw it, those that the caller may know of
    units: each.units.flatMap((id) => {
      const unit = units.get(id);
      return unit ? [{ id: unit.id, name: unit.name, path: unit.path }] : [];
    }),
    startedAt: startedAt(timeline),
    acceptedAt: timeline.acceptedAt ?? null,
    closedAt: timeline.closedAt ?? null,
    declaredDue: timeline.declared.due ?? null,
    verdict,
    bucket,
    firstSeenAt: new Date(timeline.firstSeenAt).toISOString(),
    lastSeenAt: new Date(timeline.lastSeenAt).toISOString(),
    unseenDays: isOpen(timeline)
      ? Math.max(0, Math.floor((asOf - timeline.lastSeenAt) / 86_400_000))
      : 0,
    observations,
    contradictions: timeline.contradictions.length,
    unreadable: timeline.unreadable.length,
  };
}
