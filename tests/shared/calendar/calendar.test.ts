import fc from "../../property.ts";
import { expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import { type Day, addDays, day } from "#shared/time/day.ts";

const from = day("2013-01-01");
const to = day("2026-12-31");
const someDay = fc.integer({ min: from, max: to }).map((n) => n as Day);

test("counting by prefix sums is counting day by day", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 400 }), (start, n) => {
      const end = Math.min(start + n, to) as Day;
      let naive = 0;
      for (let d = start; d < end; d = addDays(d, 1)) if (CHINA.isWorkday(d)) naive++;
      expect(CHINA.count({ from: start, to: end })).toBe(naive);
    }),
  );
});

test("the n-th working day is a working day with n of them in between, forwards and backwards", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 120 }), (start, n) => {
      const later = CHINA.add(start, n);
      if (later !== undefined) {
        expect(CHINA.isWorkday(later)).toBe(true);
        expect(CHINA.count({ from: addDays(start, 1), to: addDays(later, 1) })).toBe(n);
      }
      const earlier = CHINA.add(start, -n);
      if (earlier !== undefined) {
        expect(CHINA.isWorkday(earlier)).toBe(true);
        expect(CHINA.count({ from: earlier, to: start })).toBe(n);
      }
    }),
  );
});

test("no working days on leaves the day as it is", () => {
  expect(CHINA.add(day("2026-10-03"), 0)).toBe(day("2026-10-03"));
});

test("the first and the last covered day are covered, their neighbours are not", () => {
  expect(CHINA.kind(from)).toMatchObject({ kind: "holiday" });
  expect(CHINA.kind(addDays(from, -1))).toEqual({ kind: "uncovered" });
  expect(CHINA.kind(to)).toEqual({ kind: "workday" });
  expect(CHINA.kind(addDays(to, 1))).toEqual({ kind: "uncovered" });
  expect(CHINA.count({ from, to: addDays(to, 1) })).toBeGreaterThan(3400);
  expect(CHINA.add(addDays(to, -1), 1)).toBe(to);
  expect(CHINA.add(to, 1)).toBeUndefined();
  expect(CHINA.add(from, -1)).toBeUndefined();
});
