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

const RANK = {
  overdue: 0,
  "due-soon": 1,
  unknown: 2,
  "on-time": 3,
  paused: 4,
  "not-started": 5,
  "closed-late": 6,
  "closed-on-time": 7,
} as const;

/** What needs a person first, then by the due time; the key last, so that pages do not overlap. */
export const urgency = (a: JudgedCase, b: JudgedCase): number =>
  RANK[a.verdict.kind] - RANK[b.verdict.kind] ||
  (a.verdict.due ?? "9").localeCompare(b.verdict.due ?? "9") ||
  startedAt(a.timeline).localeCompare(startedAt(b.timeline)) ||
  (a.key < b.key ? -1 : 1);

/** Every value with its number of cases, most frequent first. */
export function facetOf<V extends string>(
  cases: readonly JudgedCase[],
  of: (each: JudgedCase) => V,
): { value: V; n: number }[] {
  const counts = new Map<V, number>();
  for (const each of cases) counts.set(of(each), (counts.get(of(each)) ?? 0) + 1);
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .sort((a, b) => b.n - a.n || a.value.localeCompare(b.value, "zh-CN"));
}
