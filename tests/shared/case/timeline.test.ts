import fc from "../../property.ts";
import { expect, test } from "vitest";
import type { CaseFacts, Unreadable } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";

const look = (at: number, facts: CaseFacts, unreadable: Unreadable[] = [], lastAt = at) => ({
  at,
  lastAt,
  facts,
  unreadable,
});

const moment = fc.constantFrom(
  "2026-09-14",
  "2026-09-14T09:30",
  "2026-09-15T10:00",
  "2026-09-16T10:00:20",
);
const ground = fc.constantFrom("hearing" as const, "supplement" as const);
const amount = fc.record({
  amount: fc.integer({ min: 1, max: 3 }),
  unit: fc.constantFrom("workday" as const, "day" as const),
});
const pause = fc
  .tuple(moment, fc.option(moment, { nil: undefined }), ground)
  .map(([from, to, why]) => ({ from, ground: why, ...(to !== undefined && { to }) }));
const step = fc
  .tuple(fc.constantFrom("受理", "审查"), fc.option(moment, { nil: undefined }))
  .map(([name, leftAt]) => ({ name, ...(leftAt !== undefined && { leftAt }) }));
const facts = fc.record(
  {
    acceptedAt: moment,
    due: moment,
    closedAt: moment,
    department: fc.constantFrom("市场监管局", "住建局"),
    promisedLimit: amount,
    remaining: amount,
    overdueFlag: fc.boolean(),
    submittedAt: moment,
    tolerance: fc.record({ due: moment, suppliedAt: moment, limit: amount }, { requiredKeys: [] }),
    supervised: fc.array(fc.record({ from: moment, to: moment }, { requiredKeys: ["from"] }), {
      maxLength: 2,
    }),
    status: fc.constantFrom(
      { text: "已撤回", kind: "withdrawn" as const },
      { text: "已转报", kind: "forwarded" as const },
      { text: "办理中", kind: "processing" as const },
      { text: "办结", kind: "finished" as const },
    ),
    pauses: fc.array(pause, { maxLength: 3 }),
    steps: fc.array(step, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const looks = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 2 }),
      facts,
      fc.array(
        fc.record({ field: fc.constantFrom("due", "status"), why: fc.constantFrom("a", "b") }),
        {
          maxLength: 2,
        },
      ),
    )
    .map(([at, more, said, unreadable]) => look(at, said, unreadable, at + more)),
  { minLength: 1, maxLength: 6 },
);

test("the same looks give the same timeline in whatever order they arrive", () => {
  fc.assert(
    fc.property(
      looks.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        expect(foldTimeline(shuffled)).toEqual(foldTimeline(all));
      },
    ),
    { numRuns: 500 },
  );
});

test("a look that is delivered twice changes nothing", () => {
  fc.assert(
    fc.property(looks, (all) => {
      expect(foldTimeline([...all, ...all])).toEqual(foldTimeline(all));
    }),
  );
});

test("what was said last stands, and what contradicts it is kept and named", () => {
  const t = foldTimeline([
    look(1, { acceptedAt: "2026-09-14" }),
    look(5, { acceptedAt: "2026-09-18" }),
    look(3, { acceptedAt: "2026-09-14" }),
  ]);
  expect(t.acceptedAt).toBe("2026-09-18");
  expect(t.contradictions).toEqual([
    {
      field: "acceptedAt",
      said: [
        { value: "2026-09-14", firstAt: 1, lastAt: 3 },
        { value: "2026-09-18", firstAt: 5, lastAt: 5 },
      ],
    },
  ]);
});

test("a date and the same date with its hour agree, and the hour is kept", () => {
  const t = foldTimeline([
    look(1, { acceptedAt: "2026-09-14T09:30" }),
    look(2, { acceptedAt: "2026-09-14" }),
  ]);
  expect(t.acceptedAt).toBe("2026-09-14T09:30");
  expect(t.contradictions).toEqual([]);
});

test("progress is no contradiction: status, step, remaining time and the department in charge move", () => {
  const t = foldTimeline([
    look(1, { status: { text: "办理中", kind: "processing" }, step: "审查", department: "住建局" }),
    look(2, { status: { text: "办结", kind: "finished" }, step: "办结", department: "审批局" }),
  ]);
  expect(t.status?.kind).toBe("finished");
  expect(t.contradictions).toEqual([]);
});

test("a due date that moves is a contradiction, whoever moved it", () => {
  const t = foldTimeline([look(1, { due: "2026-09-20" }), look(2, { due: "2026-09-30" })]);
  expect(t.declared.due).toBe("2026-09-30");
  expect(t.contradictions.map((c) => c.field)).toEqual(["due"]);
});

test("two pauses that begin in the same minute are two, in one look and in the next", () => {
  const two = [
    { from: "2026-09-14T09:30", to: "2026-09-15T09:30", ground: "hearing" as const },
    { from: "2026-09-14T09:30", ground: "hearing" as const },
  ];
  expect(foldTimeline([look(1, { pauses: two })]).pauses).toHaveLength(2);
  expect(foldTimeline([look(1, { pauses: two }), look(2, { pauses: two })]).pauses).toHaveLength(2);
});

test("a pause seen open and then closed is one pause with an end", () => {
  const t = foldTimeline([
    look(1, { pauses: [{ from: "2026-09-14", ground: "hearing" }] }),
    look(2, { pauses: [{ from: "2026-09-14T09:30", to: "2026-09-16T10:00", ground: "hearing" }] }),
  ]);
  expect(t.pauses).toEqual([
    { from: "2026-09-14T09:30", to: "2026-09-16T10:00", ground: "hearing" },
  ]);
  expect(t.contradictions).toEqual([]);
});

test("a pause that a later look no longer shows is kept: it was said", () => {
  const t = foldTimeline([
    look(1, { pauses: [{ from: "2026-09-14", to: "2026-09-16", ground: "hearing" }] }),
    look(2, { pauses: [] }),
  ]);
  expect(t.pauses).toHaveLength(1);
});

test("a finished step that is rewritten shows both ends", () => {
  const t = foldTimeline([
    look(1, { steps: [{ name: "审查", enteredAt: "2026-09-14", leftAt: "2026-09-16" }] }),
    look(2, { steps: [{ name: "审查", enteredAt: "2026-09-14", leftAt: "2026-09-18" }] }),
  ]);
  expect(t.steps).toEqual([{ name: "审查", enteredAt: "2026-09-14", leftAt: "2026-09-18" }]);
  expect(t.contradictions.map((c) => c.field)).toEqual(["step 审查 leftAt"]);
});

test("a fixed fact read once stays read; a moving one that is unreadable now is unreadable", () => {
  const unread = (field: string) => [{ field, why: "unread" }];
  const accepted = [look(1, { acceptedAt: "2026-09-14" }), look(2, {}, unread("acceptedAt"))];
  expect(foldTimeline(accepted).unreadable).toEqual([]);
  const status = [
    look(1, { status: { text: "办理中", kind: "processing" } }),
    look(2, {}, unread("status")),
  ];
  expect(foldTimeline(status).unreadable).toEqual(unread("status"));
});

test("a case was first seen at the first look and last seen at the end of the last one, whichever came first", () => {
  const t = foldTimeline([look(5, { step: "审查" }, [], 9), look(2, { step: "受理" }, [], 3)]);
  expect([t.firstSeenAt, t.lastSeenAt]).toEqual([2, 9]);
});
