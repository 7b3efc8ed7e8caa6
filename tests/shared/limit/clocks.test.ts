import { describe, expect, test } from "vitest";
import { CHINA, chinaCalendar } from "#shared/calendar/china.ts";
import { year2026 } from "#shared/calendar/years/2026.ts";
import type { CaseFacts } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { clocks, deemedAcceptedAt } from "#shared/limit/clocks.ts";
import { findingsOf } from "#shared/limit/findings/index.ts";
import { FINDING_IDS } from "#shared/limit/findings/finding.ts";
import { FINDINGS } from "#shared/limit/findings/index.ts";
import { national } from "#shared/limit/rules/national.ts";
import { judge } from "#shared/limit/verdict.ts";
import { LANGUAGES, strings } from "#shared/strings/strings.ts";
import { at, workdays } from "./a-case.ts";

const world = (when: string) => ({ regime: national, calendar: CHINA, at: at(when) });
const fold = (facts: CaseFacts, when: string) =>
  foldTimeline([{ at: at(when), lastAt: at(when), facts, unreadable: [] }]);
const all = (facts: CaseFacts, when: string) =>
  clocks(fold(facts, when), world(when)).map((c) => {
    const due = c.due.kind === "at" ? c.due.moment : c.due.kind;
    return `${c.name}${c.of === undefined ? "" : ` ${c.of}`} ${c.source} ${due} ${c.state}`;
  });
test("the same timeline under another rule set or calendar is counted anew", () => {
  const t = fold({ acceptedAt: "2026-09-30", limit: workdays(3) }, "2026-10-01");
  const due = (own: Partial<typeof here>) => {
    const [clock] = clocks(t, { ...here, ...own });
    return clock?.due.kind === "at" ? clock.due.moment : undefined;
  };
  const here = world("2026-10-01");
  const bare = year2026.notices.map((notice) => ({ ...notice, off: [], makeUp: [] }));
  const noNotices = chinaCalendar({ years: [{ ...year2026, notices: bare }] });
  const hours = { ...national, id: "by-moment", granularity: "moment" as const };
  expect([due({}), due({ calendar: noNotices }), due({})]).toEqual([
    "2026-10-10",
    "2026-10-05",
    "2026-10-10",
  ]);
  expect(due({ regime: hours })).toBeUndefined(); // the hour would decide
});

const found = (facts: CaseFacts, when = "2026-09-30") =>
  findingsOf(fold(facts, when), world(when)).map((f) => f.id);

test.each([
  ["2026-09-04T17:59:59", []],
  ["2026-09-04T18:00", ["outside-office-hours"]],
  ["2026-09-04T08:00", []],
  ["2026-09-04T07:59:59", ["outside-office-hours"]],
])(
  "an act within half an hour of the office's hours is ordinary, up to that half hour: %s",
  (when, ids) => {
    const facts = { acceptedAt: "2026-09-01T10:00", closedAt: when, limit: workdays(5) };
    expect(found(facts).filter((each) => each === "outside-office-hours")).toEqual(ids);
  },
);

describe("clocks are kept apart", () => {
  test("promise, statute, notice and delivery of one case", () => {
    const facts = {
      receivedAt: "2026-03-02",
      acceptedAt: "2026-03-05",
      closedAt: "2026-03-16",
      promisedLimit: workdays(5),
      statutoryLimit: workdays(20),
    };
    expect(all(facts, "2026-04-30")).toEqual([
      "promise page 2026-03-12 late",
      "statute page 2026-04-02 met",
      "notice law 2026-03-09 met",
      "delivery law 2026-03-30 late",
    ]);
    expect(all({ ...facts, deliveredAt: "2026-03-30" }, "2026-04-30").at(-1)).toBe(
      "delivery law 2026-03-30 met",
    );
  });

  test("行政许可法 42 ¶2: joint handling has 45 working days where the page names none", () => {
    expect(all({ acceptedAt: "2026-03-02", caseKind: "并联审批件" }, "2026-03-02")).toEqual([
      "statute law 2026-05-08 running",
    ]);
    expect(all({ acceptedAt: "2026-03-02", caseKind: "承诺件" }, "2026-03-02")).toEqual([]);
  });

  test("行政许可法 42 ¶1: a prolongation has its own clock", () => {
    const facts = {
      acceptedAt: "2026-03-02",
      statutoryLimit: workdays(20),
      prolonged: workdays(10),
    };
    expect(all(facts, "2026-04-01")).toEqual([
      "statute page 2026-03-30 late",
      "prolonged page 2026-04-14 running",
    ]);
  });

  test("行政许可法 42 ¶2: joint handling is prolonged by 15 to 60 working days", () => {
    const facts = { acceptedAt: "2026-03-02", caseKind: "一件事", prolonged: workdays(15) };
    expect(all(facts, "2026-05-11")).toEqual([
      "statute law 2026-05-08 late",
      "prolonged page 2026-05-28 running",
    ]);
  });

  test("a step has its own limit, finished or current", () => {
    const facts = {
      step: "决定",
      stepEnteredAt: "2026-03-09",
      stepLimit: workdays(1),
      steps: [{ name: "审查", enteredAt: "2026-03-02", leftAt: "2026-03-09", limit: workdays(3) }],
    };
    expect(all(facts, "2026-03-10")).toEqual([
      "step 审查 page 2026-03-05 late",
      "step 决定 page 2026-03-10 running",
    ]);
  });

  test("行政许可法 45: a special procedure and the applicant's correction run against their own length", () => {
    const facts = {
      pauses: [
        { from: "2026-03-02", to: "2026-03-13", ground: "hearing" as const, approved: workdays(5) },
        {
          from: "2026-03-16",
          ground: "supplement" as const,
          approved: { amount: 90, unit: "day" as const },
        },
      ],
    };
    expect(all(facts, "2026-03-20")).toEqual([
      "special-procedure hearing page 2026-03-09 late",
      "supplement supplement page 2026-06-15 running", // the 14th is a Sunday
    ]);
  });

  test("while the case stands, the clocks that its pause stops stand too", () => {
    const facts = {
      acceptedAt: "2026-03-02",
      promisedLimit: workdays(5),
      pauses: [{ from: "2026-03-04", ground: "hearing" as const }],
    };
    expect(all(facts, "2026-03-20")).toEqual(["promise page stands stands"]);
  });
});

test("行政许可法 32: a request for correction answers the receipt; another pause does not", () => {
  const facts = (ground: "supplement" | "hearing") => ({
    receivedAt: "2026-03-02",
    pauses: [{ from: "2026-03-04", ground }],
  });
  expect(all(facts("supplement"), "2026-03-25")).toEqual(["notice law 2026-03-09 met"]);
  expect(all(facts("hearing"), "2026-03-25")).toEqual(["notice law 2026-03-09 late"]);
});

test("the clock stands from the very moment at which a pause begins", () => {
  const pauses = [{ from: "2026-03-04T12:00", ground: "hearing" as const }];
  const facts = { acceptedAt: "2026-03-02", promisedLimit: workdays(5), pauses };
  const kind = (when: string) => judge(fold(facts, when), world(when)).kind;
  expect([kind("2026-03-04T11:59"), kind("2026-03-04T12:00")]).toEqual(["on-time", "paused"]);
});

describe("行政许可法 32(4): without notice within five days, accepted from the day of receipt", () => {
  test.each([
    [{ receivedAt: "2026-03-02" }, "2026-03-09", undefined],
    [{ receivedAt: "2026-03-02" }, "2026-03-10", "2026-03-02"],
    [{ receivedAt: "2026-03-02", acceptedAt: "2026-03-20" }, "2026-03-25", undefined],
    [
      { receivedAt: "2026-03-02", status: { text: null, kind: "not-accepted" as const } },
      "2026-03-25",
      undefined,
    ],
    [
      { receivedAt: "2026-03-02", status: { text: null, kind: "supplement" as const } },
      "2026-03-25",
      undefined,
    ],
    [{ submittedAt: "2026-03-02" }, "2026-03-25", undefined],
  ])("%j at %s: %s", (facts, when, accepted) => {
    expect(deemedAcceptedAt(fold(facts, when), world(when))).toBe(accepted);
  });
});

describe("findings besides lateness", () => {
  const good = {
    receivedAt: "2026-09-01",
    acceptedAt: "2026-09-02T09:30",
    closedAt: "2026-09-04T16:00",
    deliveredAt: "2026-09-07",
    promisedLimit: workdays(5),
    statutoryLimit: workdays(20),
    status: { text: "办结", kind: "approved" as const },
    steps: [{ name: "审查", enteredAt: "2026-09-02", leftAt: "2026-09-04", limit: workdays(3) }],
  };
  const hearing = "hearing" as const;
  test("a case without fault raises none", () => {
    expect(found(good)).toEqual([]);
  });

  test.each<[string, CaseFacts]>([
    ["closed-before-accepted", { ...good, closedAt: "2026-09-01", steps: [] }],
    [
      "step-outside-case",
      { ...good, steps: [{ name: "审查", enteredAt: "2026-08-30", leftAt: "2026-09-04" }] },
    ],
    [
      "step-outside-case",
      {
        ...good,
        deliveredAt: "2026-09-04",
        steps: [{ name: "审查", enteredAt: "2026-09-02", leftAt: "2026-09-09" }],
      },
    ],
    [
      "pause-without-ground",
      { ...good, pauses: [{ from: "2026-09-02", to: "2026-09-03", ground: "suspended" }] },
    ],
    [
      "pause-after-acceptance-for-supplement",
      { ...good, pauses: [{ from: "2026-09-03", to: "2026-09-04", ground: "supplement" }] },
    ],
    [
      "pause-near-due",
      {
        ...good,
        closedAt: "2026-09-15T10:00",
        deliveredAt: "2026-09-16",
        steps: [],
        pauses: [{ from: "2026-09-08", to: "2026-09-14", ground: hearing }],
      },
    ],
    [
      "re-hung",
      {
        ...good,
        pauses: [
          { from: "2026-09-02", to: "2026-09-03", ground: hearing },
          { from: "2026-09-03", to: "2026-09-04", ground: hearing },
        ],
      },
    ],
    [
      "impossible-speed",
      { ...good, acceptedAt: "2026-09-04T15:59:30", closedAt: "2026-09-04T16:00:00", steps: [] },
    ],
    ["outside-office-hours", { ...good, closedAt: "2026-09-04T23:10" }],
    ["outside-office-hours", { ...good, closedAt: "2026-09-05", steps: [] }],
    [
      "step-over-limit",
      {
        ...good,
        steps: [
          { name: "审查", enteredAt: "2026-09-02", leftAt: "2026-09-04", limit: workdays(1) },
        ],
      },
    ],
    ["promise-over-statute", { ...good, statutoryLimit: workdays(4) }],
    [
      "overrun-without-reason",
      { ...good, closedAt: "2026-09-15T10:00", deliveredAt: "2026-09-16" },
    ],
    [
      "special-procedure-over-length",
      {
        ...good,
        closedAt: "2026-09-11T10:00",
        deliveredAt: "2026-09-12",
        steps: [],
        pauses: [{ from: "2026-09-03", to: "2026-09-10", ground: hearing, approved: workdays(2) }],
      },
    ],
    ["late-notice", { ...good, receivedAt: "2026-08-20" }],
    ["late-delivery", { ...good, deliveredAt: "2026-09-29" }],
  ])("%s is raised, and nothing else", (id, facts) => {
    expect([...new Set(found(facts))]).toEqual([id]);
  });

  test.each<[string, CaseFacts]>([
    [
      "decided on the spot within a minute",
      {
        ...good,
        promisedLimit: { amount: 0, unit: "immediate" },
        acceptedAt: "2026-09-04T15:59:30",
        closedAt: "2026-09-04T16:00:00",
        steps: [],
      },
    ],
    [
      "accepted and closed on one day, no hour shown",
      { ...good, acceptedAt: "2026-09-04", closedAt: "2026-09-04", steps: [] },
    ],
    [
      "a result handed over after closing is no stray step",
      {
        ...good,
        deliveredAt: "2026-09-07",
        steps: [{ name: "送达", enteredAt: "2026-09-07", leftAt: "2026-09-08" }],
      },
    ],
    [
      "a step over its day only by the hour that the page hides",
      {
        ...good,
        steps: [
          { name: "审查", enteredAt: "2026-09-02", leftAt: "2026-09-03", limit: workdays(1) },
        ],
      },
    ],
    [
      "late, and the reason is a prolongation",
      { ...good, promisedLimit: workdays(1), prolonged: workdays(9) },
    ],
  ])("no finding: %s", (_, facts) => {
    expect(found(facts)).toEqual([]);
  });

  test("a length that was exceeded tells when it ended, or would have", () => {
    const pauses = [
      { from: "2026-09-03", to: "2026-09-10", ground: hearing, approved: workdays(2) },
    ];
    const facts = {
      ...good,
      closedAt: "2026-09-11T10:00",
      deliveredAt: "2026-09-12",
      steps: [],
      pauses,
    };
    const [over] = findingsOf(fold(facts, "2026-09-30"), world("2026-09-30"));
    expect(over?.evidence).toEqual({ start: "2026-09-03", due: "2026-09-07", ended: "2026-09-10" });
  });

  test("a step can be over its limit while the case is inside the promise", () => {
    const facts = {
      acceptedAt: "2026-09-14",
      promisedLimit: workdays(20),
      steps: [{ name: "审查", enteredAt: "2026-09-14", limit: workdays(2) }],
    };
    expect(found(facts, "2026-09-18")).toEqual(["step-over-limit"]);
  });

  test("each names its evidence, has its own file and a sentence in both languages, and accuses nobody", () => {
    expect(FINDINGS.map((f) => f.id)).toEqual([...FINDING_IDS]);
    for (const language of LANGUAGES)
      for (const id of FINDING_IDS)
        expect(strings(language).finding[id]).toMatch(language === "en" ? /\.$/ : /。$/);
    const [late] = findingsOf(
      fold({ ...good, deliveredAt: "2026-09-29" }, "2026-09-30"),
      world("2026-09-30"),
    );
    expect(late).toEqual({
      id: "late-delivery",
      clause: { law: "行政许可法", article: "44" },
      evidence: { start: "2026-09-04T16:00", due: "2026-09-18", ended: "2026-09-29" },
    });
  });
});
