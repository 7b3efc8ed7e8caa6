import { describe, expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import { type CaseFacts, observation } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { clocks } from "#shared/limit/clocks.ts";
import { findingsOf } from "#shared/limit/findings/index.ts";
import type { Regime } from "#shared/limit/regime.ts";
import { hunan } from "#shared/limit/rules/hunan.ts";
import { national } from "#shared/limit/rules/national.ts";
import { judge } from "#shared/limit/verdict.ts";
import { at, workdays } from "../limit/a-case.ts";

const sight = (when: string, facts: CaseFacts) => ({
  at: at(when),
  lastAt: at(when),
  facts,
  unreadable: [],
});
const world = (when: string, regime: Regime = national) => ({
  regime,
  calendar: CHINA,
  at: at(when),
});
const processing = { text: "办理中", kind: "processing" as const };
const withdrawn = { text: "已撤回", kind: "withdrawn" as const };
const forwarded = { text: "已转报", kind: "forwarded" as const };
const five = { promisedLimit: workdays(5) };

describe("an application that was withdrawn and filed again", () => {
  const first = sight("2026-03-04", { status: processing, acceptedAt: "2026-03-02", ...five });
  const gone = sight("2026-03-06", { status: withdrawn, acceptedAt: "2026-03-02" });
  const again = sight("2026-03-18", { status: processing, acceptedAt: "2026-03-16", ...five });

  test("is a new leg: its clock runs from the new acceptance, and the old one is dropped", () => {
    const t = foldTimeline([again, gone, first]);
    expect(t.acceptedAt).toBe("2026-03-16");
    expect(judge(t, world("2026-03-18"))).toMatchObject({ kind: "on-time", due: "2026-03-23" });
    expect(t.earlier).toHaveLength(1);
    const [old] = t.earlier ?? [];
    expect(old).toMatchObject({ acceptedAt: "2026-03-02", status: withdrawn });
    expect(old && judge(old, world("2026-03-18"))).toMatchObject({
      kind: "unknown",
      why: ["dropped"],
    });
  });

  test("the two acceptances do not contradict each other, and nothing of the old leg stops the new clock", () => {
    const pause = { from: "2026-03-05", ground: "hearing" as const };
    const paused = sight("2026-03-05", { ...first.facts, pauses: [pause] });
    const t = foldTimeline([first, paused, gone, again]);
    expect(t.contradictions).toEqual([]);
    expect(t.pauses).toEqual([]);
    expect(t.earlier?.[0]?.pauses).toEqual([pause]);
    expect(judge(t, world("2026-03-18")).kind).toBe("on-time");
  });

  test("a case withdrawn before acceptance begins anew with what came after the withdrawal", () => {
    const never = sight("2026-03-06", { status: withdrawn });
    expect(foldTimeline([never, again]).earlier).toHaveLength(1);
    const older = sight("2026-03-18", { status: processing, acceptedAt: "2026-03-02" });
    expect(foldTimeline([never, older]).earlier).toBeUndefined();
  });

  test.each<[string, CaseFacts]>([
    ["the same acceptance", { status: processing, acceptedAt: "2026-03-02" }],
    ["the same acceptance with its hour", { status: processing, acceptedAt: "2026-03-02T09:30" }],
    ["an earlier acceptance", { status: processing, acceptedAt: "2026-02-27" }],
    ["no date at all", { status: processing }],
    ["a date without a status", { acceptedAt: "2026-03-16" }],
    ["withdrawn still", { status: withdrawn, acceptedAt: "2026-03-16" }],
  ])("%s after a withdrawal is no new leg", (_, facts) => {
    expect(foldTimeline([first, gone, sight("2026-03-18", facts)]).earlier).toBeUndefined();
  });

  test("an acceptance that is merely rewritten stays a contradiction", () => {
    const t = foldTimeline([first, again]);
    expect(t.earlier).toBeUndefined();
    expect(t.contradictions.map((c) => c.field)).toEqual(["acceptedAt"]);
  });

  test("withdrawn twice and filed a third time has two earlier legs, oldest first", () => {
    const t = foldTimeline([
      first,
      gone,
      again,
      sight("2026-03-20", { status: withdrawn }),
      sight("2026-04-02", { status: processing, acceptedAt: "2026-04-01" }),
    ]);
    expect(t.acceptedAt).toBe("2026-04-01");
    expect(t.earlier?.map((leg) => leg.acceptedAt)).toEqual(["2026-03-02", "2026-03-16"]);
  });
});

describe("a case sent to the level above (转报)", () => {
  const accepted = { acceptedAt: "2026-03-02", ...five };
  const sent = (leftAt: string): CaseFacts => ({
    ...accepted,
    status: forwarded,
    steps: [
      { name: "初审", enteredAt: "2026-03-03", leftAt: "2026-03-06" },
      { name: "转报上级", enteredAt: "2026-03-06", leftAt },
    ],
  });
  const judged = (facts: CaseFacts, when = "2026-04-30") =>
    judge(foldTimeline([sight(when, facts)]), world(when));

  test.each([
    ["2026-03-09", "closed-on-time"],
    ["2026-03-10", "closed-late"],
  ])("the lower level's clock ends at dispatch: sent on %s it is %s", (when, kind) => {
    expect(judged(sent(when))).toMatchObject({ kind, due: "2026-03-09" });
  });

  test("a closing time shown beside does not move the dispatch; without any step it is the dispatch", () => {
    expect(judged({ ...sent("2026-03-09"), closedAt: "2026-04-20" }).kind).toBe("closed-on-time");
    const plain = { ...accepted, status: forwarded, closedAt: "2026-03-10" };
    expect(judged(plain).kind).toBe("closed-late");
    expect(judged({ ...accepted, status: forwarded }).why).toEqual(["closed-time-unknown"]);
  });

  test("what the level above accepts is a new leg with a limit of its own", () => {
    const t = foldTimeline([
      sight("2026-03-10", sent("2026-03-09")),
      sight("2026-03-12", {
        status: processing,
        acceptedAt: "2026-03-11",
        promisedLimit: workdays(10),
        department: "省住建厅",
      }),
    ]);
    expect(judge(t, world("2026-03-12"))).toMatchObject({ kind: "on-time", due: "2026-03-25" });
    const [lower] = t.earlier ?? [];
    expect(lower && judge(lower, world("2026-03-12")).kind).toBe("closed-on-time");
  });

  test("行政许可法 44: nothing was decided here, so no delivery is owed", () => {
    const t = foldTimeline([
      sight("2026-04-30", { ...sent("2026-03-09"), closedAt: "2026-03-09" }),
    ]);
    expect(clocks(t, world("2026-04-30")).map(({ name, state }) => [name, state])).toEqual([
      ["promise", "met"],
    ]);
    expect(findingsOf(t, world("2026-04-30")).map(({ id }) => id)).not.toContain("late-delivery");
  });
});

describe("accepted with papers missing (容缺受理)", () => {
  const supplement = { text: "待补正", kind: "supplement" as const };
  const base: CaseFacts = { acceptedAt: "2026-03-02", ...five, status: supplement };
  const judged = (facts: CaseFacts, when: string) =>
    judge(foldTimeline([sight(when, facts)]), world(when));

  test.each<[string, CaseFacts]>([
    ["by its kind", { ...base, caseKind: "容缺受理件" }],
    ["by its status", { ...base, status: { text: "容缺受理待补件", kind: "supplement" } }],
    ["by its steps", { ...base, steps: [{ name: "容缺受理", enteredAt: "2026-03-02" }] }],
    ["by what is owed", { ...base, tolerance: { limit: workdays(3) } }],
  ])(
    "told %s, the authority's clock runs from acceptance and a missing paper does not stop it",
    (_, facts) => {
      expect(judged(facts, "2026-03-09")).toMatchObject({ kind: "due-soon", due: "2026-03-09" });
      expect(judged(facts, "2026-03-10").kind).toBe("overdue");
    },
  );

  test("without a word of it, a correction after acceptance stands the clock as before", () => {
    expect(judged(base, "2026-03-10").kind).toBe("paused");
  });

  test.each<[CaseFacts["tolerance"], string, string]>([
    [{ limit: workdays(3) }, "2026-03-05", "running"],
    [{ limit: workdays(3) }, "2026-03-06", "late"],
    [{ limit: workdays(3), suppliedAt: "2026-03-05" }, "2026-03-20", "met"],
    [{ due: "2026-03-05" }, "2026-03-05", "running"],
    [{ due: "2026-03-05" }, "2026-03-06", "late"],
    [{ due: "2026-03-05", suppliedAt: "2026-03-06" }, "2026-03-20", "late"],
  ])("the applicant's own clock: owing %j it is on %s %s", (tolerance, when, state) => {
    const facts: CaseFacts = { ...base, status: processing, ...(tolerance && { tolerance }) };
    const t = foldTimeline([sight(when, facts)]);
    const own = clocks(t, world(when)).find((clock) => clock.of === "tolerance");
    expect(own).toMatchObject({ name: "supplement", start: "2026-03-02", state });
  });

  test("two looks give one debt, and a moved date is named", () => {
    const t = foldTimeline([
      sight("2026-03-03", { tolerance: { due: "2026-03-05" } }),
      sight("2026-03-06", { tolerance: { due: "2026-03-09", suppliedAt: "2026-03-06" } }),
    ]);
    expect(t.tolerance).toEqual({ due: "2026-03-09", suppliedAt: "2026-03-06" });
    expect(t.contradictions.map(({ field }) => field)).toEqual(["tolerance due"]);
  });
});

describe("a supervisor's notice (督办) wants an answer", () => {
  const states = (facts: CaseFacts, when: string, regime?: Regime) =>
    clocks(foldTimeline([sight(when, facts)]), world(when, regime))
      .filter(({ name }) => name === "feedback")
      .map(({ source, due, state }) => [source, due.kind === "at" ? due.moment : due.kind, state]);

  test("within the time that it names, each notice by itself", () => {
    const supervised = [
      { from: "2026-03-02", to: "2026-03-05", limit: workdays(3) },
      { from: "2026-03-09", limit: workdays(3) },
    ];
    expect(states({ supervised }, "2026-03-13")).toEqual([
      ["page", "2026-03-05", "met"],
      ["page", "2026-03-12", "late"],
    ]);
  });

  test("or within the regime's, where it has one", () => {
    const supervised = [{ from: "2026-03-02" }];
    const own = { ...hunan, statutory: { ...hunan.statutory, feedback: workdays(5) } };
    expect(states({ supervised }, "2026-03-09", own)).toHaveLength(1);
    expect(states({ supervised }, "2026-03-09", own)[0]?.[0]).toBe("law");
    expect(states({ supervised }, "2026-03-09")).toEqual([]);
  });

  test("a notice answered later is one notice", () => {
    const t = foldTimeline([
      sight("2026-03-03", { supervised: [{ from: "2026-03-02" }] }),
      sight("2026-03-06", { supervised: [{ from: "2026-03-02T09:30", to: "2026-03-05" }] }),
    ]);
    expect(t.supervised).toEqual([{ from: "2026-03-02T09:30", to: "2026-03-05" }]);
  });
});

test("a record without the new facts is what it was: the wire has only grown", () => {
  const old = {
    type: "observation",
    seq: 2,
    at: 1,
    lastAt: 1,
    times: 1,
    look: 1,
    caseKey: "0".repeat(64),
    caseMask: "…1",
    facts: { acceptedAt: "2026-03-02" },
    unreadable: [],
  };
  expect(observation.parse(old)).toEqual(old);
  expect(foldTimeline([sight("2026-03-03", { acceptedAt: "2026-03-02" })])).not.toHaveProperty(
    "earlier",
  );
});
