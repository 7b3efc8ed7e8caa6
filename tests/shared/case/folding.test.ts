import fc from "../../property.ts";
import { describe, expect, test } from "vitest";
import type { CaseFacts, Unreadable } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { earliest } from "#shared/time/moment.ts";

const look = (at: number, facts: CaseFacts, unreadable: Unreadable[] = [], lastAt = at) => ({
  at,
  lastAt,
  facts,
  unreadable,
});
const status = (kind: "processing" | "withdrawn" | "finished") => ({ text: kind, kind });
const unread = (field: string): Unreadable[] => [{ field, why: "unread" }];

describe("what one look leaves open another may have told", () => {
  test("of two hours told for one day the later word stands, and both are named", () => {
    const t = foldTimeline([
      look(1, { acceptedAt: "2026-09-14T09:30" }),
      look(2, { acceptedAt: "2026-09-14T10:00" }),
      look(3, { acceptedAt: "2026-09-14" }),
    ]);
    expect(t.acceptedAt).toBe("2026-09-14T10:00");
    expect(t.contradictions.map(({ field }) => field)).toEqual(["acceptedAt"]);
  });
  test("read and unreadable at the same moment, by two windows: it was read", () => {
    const t = foldTimeline([
      look(1, { status: status("processing") }),
      look(1, {}, unread("status")),
    ]);
    expect(t.unreadable).toEqual([]);
  });
  test("without a status or a pause in sight nothing is said of when they were seen", () => {
    const t = foldTimeline([look(1, { acceptedAt: "2026-09-14" })]);
    expect(t).not.toHaveProperty("statusSeenAt");
    expect(t).not.toHaveProperty("pausesSeenAt");
  });
  test("pauses that begin together stand in the order of their ends, one that lasts last", () => {
    const ground = "hearing" as const;
    const from = "2026-09-14T09:30";
    const pauses = [
      { from, ground },
      { from, to: "2026-09-16", ground },
      { from, to: "2026-09-15", ground },
    ];
    expect(foldTimeline([look(1, { pauses })]).pauses.map(({ to }) => to)).toEqual([
      "2026-09-15",
      "2026-09-16",
      undefined,
    ]);
  });
});

/** A case as it went, told by looks that each show some of it, at the time of the look or not at all. */
const day = (n: number): string => new Date(Date.UTC(2026, 2, 2 + n)).toISOString().slice(0, 10);
const history = fc
  .record({
    accepted: fc.integer({ min: 0, max: 5 }),
    pauses: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 20 }),
        lasts: fc.integer({ min: 0, max: 10 }),
        ground: fc.constantFrom("hearing" as const, "supplement" as const),
      }),
      { maxLength: 3 },
    ),
    closed: fc.option(fc.integer({ min: 6, max: 40 }), { nil: undefined }),
    looks: fc.array(fc.integer({ min: 0, max: 45 }), { minLength: 1, maxLength: 8 }),
  })
  .map(({ accepted, pauses, closed, looks }) =>
    looks.map((when) => {
      const at = earliest(day(when));
      const shown = pauses.filter(({ from }) => from <= when);
      const facts: CaseFacts = {
        ...(accepted <= when && { acceptedAt: day(accepted) }),
        ...(closed !== undefined && closed <= when
          ? { closedAt: day(closed), status: status("finished") }
          : { status: status("processing") }),
        pauses: shown.map(({ from, lasts, ground }) => ({
          from: day(from),
          ...(from + lasts <= when && { to: day(from + lasts) }),
          ground,
        })),
      };
      return look(at, facts);
    }),
  );

test("a case told by honest looks folds to what the last of them says, whatever their order and however often they come", () => {
  fc.assert(
    fc.property(
      history.chain((looks) =>
        fc.tuple(
          fc.constant(looks),
          fc.shuffledSubarray([...looks, ...looks], { minLength: looks.length * 2 }),
        ),
      ),
      ([looks, shuffled]) => {
        const t = foldTimeline(shuffled);
        const latest = [...looks].sort((a, b) => a.at - b.at).at(-1);
        expect(t.acceptedAt).toBe(latest?.facts.acceptedAt);
        expect(t.closedAt).toBe(latest?.facts.closedAt);
        expect(t.status).toEqual(latest?.facts.status);
        expect(t.earlier).toBeUndefined();
        expect(t.contradictions.filter(({ field }) => !field.startsWith("pause"))).toEqual([]);
        // pauses of one ground on one day change places as they end; every one is kept
        expect(t.pauses.length).toBe(latest?.facts.pauses?.length);
      },
    ),
    { numRuns: 400 },
  );
});

test("a value that was ever said is either the one that stands or named among the contradictions", () => {
  const moment = fc.constantFrom(
    "2026-03-02",
    "2026-03-02T09:30",
    "2026-03-05",
    "2026-03-06T10:00",
  );
  const said = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), moment), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(said, (all) => {
      const t = foldTimeline(all.map(([at, due]) => look(at, { due })));
      const named = t.contradictions.flatMap(({ said: values }) =>
        values.map(({ value }) => value),
      );
      for (const [, due] of all)
        expect(t.declared.due?.startsWith(due) === true || named.includes(due)).toBe(true);
    }),
  );
});
