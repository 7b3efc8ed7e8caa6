import { expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import type { CaseFacts, Unreadable } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { clocks } from "#shared/limit/clocks.ts";
import { proof } from "#shared/limit/proof.ts";
import { national } from "#shared/limit/rules/national.ts";
import { judge } from "#shared/limit/verdict.ts";
import { at, days, judged, processing, workdays } from "../limit/a-case.ts";

const guide = { promisedLimit: workdays(5), statutoryLimit: workdays(20), readAt: "2026-11-18" };
const accepted: CaseFacts = { acceptedAt: "2026-11-02", status: processing };
const seen = (day: string, facts: CaseFacts, unreadable: Unreadable[] = []) => ({
  at: at(day),
  lastAt: at(day),
  facts,
  unreadable,
});

test("a case without a limit and a due date of its own runs by its item's guide, and the verdict says so", () => {
  expect(judged({ ...accepted, guide }, "2026-11-20")).toMatchObject({
    kind: "overdue",
    due: "2026-11-09",
    basis: "computed",
    severity: "promised",
    guideReadAt: "2026-11-18",
  });
});

test.each<[string, CaseFacts, string]>([
  ["promised", { promisedLimit: workdays(20) }, "2026-11-30"],
  ["statutory", { statutoryLimit: workdays(20) }, "2026-11-30"],
  ["unnamed", { limit: workdays(20) }, "2026-11-30"],
  ["due date", { due: "2026-11-25" }, "2026-11-25"],
])("the page's own %s wins over the guide's limits, whole and unmixed", (_, own, due) => {
  const verdict = judged({ ...accepted, ...own, guide }, "2026-11-20");
  expect(verdict).toMatchObject({ kind: "on-time", due });
  expect(verdict).not.toHaveProperty("guideReadAt");
});

test("a case page that tells its own limit later is believed, in whatever order the looks arrive", () => {
  const looks = [
    seen("2026-11-18", { ...accepted, guide }),
    seen("2026-11-19", { promisedLimit: workdays(20) }),
    seen("2026-11-20", { ...accepted, guide }),
  ];
  for (const order of [looks, looks.toReversed()]) {
    const t = foldTimeline(order);
    expect(t.limits).toEqual({ promised: workdays(20) });
    expect(t.guideReadAt).toBeUndefined();
    expect(t.contradictions).toEqual([]);
  }
});

test.each(["limit", "promisedLimit", "statutoryLimit", "due", "statutoryDue"])(
  "a %s that was on the page and could not be read is the page's own: no guide replaces it",
  (field) => {
    const verdict = judged({ ...accepted, guide }, "2026-11-20", {
      unreadable: [{ field, why: "not-a-limit" }],
    });
    expect(verdict).toMatchObject({ kind: "unknown", due: null });
    expect(verdict).not.toHaveProperty("guideReadAt");
  },
);

test("a guide read anew contradicts nothing; one that says another limit stands, and both are named", () => {
  const again = { ...guide, readAt: "2026-11-19" };
  const t = foldTimeline([
    seen("2026-11-18", { ...accepted, guide }),
    seen("2026-11-19", { ...accepted, guide: again }),
  ]);
  expect([t.contradictions, t.guideReadAt]).toEqual([[], "2026-11-19"]);
  const other = { promisedLimit: days(30), readAt: "2026-11-20" };
  const changed = foldTimeline([
    seen("2026-11-20", { ...accepted, guide: other }),
    seen("2026-11-18", { ...accepted, guide }),
  ]);
  expect(changed.limits).toEqual({ promised: days(30) });
  expect(changed.guideReadAt).toBe("2026-11-20");
  expect(changed.contradictions).toMatchObject([{ field: "guide" }]);
  expect(changed.contradictions[0]?.said).toHaveLength(2);
});

test("guides found to disagree take back what one of them had filled", () => {
  const t = foldTimeline([
    seen("2026-11-20", { ...accepted, guide: { readAt: "2026-11-20" } }),
    seen("2026-11-18", { ...accepted, guide }),
  ]);
  expect([t.limits, t.guideReadAt, t.contradictions]).toEqual([{}, undefined, []]);
});

test("the proof and every clock of the limit name the guide; what only the portal's mark tells does not", () => {
  const world = { regime: national, calendar: CHINA, at: at("2026-11-20") };
  const t = foldTimeline([seen("2026-11-20", { ...accepted, guide })]);
  expect(proof(t, world)).toMatchObject({ guideReadAt: "2026-11-18", legs: [{ days: {} }] });
  expect(clocks(t, world).map(({ name, source }) => [name, source])).toEqual([
    ["promise", "guide"],
    ["statute", "guide"],
  ]);
  const { acceptedAt: _, ...unaccepted } = accepted;
  const marked = foldTimeline([seen("2026-11-20", { ...unaccepted, overdueFlag: true, guide })]);
  const verdict = judge(marked, world);
  expect(verdict).toMatchObject({ kind: "overdue", basis: "marked" });
  expect(verdict).not.toHaveProperty("guideReadAt");
});
