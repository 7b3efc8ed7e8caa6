import fc from "../../property.ts";
import { expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import { type CaseFacts, GROUNDS } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { proof, readBack } from "#shared/limit/proof.ts";
import { REGIMES } from "#shared/limit/rules/index.ts";
import { national } from "#shared/limit/rules/national.ts";
import { judge } from "#shared/limit/verdict.ts";
import { LANGUAGES, strings } from "#shared/strings/strings.ts";
import { type Day, addDays, day, isoDay } from "#shared/time/day.ts";
import { at, workdays } from "./a-case.ts";

const opened = (facts: CaseFacts, when = "2026-09-14", regime = national) => {
  const timeline = foldTimeline([{ at: at(when), lastAt: at(when), facts, unreadable: [] }]);
  const world = { regime, calendar: CHINA, at: at(when) };
  return { proof: proof(timeline, world), verdict: judge(timeline, world) };
};

const start = fc.integer({ min: day("2013-01-02"), max: day("2026-07-01") }).map((n) => n as Day);
const pauses = (from: Day) =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: -5, max: 60 }),
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom(...GROUNDS),
      )
      .map(([after, n, ground]) => ({
        from: isoDay(addDays(from, after)),
        to: isoDay(addDays(from, after + n)),
        ground,
      })),
    { maxLength: 3 },
  );
const dayRegimes = REGIMES.filter(
  (r) => r.calendar.id === "cn" && r.granularity === "day" && r.pauses.overlap === "union",
);

test("the strip read back without the clock tells the same due date", () => {
  fc.assert(
    fc.property(
      start.chain((from) =>
        fc.tuple(
          fc.constant(isoDay(from)),
          pauses(from),
          fc.integer({ min: 1, max: 45 }),
          fc.constantFrom("workday" as const, "day" as const),
          fc.constantFrom(...dayRegimes),
        ),
      ),
      ([acceptedAt, paused, amount, unit, regime]) => {
        const { proof: p, verdict } = opened(
          { acceptedAt, limit: { amount, unit }, pauses: paused },
          acceptedAt,
          regime,
        );
        const [leg] = p.legs;
        expect(leg && readBack(leg)).toBe(leg?.due.kind === "at" ? isoDay(leg.due.day) : undefined);
        if (verdict.kind === "on-time" || verdict.kind === "due-soon")
          expect(leg && readBack(leg)).toBe(verdict.due?.slice(0, 10));
      },
    ),
    { numRuns: 1500 },
  );
});

test("the minutes of the strip add up to a limit in hours", () => {
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 1, max: 80 }),
      fc.constantFrom("hour" as const, "work-hour" as const),
      (from, minute, amount, unit) => {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        const facts = { acceptedAt: `${isoDay(from)}T${clock}`, limit: { amount, unit } };
        const [leg] = opened(facts, isoDay(from)).proof.legs;
        if (leg?.due.kind !== "at") return;
        expect(leg.days.reduce((sum, each) => sum + (each.minutes ?? 0), 0)).toBe(amount * 60);
      },
    ),
    { numRuns: 300 },
  );
});

test("every day says what it is, by which notice, and which number it bears", () => {
  const { legs, clauses } = opened({
    acceptedAt: "2026-09-24",
    limit: workdays(5),
    pauses: [{ from: "2026-09-29", to: "2026-09-30", ground: "hearing" }],
  }).proof;
  const [leg] = legs;
  expect(
    leg?.days.map(
      (d) => `${d.day.slice(5)} ${d.kind} ${d.number ?? "-"} ${d.notice?.number ?? ""}`,
    ),
  ).toEqual([
    "09-24 start - ",
    "09-25 holiday - 国办发明电〔2025〕7号",
    "09-26 holiday - 国办发明电〔2025〕7号",
    "09-27 holiday - 国办发明电〔2025〕7号",
    "09-28 workday 1 ",
    "09-29 paused - ",
    "09-30 workday 2 ",
    ...["01", "02", "03", "04", "05", "06", "07"].map(
      (d) => `10-${d} holiday - 国办发明电〔2025〕7号`,
    ),
    "10-08 workday 3 ",
    "10-09 workday 4 ",
    "10-10 make-up 5 国办发明电〔2025〕7号",
  ]);
  expect(clauses.map((c) => `${c.law} ${c.article}`)).toEqual([
    "行政许可法 82",
    "民法典 201",
    "民法典 203",
    "行政许可法 45",
  ]);
});

test("民法典 203: the rest days over which the last day moves are shown as such", () => {
  const [leg] = opened({ acceptedAt: "2026-09-30", limit: { amount: 1, unit: "day" } }).proof.legs;
  expect(leg?.days.map((d) => d.day.slice(5) + (d.rolled ? " rolled" : ""))).toEqual([
    "09-30",
    "10-01",
    ...["02", "03", "04", "05", "06", "07", "08"].map((d) => `10-${d} rolled`),
  ]);
});

test("a prolongation in another unit is a leg of its own", () => {
  const { legs } = opened({
    acceptedAt: "2026-09-14",
    limit: workdays(3),
    prolonged: { amount: 5, unit: "day" },
  }).proof;
  expect(legs.map((leg) => leg.due.kind === "at" && leg.due.moment)).toEqual([
    "2026-09-17",
    "2026-09-22",
  ]);
});

test("without a start or a limit there is nothing to open", () => {
  expect(opened({ limit: workdays(3) }).proof.legs).toEqual([]);
  expect(opened({ acceptedAt: "2026-09-14" }).proof).toMatchObject({ legs: [], clauses: [] });
});

test("each day is a whole sentence in both languages", () => {
  const kinds = [
    {
      acceptedAt: "2026-09-24",
      limit: workdays(5),
      pauses: [{ from: "2026-09-29", to: "2026-09-30", ground: "hearing" as const }],
    },
    { acceptedAt: "2026-09-30", limit: { amount: 1, unit: "day" as const } },
    { acceptedAt: "2026-09-24T16:00", limit: { amount: 3, unit: "work-hour" as const } },
    { acceptedAt: "2026-12-28", limit: workdays(20) },
  ];
  for (const language of LANGUAGES) {
    const words = strings(language).proof;
    const lines = kinds.flatMap((facts) =>
      opened(facts).proof.legs.flatMap((leg) => leg.days.map(words.day)),
    );
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line).toMatch(language === "en" ? /^[A-Z].*\.$/ : /。$/);
    expect(lines.join()).not.toMatch(/undefined|NaN/);
  }
  expect(
    strings("zh-CN").proof.day({
      day: "2026-10-10",
      kind: "make-up",
      number: 5,
      name: "国庆节",
      notice: { title: "t", number: "国办发明电〔2025〕7号", address: "a" },
    }),
  ).toBe("国庆节调休上班（国办发明电〔2025〕7号），计为第 5 日。");
});
