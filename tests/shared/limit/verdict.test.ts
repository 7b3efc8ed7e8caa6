import { describe, expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import type { CaseFacts } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { national } from "#shared/limit/rules/national.ts";
import { judge } from "#shared/limit/verdict.ts";
import { at, days, judged, processing, workdays } from "./a-case.ts";

const five = { acceptedAt: "2026-09-14", limit: workdays(5), status: processing }; // due 2026-09-20, a make-up Sunday

describe("an open case", () => {
  test.each([
    ["2026-09-14T10:00", "on-time", "before-due"],
    ["2026-09-17T23:59", "on-time", "before-due"],
    ["2026-09-18T00:00", "due-soon", "within-warning"],
    ["2026-09-20T23:59:59", "due-soon", "due-today"],
    ["2026-09-21T00:00", "overdue", "past-due"],
  ] as const)("at %s is %s: %s", (when, kind, why) => {
    expect(judged(five, when)).toMatchObject({
      kind,
      due: "2026-09-20",
      why: [why],
      basis: "computed",
      regime: "national@2026-11-22",
      calendar: "cn@2025-11-04",
    });
  });

  test("tells the working days that are left, and those that it is over", () => {
    expect(judged(five, "2026-09-16").left).toEqual(workdays(3));
    expect(judged(five, "2026-09-20").left).toEqual(workdays(0));
    expect(judged(five, "2026-09-23").left).toEqual(workdays(-3));
  });

  test("the promise binds before the statute, and passing both is the graver degree", () => {
    const both = {
      acceptedAt: "2026-09-14",
      promisedLimit: workdays(5),
      statutoryLimit: workdays(8),
    };
    expect(judged(both, "2026-09-21")).toMatchObject({ kind: "overdue", severity: "promised" });
    expect(judged(both, "2026-09-23")).toMatchObject({ severity: "promised" });
    expect(judged(both, "2026-09-24")).toMatchObject({ severity: "statutory", due: "2026-09-20" });
  });

  test("a limit that the page calls neither gives no severity", () => {
    expect(judged(five, "2026-10-20").severity).toBeUndefined();
  });

  test("行政许可法 42: a prolongation is added to the limit", () => {
    const more = { ...five, prolonged: workdays(10) };
    expect(judged(more, "2026-09-21")).toMatchObject({ kind: "on-time", due: "2026-10-10" });
  });

  test("a prolongation in another unit runs on from where the limit ended", () => {
    const facts = { ...five, limit: workdays(3), prolonged: days(5) };
    expect(judged(facts, "2026-09-14").due).toBe("2026-09-22");
  });

  test("an acceptance that lies in the future is not counted from", () => {
    expect(judged(five, "2026-09-13")).toMatchObject({
      kind: "unknown",
      why: ["accepted-after-now"],
    });
  });
});

describe("the portal's own date beside ours", () => {
  test.each([
    ["2026-09-18", "2026-09-19", "unknown", ["due-disagrees"], null],
    ["2026-09-18", "2026-09-20", "unknown", ["due-disagrees"], null],
    ["2026-09-18", "2026-09-21", "overdue", ["past-due"], "2026-09-20"],
    ["2026-09-22", "2026-09-22", "due-soon", ["due-today", "portal-due-later"], "2026-09-22"],
    ["2026-09-22", "2026-09-23", "overdue", ["past-due"], "2026-09-22"],
  ] as const)("due %s there and 2026-09-20 here, at %s: %s %j", (due, when, kind, why, shown) => {
    expect(judged({ ...five, due }, when)).toMatchObject({ kind, why: [...why], due: shown });
  });

  test("alone it is followed to the end of what it shows", () => {
    const declared = { due: "2026-09-18T17:30", status: processing };
    expect(judged(declared, "2026-09-18T17:30:59").kind).toBe("due-soon");
    expect(judged(declared, "2026-09-18T17:31")).toMatchObject({
      kind: "overdue",
      basis: "declared",
      due: "2026-09-18T17:30",
    });
  });

  test("printed with a midnight it means the day and not its first minute", () => {
    expect(judged({ due: "2026-09-18T00:00:00" }, "2026-09-18T18:00").kind).toBe("due-soon");
    expect(judged({ due: "2026-09-18T00:00" }, "2026-09-19T00:00").kind).toBe("overdue");
  });
});

describe("the portal's own mark", () => {
  test("without any date it is what there is: late", () => {
    expect(judged({ overdueFlag: true, status: processing }, "2026-09-21")).toMatchObject({
      kind: "overdue",
      basis: "marked",
      due: null,
      why: ["portal-says-overdue"],
    });
    expect(judged({ remaining: workdays(-2) }, "2026-09-21").kind).toBe("overdue");
    expect(judged({ status: { text: "已超期", kind: "overdue" } }, "2026-09-21").kind).toBe(
      "overdue",
    );
  });

  test("without any date it is what there is: not late", () => {
    expect(judged({ remaining: workdays(6) }, "2026-09-21")).toMatchObject({
      kind: "on-time",
      basis: "marked",
    });
    expect(judged({ remaining: workdays(1) }, "2026-09-21").kind).toBe("due-soon");
    expect(judged({ overdueFlag: false }, "2026-09-21").kind).toBe("on-time");
  });

  test("'not late' said on an earlier day proves nothing today; 'late' stays true", () => {
    expect(judged({ remaining: workdays(6) }, "2026-09-22", { seen: "2026-09-21" })).toMatchObject({
      kind: "unknown",
      why: ["mark-outdated"],
    });
    expect(judged({ overdueFlag: true }, "2026-09-22", { seen: "2026-09-21" }).kind).toBe(
      "overdue",
    );
  });

  test("two marks that exclude each other say nothing", () => {
    expect(judged({ overdueFlag: true, remaining: workdays(3) }, "2026-09-21").kind).toBe(
      "unknown",
    );
  });

  test("'not late' against one passed date: nobody is accused", () => {
    expect(judged({ ...five, overdueFlag: false }, "2026-09-23")).toMatchObject({
      kind: "unknown",
      why: ["portal-says-not-overdue"],
    });
  });

  test("'not late' against two passed dates: late, and the mark is told", () => {
    expect(judged({ ...five, due: "2026-09-20", overdueFlag: false }, "2026-09-23")).toMatchObject({
      kind: "overdue",
      why: ["past-due", "portal-says-not-overdue"],
    });
  });

  test("'late' against the portal's own future date cannot be weighed", () => {
    expect(judged({ due: "2026-09-30", overdueFlag: true }, "2026-09-23").kind).toBe("unknown");
  });
});

describe("a closed case", () => {
  const closed = { ...five, status: { text: "办结", kind: "finished" as const } };
  test.each([
    ["2026-09-20", "closed-on-time"],
    ["2026-09-20T23:59:59", "closed-on-time"],
    ["2026-09-21", "closed-late"],
    ["2026-09-21T00:00:01", "closed-late"],
  ])("closed %s is %s, and stays so for ever", (closedAt, kind) => {
    for (const when of ["2026-09-22", "2026-11-20"])
      expect(judged({ ...closed, closedAt }, when)).toMatchObject({ kind, due: "2026-09-20" });
  });

  test("on time has no severity, late has the degree that the limits tell", () => {
    const limits = { promisedLimit: workdays(5), statutoryLimit: workdays(8) };
    const by = (closedAt: string) => judged({ ...closed, ...limits, closedAt }, "2026-10-20");
    expect(by("2026-09-18").severity).toBeUndefined();
    expect(by("2026-09-21").severity).toBe("promised");
    expect(by("2026-09-24")).toMatchObject({ severity: "statutory", left: workdays(-4) });
    expect(by("2026-09-18").left).toEqual(workdays(1)); // Sunday the 20th is worked
  });

  test("without a time it cannot be told, unless the portal marks it", () => {
    expect(judged(closed, "2026-10-20")).toMatchObject({
      kind: "unknown",
      why: ["closed-time-unknown"],
    });
    expect(judged({ ...closed, overdueFlag: true }, "2026-10-20")).toMatchObject({
      kind: "closed-late",
      basis: "marked",
    });
  });

  test("before its acceptance is a contradiction", () => {
    expect(judged({ ...closed, closedAt: "2026-09-10" }, "2026-10-20")).toMatchObject({
      kind: "unknown",
      why: ["closed-before-accepted"],
    });
  });

  test("on the due day, where an hour is due and only the day of closing is shown: the hour decides", () => {
    const facts = { due: "2026-09-18T12:00", closedAt: "2026-09-18" };
    expect(judged(facts, "2026-09-30")).toMatchObject({ kind: "unknown", why: ["hour-decides"] });
    expect(judged({ ...facts, closedAt: "2026-09-18T11:00" }, "2026-09-30").kind).toBe(
      "closed-on-time",
    );
  });

  test.each(["withdrawn", "terminated", "not-accepted", "revoked"] as const)(
    "%s is neither late nor on time, however late",
    (kind) => {
      const said = judged(
        { ...five, status: { text: null, kind }, overdueFlag: true },
        "2026-11-01",
      );
      expect(said).toMatchObject({ kind: "unknown", why: ["dropped"], due: null });
    },
  );
});

describe("a clock that stands", () => {
  const ground = "hearing" as const;
  test("行政许可法 45: days from the first to before the last do not count", () => {
    const facts = { ...five, pauses: [{ from: "2026-09-16", to: "2026-09-18", ground }] };
    expect(judged(facts, "2026-09-25")).toMatchObject({ kind: "overdue", due: "2026-09-22" });
  });

  test("while it stands the case is paused, whatever the date", () => {
    const facts = { ...five, pauses: [{ from: "2026-09-16", ground }] };
    expect(judged(facts, "2026-11-01")).toMatchObject({
      kind: "paused",
      due: null,
      why: ["clock-paused"],
    });
    expect(judged({ ...five, status: { text: "挂起", kind: "paused" } }, "2026-11-01").kind).toBe(
      "paused",
    );
  });

  test("a limit used up before the pause began stays overdue", () => {
    const facts = { ...five, pauses: [{ from: "2026-09-21", ground }] };
    expect(judged(facts, "2026-09-23")).toMatchObject({ kind: "overdue", due: "2026-09-20" });
    expect(judged({ ...five, pauses: [{ from: "2026-09-20", ground }] }, "2026-09-23").kind).toBe(
      "paused",
    );
  });

  test("it stands to the instant at which the pause ends, and not at it", () => {
    const pauses = [{ from: "2026-09-15T09:00", to: "2026-09-15T16:00", ground }];
    expect(judged({ ...five, pauses }, "2026-09-15T15:59:59").kind).toBe("paused");
    expect(judged({ ...five, pauses }, "2026-09-15T16:00").kind).toBe("on-time");
    expect(judged({ ...five, pauses }, "2026-09-15T08:59").kind).toBe("on-time");
  });

  test("a correction asked for after acceptance stands; before it the case has not begun", () => {
    const status = { text: "补正", kind: "supplement" as const };
    expect(judged({ ...five, status }, "2026-10-20").kind).toBe("paused");
    expect(judged({ limit: workdays(5), status }, "2026-10-20").kind).toBe("not-started");
    expect(judged({ due: "2026-09-18", status }, "2026-10-20").kind).toBe("overdue");
  });

  test("pauses that overlap are deducted once", () => {
    const pauses = [
      { from: "2026-09-15", to: "2026-09-17", ground },
      { from: "2026-09-16", to: "2026-09-18", ground: "supplement" as const },
    ];
    expect(judged({ ...five, pauses }, "2026-09-15").due).toBe("2026-09-23");
  });

  test("a pause before acceptance changes nothing", () => {
    const pauses = [{ from: "2026-03-05", to: "2026-03-10", ground: "special-procedure" as const }];
    expect(judged({ ...five, pauses }, "2026-09-16").due).toBe("2026-09-20");
  });

  test("a pause that nobody saw end, on a case seen running later, leaves the due date open", () => {
    const look = (day: string, facts: CaseFacts) => ({
      at: at(day),
      lastAt: at(day),
      facts,
      unreadable: [],
    });
    const paused = look("2026-09-17", { ...five, pauses: [{ from: "2026-09-16", ground }] });
    const again = look("2026-10-12", { status: processing });
    const world = { regime: national, calendar: CHINA, at: at("2026-11-01") };
    expect(judge(foldTimeline([paused]), world)).toMatchObject({ kind: "paused" });
    expect(judge(foldTimeline([again, paused]), world)).toMatchObject({
      kind: "unknown",
      why: ["pause-end-unknown"],
    });
  });
});

describe("what is missing or unreadable", () => {
  test.each([
    [{ limit: workdays(5) }, "no-accepted-time"],
    [{ acceptedAt: "2026-09-14" }, "no-limit"],
    [{}, "no-limit"],
  ] as const)("%j cannot be told: %s", (facts, why) => {
    expect(judged(facts, "2026-09-23")).toMatchObject({ kind: "unknown", due: null, why: [why] });
  });

  test.each([
    ["acceptedAt", { limit: workdays(5) }, "accepted-unreadable"],
    ["promisedLimit", { acceptedAt: "2026-09-14" }, "limit-unreadable"],
    [
      "promisedLimit",
      { acceptedAt: "2026-09-14", statutoryLimit: workdays(5) },
      "limit-unreadable",
    ],
    ["due", five, "due-unreadable"],
    ["status", { acceptedAt: "2026-09-14", limit: workdays(5) }, "status-unreadable"],
    ["closedAt", { acceptedAt: "2026-09-14", limit: workdays(5) }, "closed-time-unknown"],
    ["pauses", five, "pause-unreadable"],
  ] as const)("%s unreadable on %j: %s", (field, facts, why) => {
    const unreadable = [{ field, why: "unread" }];
    expect(judged(facts, "2026-09-23", { unreadable })).toMatchObject({
      kind: "unknown",
      why: [why],
    });
  });

  test("an unreadable statutory limit does not matter where the promise is readable", () => {
    const unreadable = [{ field: "statutoryLimit", why: "unread" }];
    const facts = { acceptedAt: "2026-09-14", promisedLimit: workdays(5), status: processing };
    expect(judged(facts, "2026-09-23", { unreadable }).kind).toBe("overdue");
  });

  test("not accepted yet: the limit has not begun", () => {
    for (const kind of ["draft", "submitted", "received", "supplement"] as const)
      expect(judged({ limit: workdays(5), status: { text: null, kind } }, "2026-09-23").kind).toBe(
        "not-started",
      );
  });

  test("a limit that is no length is not computed with", () => {
    expect(judged({ acceptedAt: "2026-09-14", limit: workdays(-5) }, "2026-09-23")).toMatchObject({
      kind: "unknown",
      why: ["limit-unreadable"],
    });
    expect(
      judged({ acceptedAt: "2026-09-14", limit: { amount: 1.5, unit: "month" } }, "2026-09-23").why,
    ).toEqual(["unit-unsupported"]);
  });
});

describe("即办", () => {
  const immediate = { amount: 0, unit: "immediate" as const };
  test.each([
    ["2026-09-24", "2026-09-24"],
    ["2026-09-24T17:29", "2026-09-24"],
    ["2026-09-24T17:30", "2026-09-28"],
    ["2026-09-26", "2026-09-28"],
    ["2026-10-03T09:00", "2026-10-08"],
  ])("accepted %s is due on %s", (acceptedAt, due) => {
    expect(judged({ acceptedAt, limit: immediate }, acceptedAt)).toMatchObject({ due });
  });
});

test("close of business is a variant: the last day ends when the office does", () => {
  const regime = { ...national, id: "close", endOfDay: "close" as const };
  expect(judged(five, "2026-09-20T17:29:59", { regime }).kind).toBe("due-soon");
  expect(judged(five, "2026-09-20T17:30", { regime }).kind).toBe("overdue");
});

test("a system for which the due day itself is late is a variant too", () => {
  const regime = { ...national, id: "reached", boundary: "reached" as const };
  expect(judged(five, "2026-09-19T23:59:59", { regime }).kind).toBe("due-soon");
  expect(judged(five, "2026-09-20T00:00", { regime }).kind).toBe("overdue");
});

test("natural days that a pause covers do not count either", () => {
  const pauses = [{ from: "2026-09-15", to: "2026-09-18", ground: "hearing" as const }];
  expect(judged({ acceptedAt: "2026-09-14", limit: days(4), pauses }, "2026-09-14").due).toBe(
    "2026-09-21",
  );
});
