import type { StepSeen } from "#shared/case/observation.ts";
import type { Timeline } from "#shared/case/timeline.ts";

/** 并联, 联办, 一件事: the page itself says that departments handle it side by side. */
const DECLARED = /并联|联办|联合(?:办理|审批|验收|审图)|一件事|多图联审/;

/**
 * Of a case that its page calls parallel: whether the stays of different departments overlapped (`side-by-side`), each began only when
 * the one before had ended (`in-series`), or too few times are shown to tell. null: not declared parallel.
 */
export function parallelOf(t: Timeline): "side-by-side" | "in-series" | "untold" | null {
  if (![t.caseKind, t.item].some((text) => text !== undefined && DECLARED.test(text))) return null;
  const timed = t.steps.filter(
    (step): step is StepSeen & { enteredAt: string; department: string } =>
      step.enteredAt !== undefined && step.department !== undefined,
  );
  if (new Set(timed.map(({ department }) => department)).size < 2) return "untold";
  let decided = 0;
  for (const [i, a] of timed.entries())
    for (const b of timed.slice(i + 1)) {
      if (a.department === b.department) continue;
      if (a.leftAt === undefined) continue;
      decided += 1;
      if (b.enteredAt < a.leftAt && !a.leftAt.startsWith(b.enteredAt)) return "side-by-side";
    }
  return decided > 0 ? "in-series" : "untold";
}
