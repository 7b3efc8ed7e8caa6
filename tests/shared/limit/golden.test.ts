import { expect, test } from "vitest";
import { days, judged, workdays } from "./a-case.ts";

/** Start day excluded, official calendar: recomputed from two public data sets that agree. */
test.each([
  ["2026-09-24", 5, "2026-10-09"],
  ["2026-09-19", 5, "2026-09-24"],
  ["2026-09-20", 5, "2026-09-28"],
  ["2026-09-30", 1, "2026-10-08"],
  ["2026-02-13", 5, "2026-02-27"],
  ["2026-02-14", 5, "2026-02-28"],
  ["2026-04-30", 20, "2026-06-01"],
  ["2026-01-01", 20, "2026-01-29"],
  ["2025-09-28", 5, "2025-10-11"],
  ["2025-01-24", 20, "2025-02-27"],
  ["2025-01-26", 1, "2025-01-27"],
  ["2024-09-13", 3, "2024-09-19"],
  ["2020-01-20", 20, "2020-02-25"],
  ["2018-10-15", 7, "2018-10-24"],
  ["2018-10-15", 10, "2018-10-29"],
  ["2026-03-02", 20, "2026-03-30"],
  ["2026-03-02", 30, "2026-04-14"],
  ["2026-03-02", 45, "2026-05-08"],
  ["2026-03-02", 60, "2026-05-28"],
])("行政许可法 82: %s + %i working days is due on %s", (acceptedAt, n, due) => {
  const on = (when: string) => judged({ acceptedAt, limit: workdays(n) }, when);
  expect(on(`${due}T23:59:59`)).toMatchObject({ kind: "due-soon", due });
  expect(on(`${due}T00:00`).kind).toBe("due-soon");
  const [year, month, date] = due.split("-").map(Number);
  const next = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, (date ?? 0) + 1)).toISOString();
  expect(on(`${next.slice(0, 10)}T00:00`)).toMatchObject({ kind: "overdue", due });
});

test.each([
  ["2026-09-24", 5, "2026-09-29"],
  ["2026-09-30", 1, "2026-10-08"],
  ["2026-02-13", 5, "2026-02-24"],
])(
  "民法典 203: %s + %i natural days, rolled past rest days, is due on %s",
  (acceptedAt, n, due) => {
    expect(judged({ acceptedAt, limit: days(n) }, acceptedAt)).toMatchObject({ due });
  },
);

test("2026-12-25 + 5 working days has no due date while the notice for 2027 is not known", () => {
  const verdict = judged({ acceptedAt: "2026-12-25", limit: workdays(5) }, "2027-01-04");
  expect(verdict).toMatchObject({ kind: "unknown", due: null, why: ["calendar-unpublished"] });
});

test.each([
  [5, "2026-12-24"],
  [10, "2026-12-17"],
  [20, "2026-12-03"],
  [30, "2026-11-19"],
  [45, "2026-10-29"],
])("the last day of acceptance with a knowable due date for %i working days is %s", (n, last) => {
  expect(judged({ acceptedAt: last, limit: workdays(n) }, last).due).toBe("2026-12-31");
  const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
  expect(judged({ acceptedAt: next, limit: workdays(n) }, next).due).toBeNull();
});
